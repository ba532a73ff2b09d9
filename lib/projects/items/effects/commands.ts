import 'server-only'
import type { Staff } from '@/lib/platform/actor'
import { dateOf, today } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { indexDocument } from '@/lib/search/commands'
import type { ProjectForChange } from '../../facts/queries'
import type { ItemValues } from '../fields'
import type { ItemKind } from '../kinds'

interface SavedItem {
  kind: ItemKind
  id: string
  values: ItemValues
}

/** What follows when an item was saved: a judgement is kept for the history, a lesson is made findable. */
export async function afterSave(tx: Tx, actor: Staff, project: ProjectForChange, item: SavedItem): Promise<void> {
  if (item.kind === 'uncertainty') await keepAssessment(tx, actor, item)
  if (item.kind === 'lesson') await indexLesson(tx, actor, project, item.id)
}

async function keepAssessment(tx: Tx, actor: Staff, { id, values }: SavedItem): Promise<void> {
  const judged = {
    probability: Number(values.probability),
    consequence: Number(values.consequence),
    probabilityAfter: Number(values.probabilityAfter),
    consequenceAfter: Number(values.consequenceAfter),
  }
  const last = await tx.uncertaintyAssessment.findFirst({ where: { uncertaintyId: id }, orderBy: { assessedOn: 'desc' } })
  const isUnchanged = last && Object.entries(judged).every(([name, value]) => last[name as keyof typeof judged] === value)
  if (isUnchanged) return
  const key = { municipalityId: actor.municipality.id, uncertaintyId: id, assessedOn: dateOf(today()) }
  await tx.uncertaintyAssessment.upsert({
    where: { municipalityId_uncertaintyId_assessedOn: key },
    create: { ...key, ...judged },
    update: judged,
  })
}

/** Makes a lesson findable by those who may read it. */
export async function indexLesson(tx: Tx, actor: Staff, project: Pick<ProjectForChange, 'themeCode'>, id: string): Promise<void> {
  const lesson = await tx.lesson.findUniqueOrThrow({ where: { id } })
  await indexDocument(tx, {
    kind: 'lesson',
    municipalityId: actor.municipality.id,
    subjectId: id,
    title: lesson.title,
    lead: lesson.recommendation,
    names: [actor.municipality.name, ...lesson.technologies, ...lesson.suppliers],
    body: [lesson.whatHappened, lesson.cause, lesson.effect, lesson.earlySigns].join('\n'),
    themeCode: project.themeCode,
    technologies: lesson.technologies,
    datedOn: lesson.createdAt,
  })
}
