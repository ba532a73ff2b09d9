import type { ProjectRole } from '@/generated/prisma/enums'
import type { Staff } from '@/lib/platform/actor'
import { owner, type TestProject } from './builders'

/** Somebody as they act in a project of another municipality, with a role there. */
export async function makeGuest(
  { personId: homePersonId, name, municipality }: Staff,
  project: TestProject,
  role: ProjectRole,
): Promise<Staff> {
  const host = await owner().municipality.findUniqueOrThrow({ where: { id: project.municipalityId } })
  const { id: personId } = await owner().person.create({
    select: { id: true },
    data: { name, municipalityId: host.id, homeMunicipalityId: municipality.id, homePersonId },
  })
  await owner().projectMember.create({ data: { municipalityId: host.id, projectId: project.id, personId, role } })
  return {
    ...{ kind: 'staff', personId, name, roles: [], home: { name: municipality.name } },
    municipality: { id: host.id, number: host.number, name: host.displayName, writtenNorm: host.writtenNorm },
  }
}
