import 'server-only'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { freshDraft } from '../drafting/queries'
import type { DraftReport } from '../rules'
import { openedReport, storeDraft, writableProject } from '../writing/commands'
import type { RenewalInput } from './input'
import { markOf, sidesOf } from './queries'
import { type Choice, renewed } from './rules'

/** Remembers what the project says now, as what its report was last held against. */
export async function keepBasis(
  tx: Tx,
  actor: Staff,
  at: { projectId: string; reportId: string },
  draft?: DraftReport,
): Promise<void> {
  const content = JSON.parse(JSON.stringify(draft ?? (await freshDraft(tx, actor, at.projectId)))) as object
  await tx.reportBasis.upsert({
    where: { reportId: at.reportId },
    select: { reportId: true },
    create: { municipalityId: actor.municipality.id, reportId: at.reportId, content },
    update: { content, takenAt: new Date() },
  })
}

/**
 * Takes what was chosen of what is new in the project into what is written; what was not chosen is not offered again before it changes.
 * Refuses with `conflict` where the project has changed since it was shown, and with both versions where somebody else has saved.
 */
export function takeFromProject(actor: Actor, input: RenewalInput): Promise<{ taken: number }> {
  return transaction(actor, async (tx) => {
    const { project, writer } = await writableProject(tx, actor, input.projectId)
    const opened = await openedReport(tx, project.id, input.version)
    refuseUnless(opened, 'not-found')
    const reportId = opened.saved.id
    const { basis, fresh } = await sidesOf(tx, writer, project.id, reportId)
    refuseUnless(markOf(fresh) === input.seen, 'conflict')
    const chosen: Record<string, Choice> = Object.fromEntries(input.choices.map(({ key, choice }) => [key, choice]))
    const taken = input.choices.filter(({ choice }) => choice !== 'keep').length
    if (taken > 0) {
      const report = renewed({ basis, fresh, mine: opened.report }, chosen)
      await storeDraft(tx, writer, project, opened.saved, { ...report, version: input.version })
    }
    await keepBasis(tx, writer, { projectId: project.id, reportId }, fresh)
    await audit(tx, writer, { action: 'report.renew', subjectType: 'experience_report', subjectId: reportId, detail: { taken } })
    return { taken }
  })
}
