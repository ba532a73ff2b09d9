import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { guests, invitations } from '../../demo/guests'
import { found } from './context'
import type { PeopleIds } from './people'
import type { LoadedProject } from './project'

/** Inserts the guests in projects of partner municipalities, and those who are asked to be. */
export async function insertGuests(tx: Tx, people: PeopleIds, projects: LoadedProject[]): Promise<void> {
  for (const { host, project: key, from, person, role } of guests) {
    const [project, home] = [projectOf(projects, host, key), await personOf(tx, people, from, person)]
    const own = { municipalityId: project.municipality.id }
    const personId = newId()
    await tx.person.createMany({
      data: [
        {
          ...own,
          ...{ id: personId, name: home.name, email: home.email },
          ...{ homeMunicipalityId: home.municipalityId, homePersonId: home.id },
        },
      ],
    })
    await tx.projectMember.createMany({ data: [{ ...own, projectId: project.id, personId, role }] })
  }
  for (const { host, project: key, from, person, role } of invitations) {
    const [project, home] = [projectOf(projects, host, key), await personOf(tx, people, from, person)]
    await tx.projectInvitation.createMany({
      data: [
        {
          ...{ municipalityId: project.municipality.id, projectId: project.id, role },
          ...{ guestMunicipalityId: home.municipalityId, email: home.email },
          invitedBy: found(people.get(host)?.get(project.content.manager), `${host} ${project.content.manager}`),
        },
      ],
    })
  }
}

function projectOf(projects: LoadedProject[], number: string, key: string): LoadedProject {
  return found(
    projects.find(({ municipality, content }) => municipality.number === number && content.key === key),
    `${number} ${key}`,
  )
}

async function personOf(tx: Tx, people: PeopleIds, number: string, key: string) {
  const id = found(people.get(number)?.get(key), `${number} ${key}`)
  const { name, email, municipalityId } = await tx.person.findUniqueOrThrow({
    where: { id },
    select: { name: true, email: true, municipalityId: true },
  })
  return { id, name, email: found(email, `e-mail of ${name}`), municipalityId: found(municipalityId, `home of ${name}`) }
}
