import 'server-only'
import { type Actor, guestFrom, isOwn } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { mayRunProject, mayShareProject } from '../policy'

export type ProjectHead = NonNullable<Awaited<ReturnType<typeof projectHead>>>

/** What every page of a project shows around its own content; null for what the actor may not see. */
export function projectHead(actor: Actor, id: string) {
  return read(actor, async (tx) => {
    const project = await tx.project.findUnique({
      where: { id },
      select: {
        id: true,
        municipalityId: true,
        number: true,
        title: true,
        lifecycle: true,
        municipality: { select: { number: true, displayName: true } },
        members: { select: { personId: true, role: true } },
      },
    })
    if (!project) return null
    const { members, ...head } = project
    const facts = { municipalityId: project.municipalityId, members }
    return {
      ...head,
      isOwn: isOwn(actor, project),
      guestFrom: guestFrom(actor),
      may: { run: mayRunProject(actor, facts), share: mayShareProject(actor, facts) },
    }
  })
}
