import 'server-only'
import type { Lifecycle, ProjectRole } from '@/generated/prisma/enums'
import { mayUseDesk } from '@/lib/municipalities/policy'
import { dutiesOf } from '@/lib/people/duties/queries'
import type { Duty } from '@/lib/people/duties/rules'
import type { Actor, Staff } from '@/lib/platform/actor'
import { actorOfPerson } from '@/lib/platform/auth/liveness'
import { read } from '@/lib/platform/db'
import { projectFacts } from '@/lib/projects/facts/queries'
import { mayShareProject } from '@/lib/projects/policy'

/** Who takes part from other municipalities and who is asked to; null for those who may not ask anybody. */
export function guestPage(actor: Actor, projectId: string) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, projectId)
    if (!project || !mayShareProject(actor, project)) return null
    const collaborations = await tx.collaboration.findMany({
      where: { members: { some: { municipalityId: project.municipalityId } } },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    })
    const partners = await tx.collaborationMember.findMany({
      where: {
        collaborationId: project.collaborationId ?? undefined,
        municipalityId: { not: project.municipalityId },
        municipality: { participation: { isNot: null } },
      },
      orderBy: { municipality: { number: 'asc' } },
      select: { municipality: { select: { id: true, displayName: true } } },
    })
    const guests = await tx.projectMember.findMany({
      where: { projectId, person: { homeMunicipalityId: { not: null } } },
      orderBy: [{ person: { name: 'asc' } }, { role: 'asc' }],
      select: { role: true, person: { select: { id: true, name: true, homeMunicipality: { select: { displayName: true } } } } },
    })
    const invitations = await tx.projectInvitation.findMany({
      where: { projectId, OR: [{ isAccepted: null }, { isAccepted: false }] },
      orderBy: { invitedAt: 'desc' },
      take: 100,
      select: {
        id: true,
        email: true,
        role: true,
        invitedAt: true,
        isAccepted: true,
        guestMunicipality: { select: { displayName: true } },
      },
    })
    return {
      version: project.version,
      collaborationId: project.collaborationId,
      collaborations,
      partners: project.collaborationId ? partners.map(({ municipality }) => municipality) : [],
      guests: guests.map(({ role, person }) => ({
        personId: person.id,
        name: person.name,
        from: person.homeMunicipality?.displayName ?? '',
        role,
      })),
      invitations: invitations.map(({ guestMunicipality, invitedAt, isAccepted, ...invitation }) => ({
        ...invitation,
        municipality: guestMunicipality.displayName,
        invitedAt: invitedAt.toISOString(),
        isDeclined: isAccepted === false,
      })),
    }
  })
}

export interface Invitation {
  id: string
  projectTitle: string
  municipality: string
  role: ProjectRole
  invitedBy: string
  /** ISO instant. */
  invitedAt: string
}

export interface GuestProject {
  id: string
  title: string
  lifecycle: Lifecycle
  municipality: string
  roles: ProjectRole[]
}

/** What partner municipalities have for the actor: invitations not answered, projects they are a guest in, and what waits for them there. */
export async function abroad(actor: Staff): Promise<{ invitations: Invitation[]; projects: GuestProject[]; duties: Duty[] }> {
  const { invitations, projects } = await read(actor, async (tx) => ({
    invitations: await tx.$queryRaw<(Omit<Invitation, 'invitedAt'> & { invitedAt: Date })[]>`
      SELECT i.id, i.project_title AS "projectTitle", m.display_name AS municipality, i.role::text AS role, i.invited_by AS "invitedBy",
        i.invited_at AS "invitedAt"
      FROM my_invitations() i JOIN municipality m ON m.id = i.municipality_id ORDER BY i.invited_at DESC, i.id`,
    projects: await tx.$queryRaw<(GuestProject & { personId: string })[]>`
      SELECT p.project_id AS id, p.title, p.lifecycle::text AS lifecycle, m.display_name AS municipality, p.roles::text[] AS roles,
        p.person_id AS "personId"
      FROM my_guest_projects() p JOIN municipality m ON m.id = p.municipality_id
      ORDER BY p.title COLLATE "nb-NO-x-icu", p.project_id LIMIT 100`,
  }))
  const duties: Duty[] = []
  for (const personId of new Set(projects.map((project) => project.personId))) {
    const guest = await actorOfPerson(personId)
    if (mayUseDesk(guest)) duties.push(...(await read(guest, (tx) => dutiesOf(tx, guest))))
  }
  return {
    invitations: invitations.map((invitation) => ({ ...invitation, invitedAt: invitation.invitedAt.toISOString() })),
    projects: projects.map(({ personId: _, ...project }) => project),
    duties,
  }
}
