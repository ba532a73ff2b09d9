import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'

/** Somebody to turn to about a report. */
export interface Contact {
  /** From 1, the first to turn to. */
  place: number
  isStandIn: boolean
  /** Null for visitors, who are told the title alone. */
  name: string | null
  jobTitle: string
  email: string | null
}

/** Those who answer for a published report now, the steward first; as much of each as the actor may know. */
export function contactsOf(actor: Actor, reportId: string): Promise<Contact[]> {
  return read(
    actor,
    (tx) => tx.$queryRaw<Contact[]>`
      SELECT row_number() OVER ()::int AS place, is_stand_in AS "isStandIn", name, job_title AS "jobTitle", email FROM report_contacts(${reportId}::uuid)`,
  )
}
