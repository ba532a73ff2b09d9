import 'server-only'
import type { Staff } from '@/lib/platform/actor'
import type { Tx } from '@/lib/platform/db'
import { indexDocument } from '@/lib/search/commands'

/** Makes a project findable as it stands now, by those who may read it. */
export async function indexProject(tx: Tx, actor: Staff, id: string): Promise<void> {
  const project = await tx.project.findUniqueOrThrow({
    where: { id },
    select: {
      title: true,
      goal: true,
      background: true,
      themeCode: true,
      technologies: true,
      suppliers: true,
      startOn: true,
      deliverables: { take: 100, select: { title: true } },
      benefits: { take: 100, select: { title: true } },
    },
  })
  await indexDocument(tx, {
    kind: 'project',
    municipalityId: actor.municipality.id,
    subjectId: id,
    title: project.title,
    lead: project.goal,
    names: [actor.municipality.name, ...project.technologies, ...project.suppliers],
    body: [project.background, ...project.deliverables.map((d) => d.title), ...project.benefits.map((b) => b.title)].join('\n'),
    themeCode: project.themeCode,
    technologies: project.technologies,
    datedOn: project.startOn,
  })
}
