import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { mayManagePortfolio } from '@/lib/portfolio/policy'
import type { RhythmInput } from '../input'

/** Sets how often the projects of the own municipality report. */
export function setRhythm(actor: Actor, { everyDays }: RhythmInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayManagePortfolio(actor), 'forbidden')
    const municipalityId = actor.municipality.id
    const before = await tx.municipalitySettings.findUnique({ where: { municipalityId }, select: { reportEveryDays: true } })
    await tx.municipalitySettings.upsert({
      where: { municipalityId },
      create: { municipalityId, reportEveryDays: everyDays },
      update: { reportEveryDays: everyDays, version: { increment: 1 } },
    })
    await audit(tx, actor, {
      action: 'settings.rhythm',
      subjectType: 'municipality',
      subjectId: municipalityId,
      detail: { before: before?.reportEveryDays ?? 30, after: everyDays },
    })
  })
}
