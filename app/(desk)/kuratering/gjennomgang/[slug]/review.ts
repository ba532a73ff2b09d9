import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { reportToReview } from '@/lib/reviews/queries'
import { readThrough } from '@/lib/reviews/reading/queries'

/** The report of the address for the advisor who looks through it, as it stands; read once a request. */
export const reviewOf = cache(async (slug: string) => {
  const who = await requireAdvisor(`/kuratering/gjennomgang/${slug}`)
  const review = await reportToReview(who, slug)
  const reading = review && (await readThrough(who, review))
  if (!review || !reading) notFound()
  return { who, review, reading }
})
