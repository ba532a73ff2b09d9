import 'server-only'
import { type Actor, isOwn } from '@/lib/platform/actor'
import { isoDate, isoDateOrNull } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { projectFacts } from '@/lib/projects/facts/queries'
import { mayRunProject } from '@/lib/projects/policy'

export type BenefitPage = NonNullable<Awaited<ReturnType<typeof benefitPage>>>

/** The changes of a project with the benefits that follow, their indicators and measurements; null for what the actor may not see. */
export function benefitPage(actor: Actor, projectId: string) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, projectId)
    if (!project) return null
    const changes = await tx.change.findMany({
      where: { projectId },
      orderBy: { id: 'asc' },
      select: {
        id: true,
        text: true,
        benefits: {
          orderBy: { id: 'asc' },
          select: {
            id: true,
            title: true,
            kind: true,
            category: true,
            howRealised: true,
            expectedFromOn: true,
            responsible: { select: { name: true } },
            indicators: {
              orderBy: { id: 'asc' },
              select: {
                id: true,
                title: true,
                unit: true,
                startValue: true,
                targetValue: true,
                // Row-level security keeps measurements to the municipality: others get none.
                measurements: { orderBy: { measuredOn: 'asc' }, select: { measuredOn: true, value: true } },
              },
            },
          },
        },
      },
    })
    return {
      changes: changes.map((change) => ({
        ...change,
        benefits: change.benefits.map(({ responsible, indicators, expectedFromOn, ...benefit }) => ({
          ...benefit,
          responsible: responsible?.name ?? null,
          expectedFromOn: isoDateOrNull(expectedFromOn),
          indicators: indicators.map(({ startValue, targetValue, measurements, ...indicator }) => ({
            ...indicator,
            start: Number(startValue),
            target: Number(targetValue),
            measurements: measurements.map((m) => ({ on: isoDate(m.measuredOn), value: Number(m.value) })),
          })),
        })),
      })),
      isOwn: isOwn(actor, project),
      may: { change: mayRunProject(actor, project) },
    }
  })
}
