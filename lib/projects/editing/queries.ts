import 'server-only'
import { colleaguesIn } from '@/lib/people/names/queries'
import type { Actor } from '@/lib/platform/actor'
import { isoDate, isoDateOrNull } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { projectFacts } from '../facts/queries'
import type { ItemValues } from '../items/fields'
import { mayDeleteProject, mayRunProject, mayShareProject } from '../policy'

/** The fields of a project as values, with its version. */
export async function projectValues(tx: Tx, id: string): Promise<{ version: number; values: ItemValues }> {
  const project = await tx.project.findUniqueOrThrow({ where: { id } })
  return {
    version: project.version,
    values: {
      title: project.title,
      goal: project.goal,
      background: project.background,
      themeCode: project.themeCode,
      type: project.type,
      lifecycle: project.lifecycle,
      visibility: project.visibility,
      startOn: isoDate(project.startOn),
      endOn: isoDateOrNull(project.endOn),
      technologies: project.technologies,
      suppliers: project.suppliers,
      methods: project.methods,
      unGoals: project.unGoals.map(String),
      archiveReference: project.archiveReference ?? '',
      financeReference: project.financeReference ?? '',
    },
  }
}

/** What the form of a project needs; null where the actor may not run it. */
export function projectEditPage(actor: Actor, id: string) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, id)
    if (!project || !mayRunProject(actor, project)) return null
    const themes = await tx.theme.findMany({ orderBy: { position: 'asc' }, select: { code: true } })
    const members = await tx.projectMember.findMany({
      where: { projectId: id },
      orderBy: [{ role: 'asc' }, { person: { name: 'asc' } }],
      select: { role: true, person: { select: { id: true, name: true, jobTitle: true } } },
    })
    return {
      ...(await projectValues(tx, id)),
      themes: themes.map(({ code }) => code),
      members: members.map(({ role, person }) => ({ role, ...person })),
      people: await colleaguesIn(tx, project.municipalityId),
      may: { share: mayShareProject(actor, project), delete: mayDeleteProject(actor, project) },
    }
  })
}
