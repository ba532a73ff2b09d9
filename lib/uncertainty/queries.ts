import 'server-only'
import { type Actor, isOwn } from '@/lib/platform/actor'
import { isoDate, isoDateOrNull } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { projectFacts } from '@/lib/projects/facts/queries'
import { mayRunProject } from '@/lib/projects/policy'

export type UncertaintyPage = NonNullable<Awaited<ReturnType<typeof uncertaintyPage>>>

/** All uncertainties of a project with actions and, for its own municipality, how their factors have moved. Three queries. */
export function uncertaintyPage(actor: Actor, projectId: string) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, projectId)
    if (!project) return null
    const rows = await tx.uncertainty.findMany({
      where: { projectId },
      orderBy: { id: 'asc' },
      select: {
        id: true,
        kind: true,
        title: true,
        cause: true,
        consequenceText: true,
        strategy: true,
        status: true,
        occurredOn: true,
        ledTo: true,
        probability: true,
        consequence: true,
        probabilityAfter: true,
        consequenceAfter: true,
        responsible: { select: { name: true } },
        actions: { orderBy: [{ isDone: 'asc' }, { dueOn: 'asc' }], select: { id: true, text: true, dueOn: true, isDone: true } },
        assessments: { orderBy: { assessedOn: 'asc' }, select: { assessedOn: true, probability: true, consequence: true } },
      },
    })
    return {
      uncertainties: rows.map(({ responsible, assessments, actions, occurredOn, ...uncertainty }) => ({
        ...uncertainty,
        occurredOn: isoDateOrNull(occurredOn),
        responsible: responsible?.name ?? null,
        actions: actions.map((action) => ({ ...action, dueOn: isoDateOrNull(action.dueOn) })),
        factors: assessments.map((a) => ({ on: isoDate(a.assessedOn), value: a.probability * a.consequence })),
      })),
      isOwn: isOwn(actor, project),
      may: { change: mayRunProject(actor, project) },
    }
  })
}
