import { redirect } from 'next/navigation'
import { foundByWayOf } from '@/lib/duplicates/queries'
import type { Actor } from '@/lib/platform/actor'

/** From a page of a report that is found by way of another, to the same page of the other. */
export async function leadOn(who: Actor, slug: string, page: string): Promise<void> {
  const other = await foundByWayOf(who, slug)
  if (other) redirect(`/erfaringer/${other}/${page}`)
}
