import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { indexDocument } from '@/lib/search/commands'

/** Who a thing is from, as it is found by. */
const from = { select: { displayName: true, parallelNames: true } } as const

type From = { displayName: string; parallelNames: string[] }

const namesOf = ({ displayName, parallelNames }: From, others: string[]) => [displayName, ...parallelNames, ...others]

/** Whatever of a project is found by its content: who changes one of these calls `indexProject`. */
export const foundBy: ReadonlySet<string> = new Set(['deliverable', 'benefit', 'deliverables', 'benefits'])

/** Makes a project findable as it stands now, by those who may read it. `sharedAt` is said where it was shared before it is indexed. */
export async function indexProject(tx: Tx, id: string, sharedAt?: Date): Promise<void> {
  const project = await tx.project.findUniqueOrThrow({
    where: { id },
    select: {
      municipalityId: true,
      title: true,
      goal: true,
      background: true,
      themeCode: true,
      technologies: true,
      suppliers: true,
      visibility: true,
      createdAt: true,
      municipality: from,
      deliverables: { orderBy: { id: 'asc' }, take: 200, select: { title: true } },
      benefits: { orderBy: { id: 'asc' }, take: 200, select: { title: true } },
    },
  })
  const { municipalityId, title, goal, background, themeCode, technologies, suppliers, deliverables, benefits } = project
  await indexDocument(tx, {
    ...{ kind: 'project', municipalityId, subjectId: id, title, lead: goal, themeCode, technologies },
    names: namesOf(project.municipality, [...technologies, ...suppliers]),
    body: [background, ...[...deliverables, ...benefits].map((item) => item.title)].filter(Boolean).join('\n'),
    ...{ audience: project.visibility, madeAt: project.createdAt, sharedAt },
  })
}

/** Makes a lesson findable by those who may read it. */
export async function indexLesson(tx: Tx, id: string, sharedAt?: Date): Promise<void> {
  const lesson = await tx.lesson.findUniqueOrThrow({
    where: { id },
    include: { municipality: from, project: { select: { themeCode: true } } },
  })
  const { municipalityId, title, recommendation, technologies, suppliers, whatHappened, cause, effect, earlySigns } = lesson
  await indexDocument(tx, {
    ...{ kind: 'lesson', municipalityId, subjectId: id, title, lead: recommendation, technologies },
    themeCode: lesson.project.themeCode,
    names: namesOf(lesson.municipality, [...technologies, ...suppliers]),
    body: [whatHappened, cause, effect, earlySigns].filter(Boolean).join('\n'),
    ...{ audience: lesson.visibility, madeAt: lesson.createdAt, sharedAt },
  })
}

/** The lessons of projects are found under the theme that these have now. */
export async function moveLessons(tx: Tx, projectIds: string[], themeCode: string): Promise<void> {
  await tx.lesson.updateMany({ where: { projectId: { in: projectIds } }, data: { themeCode } })
  await tx.searchDocument.updateMany({ where: { lesson: { projectId: { in: projectIds } } }, data: { themeCode } })
}
