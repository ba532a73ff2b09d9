import 'server-only'
import { tell, tellOfPlan } from '@/lib/news/commands'
import type { Staff } from '@/lib/platform/actor'
import { dateOf, today } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import type { ProjectForChange } from '../../facts/queries'
import { foundBy, indexLesson, indexProject } from '../../indexing/commands'
import type { ItemValues } from '../fields'
import type { ItemKind } from '../kinds'

interface SavedItem {
  kind: ItemKind
  id: string
  values: ItemValues
}

/** What follows when an item was saved: a judgement is kept for the history, and what it says is found. */
export async function afterSave(tx: Tx, actor: Staff, project: ProjectForChange, item: SavedItem): Promise<void> {
  if (item.kind === 'uncertainty') await keepAssessment(tx, actor, item)
  if (item.kind === 'milestone') await tellOfPlan(tx, actor, project.id)
  if (item.kind === 'lesson') {
    await indexLesson(tx, item.id)
    await tellOfLesson(tx, actor, item)
  }
  if (foundBy.has(item.kind)) await indexProject(tx, project.id)
}

/** A lesson is news once: when it is shared with others for the first time. */
async function tellOfLesson(tx: Tx, actor: Staff, { id, values }: SavedItem): Promise<void> {
  if (values.visibility === 'municipality' || (await tx.newsItem.count({ where: { lessonId: id } })) > 0) return
  await tell(tx, actor, { kind: 'lesson_shared', lessonId: id })
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
