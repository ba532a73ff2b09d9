import type { Staff } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { projectPlan } from '@/lib/projects/plan/queries'
import { partKinds, partsOf } from '@/lib/sharing/parts'
import { owner } from './builders'

/** Renews the parts of a published report with the plan as it is now, each in a new version where it changed; as publishing again does. */
export async function publishParts(staff: Staff, project: { id: string }, report: { id: string }): Promise<void> {
  const plan = await read(staff, (tx) => projectPlan(tx, project.id))
  if (!plan) throw new Error('The project is not there')
  const parts = partsOf(plan)
  const municipalityId = staff.municipality.id
  for (const kind of partKinds) {
    const where = { municipalityId_reportId_kind: { municipalityId, reportId: report.id, kind } }
    const content = JSON.parse(JSON.stringify(parts[kind]))
    const old = await owner().reportPart.findUnique({ where })
    if (!old) await owner().reportPart.create({ data: { municipalityId, reportId: report.id, kind, content } })
    else if (JSON.stringify(old.content) !== JSON.stringify(content))
      await owner().reportPart.update({ where, data: { content, version: { increment: 1 } } })
  }
  await owner().experienceReport.update({ where: { id: report.id }, data: { publishedAt: new Date() }, select: { id: true } })
}
