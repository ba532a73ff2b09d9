import { addDays, dateOf, type IsoDate } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { plans } from '../../demo/plans'

/** What is planned, with who is in; whoever runs a project of theirs says so for a municipality. */
export async function insertPlans(tx: Tx, today: IsoDate): Promise<void> {
  for (const { municipality, project: number, inDays, interests, role, ...plan } of plans) {
    const project = await tx.project.findFirstOrThrow({
      where: { number, municipality: { number: municipality } },
      select: { id: true, municipalityId: true },
    })
    const { wants, text, contact } = plan
    await tx.sharedPlan.create({
      select: { projectId: true },
      data: {
        ...{ projectId: project.id, municipalityId: project.municipalityId, wants, text, contact, contactRole: role },
        beginsOn: dateOf(addDays(today, inDays)),
      },
    })
    for (const interest of interests) {
      const { person, municipalityId } = await tx.projectMember.findFirstOrThrow({
        where: { role: 'project_manager', project: { municipality: { number: interest.number } } },
        select: { municipalityId: true, person: { select: { id: true, email: true } } },
      })
      await tx.planInterest.create({
        select: { projectId: true },
        data: {
          ...{ projectId: project.id, hostMunicipalityId: project.municipalityId, municipalityId, personId: person.id },
          ...{ wants: interest.wants, text: interest.text, contactRole: interest.role },
          contact: person.email ?? `post@${interest.number}.example`,
        },
      })
    }
  }
}
