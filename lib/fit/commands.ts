import 'server-only'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, type IsoDate, today } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { beginning } from '@/lib/platform/storable'
import { translatorFor } from '@/lib/platform/translator'
import { dueOn, type FollowUp } from './follow/rules'
import type { FitAnswerInput } from './input'
import { mayAnswerFit } from './policy'
import { followUps } from './queries'

/** Says how it is at home, or takes back what was said: remembered for every report that asks the same. */
export function answerFit(actor: Actor, { subject, holds }: FitAnswerInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayAnswerFit(actor), 'forbidden')
    const key = { municipalityId: actor.municipality.id, subject }
    const said = { holds: holds === 'ja', answeredBy: actor.personId, answeredAt: new Date() }
    // Of two who answer at once, the later stands.
    if (holds === 'vet-ikke') await tx.municipalityAnswer.deleteMany({ where: key })
    else
      await tx.municipalityAnswer.upsert({
        where: { municipalityId_subject: key },
        select: { subject: true },
        create: { ...key, ...said },
        update: said,
      })
    await audit(tx, actor, {
      ...{ action: 'fit.answer', subjectType: 'municipality', subjectId: actor.municipality.id },
      detail: { subject, holds: holds === 'vet-ikke' ? null : said.holds },
    })
  })
}

interface Target {
  projectId: string
  startOn: IsoDate
}

/**
 * What was chosen of what the source took for granted becomes the first tasks of the copy, and risks. What the project has taken on before,
 * or has under the same name, is left out. In the transaction of the copying; answers how many were taken on.
 */
export async function takeOn(
  tx: Tx,
  actor: Staff,
  { projectId, startOn }: Target,
  reportId: string,
  chosen: readonly string[],
): Promise<number> {
  const offered = await followUps(tx, actor, reportId)
  const wanted = offered?.lines.filter(({ subject }) => chosen.includes(subject)) ?? []
  const place = { municipalityId: actor.municipality.id, projectId }
  const before = await tx.projectPrerequisite.findMany({ where: { projectId, reportId }, select: { subject: true } })
  const known = new Set(before.map(({ subject }) => subject))
  const lines = wanted.filter(({ subject }) => !known.has(subject))
  if (!offered || lines.length === 0) return 0
  await addTasks(tx, actor, { ...place, dueOn: dueOn(startOn, today()), from: offered.from }, lines)
  await addRisks(tx, actor, { ...place, from: offered.from }, lines)
  await tx.projectPrerequisite.createMany({
    data: lines.map(({ subject, line }) => ({ ...place, reportId, subject, line: beginning(line, 500) })),
  })
  return lines.length
}

interface Place {
  municipalityId: string
  projectId: string
  /** The report, by its name. */
  from: string
}

const wordsFor = (actor: Staff) => translatorFor(actor.municipality.writtenNorm === 'nynorsk' ? 'nn' : 'nb')
/** As long as the names of tasks and risks may be. */
const named = (text: string) => beginning(text, 200)

async function addTasks(tx: Tx, actor: Staff, place: Place & { dueOn: IsoDate }, lines: readonly FollowUp[]): Promise<void> {
  const { from, dueOn, ...own } = place
  const t = wordsFor(actor)
  const there = await tx.task.findMany({ where: own, take: 5000, select: { title: true } })
  const titles = new Set(there.map(({ title }) => title))
  const first = await tx.projectPhase.findFirst({ where: own, orderBy: { position: 'asc' }, select: { id: true } })
  await tx.task.createMany({
    data: lines
      .filter(({ isTask }) => isTask)
      .map(({ why, line }) => ({
        ...own,
        projectPhaseId: first?.id,
        title: named(t(`fit.task.${why}`, { line })),
        description: beginning(t('fit.from', { from, line }), 10_000),
        responsibleId: actor.personId,
        dueOn: dateOf(dueOn),
      }))
      .filter(({ title }) => !titles.has(title)),
  })
}

async function addRisks(tx: Tx, actor: Staff, { from, ...own }: Place, lines: readonly FollowUp[]): Promise<void> {
  const t = wordsFor(actor)
  const there = await tx.uncertainty.findMany({ where: own, take: 5000, select: { title: true } })
  const titles = new Set(there.map(({ title }) => title))
  const judged = { probability: 3, consequence: 4, probabilityAfter: 2, consequenceAfter: 3 }
  const risks = lines
    .filter(({ isRisk }) => isRisk)
    .map(({ isTask, line }) => ({
      ...own,
      ...judged,
      id: newId(),
      title: named(t(isTask ? 'fit.risk' : 'fit.sizeRisk', { line })),
      cause: beginning(t('fit.from', { from, line }), 10_000),
    }))
    .filter(({ title }) => !titles.has(title))
  await tx.uncertainty.createMany({ data: risks })
  await tx.uncertaintyAssessment.createMany({
    data: risks.map(({ id, municipalityId }) => ({ municipalityId, uncertaintyId: id, ...judged, assessedOn: dateOf(today()) })),
  })
}
