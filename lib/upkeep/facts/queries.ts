import 'server-only'
import type { Actor, Staff } from '@/lib/platform/actor'
import type { Tx } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { mayAnswerFor } from '@/lib/stewards/policy'
import { stewardedReport } from '@/lib/stewards/queries'

/** A published report that the actor answers for. Refuses others. */
export async function reportToAnswerFor(tx: Tx, actor: Actor, where: { slug: string } | { id: string }) {
  const report = await stewardedReport(tx, where)
  refuseUnless(report?.status === 'published', 'not-found')
  refuseUnless(mayAnswerFor(actor, report), 'forbidden')
  return { report, staff: actor as Staff }
}
