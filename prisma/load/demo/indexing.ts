import { indexReport } from '@/lib/experiences/indexing/commands'
import { dateOf } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { indexDocument } from '@/lib/search/commands'
import type { LoadedProject } from './project'

/** Makes a project, its lessons and its report findable. Who may see them is asked when somebody searches. */
export async function indexProject(tx: Tx, project: LoadedProject, reportId: string | null): Promise<void> {
  const { content, municipality } = project
  const names = [municipality.displayName, ...municipality.parallelNames, ...content.technologies, ...content.suppliers]
  const common = { municipalityId: municipality.id, names, themeCode: content.theme, technologies: content.technologies }
  await indexDocument(tx, {
    ...common,
    kind: 'project',
    subjectId: project.id,
    title: content.title,
    lead: content.goal,
    body: [content.background, ...content.deliverables.map((d) => d.title), ...content.benefits.map((b) => b.title)].join('\n'),
    datedOn: dateOf(content.startOn),
  })
  for (const { id, content: lesson, learntOn } of project.lessons) {
    await indexDocument(tx, {
      ...common,
      kind: 'lesson',
      subjectId: id,
      title: lesson.title,
      lead: lesson.recommendation,
      body: [lesson.whatHappened, lesson.cause, lesson.effect].join('\n'),
      datedOn: dateOf(learntOn),
    })
  }
  if (reportId) await indexReport(tx, reportId)
}
