import { indexReport } from '@/lib/experiences/indexing/commands'
import { dateOf, type IsoDate, today } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { indexLesson, indexProject } from '@/lib/projects/indexing/commands'
import type { LoadedProject } from './project'

/** Makes a project, its lessons and its report findable. Who may see them is asked when somebody searches. */
export async function indexLoaded(tx: Tx, project: LoadedProject, reportId: string | null): Promise<void> {
  await indexProject(tx, project.id, sharedAt(project.content.startOn))
  for (const { id, learntOn } of project.lessons) await indexLesson(tx, id, sharedAt(learntOn))
  if (reportId) await indexReport(tx, reportId)
}

/** Demo content was shared when it began, and is no news. */
const sharedAt = (beganOn: IsoDate) => dateOf(beganOn < today() ? beganOn : today())
