import { describe, expect, test } from 'vitest'
import type { Staff } from '@/lib/platform/actor'
import { guestIn } from '@/lib/platform/auth/liveness'
import { newId } from '@/lib/platform/ids'
import { saveItem } from '@/lib/projects/items/commands'
import { itemSent, makeAdvisor, makeCollaboration, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { answerInvitation, inviteGuest, setCollaboration, withdrawInvitation } from './commands'
import { abroad, guestPage } from './queries'

const mail = (staff: Staff) => `per.${staff.personId}@lillesand.example`

/** Two municipalities in one collaboration, and a project of the first that it runs. */
async function partners() {
  const [host, per] = [await makeStaff(), await makeStaff({ name: 'Per Hansen' })]
  await owner().person.update({ where: { id: per.personId }, data: { email: mail(per).toUpperCase() } })
  const collaboration = await makeCollaboration([host.municipality, per.municipality])
  const project = await makeProject(host, { collaboration: collaboration.slug })
  const invitation = {
    ...{ projectId: project.id, guestMunicipalityId: per.municipality.id },
    ...{ email: mail(per), role: 'project_support' as const },
  }
  return { host, per, collaboration, project, invitation }
}

describe('an invitation', () => {
  test('is found by the one it is addressed to, and answered once; then they work in the project as its guest', async () => {
    const { host, per, project, invitation } = await partners()
    await inviteGuest(host, invitation)
    const found = await abroad(per)
    expect(found).toMatchObject({
      invitations: [{ projectTitle: project.title, municipality: host.municipality.name, invitedBy: host.name }],
      projects: [],
    })
    const answer = { invitationId: found.invitations[0]?.id ?? '', answer: 'accept' as const }
    expect(await guestIn(per, project.id)).toBe(per)
    expect(await answerInvitation(per, answer)).toEqual({ projectId: project.id })
    await expect(answerInvitation(per, answer)).rejects.toMatchObject({ reason: 'not-found' })

    const guest = await guestIn(per, project.id)
    expect(guest).toMatchObject({ roles: [], municipality: host.municipality, home: { name: per.municipality.name } })
    const task = itemSent(guest, project, { kind: 'task' }, { title: 'Sjekke avtalen', responsibleId: guest.personId })
    await saveItem(guest, task)
    expect(await abroad(per)).toMatchObject({
      invitations: [],
      projects: [{ id: project.id, roles: ['project_support'], municipality: host.municipality.name }],
      duties: [{ title: 'Sjekke avtalen', project: { id: project.id } }],
    })
    expect(await guestPage(host, project.id)).toMatchObject({
      guests: [{ name: per.name, from: per.municipality.name, role: 'project_support' }],
      invitations: [],
    })
    const trail = await owner().auditEvent.findMany({ where: { projectId: project.id }, orderBy: { at: 'asc' } })
    expect(trail.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['guest.invite', host.personId],
      ['guest.accept', guest.personId],
      ['item.create', guest.personId],
    ])
  })

  test('may be declined: then they are no guest, and the host sees the answer and may ask again', async () => {
    const { host, per, project, invitation } = await partners()
    await inviteGuest(host, invitation)
    const [asked] = (await abroad(per)).invitations
    expect(await answerInvitation(per, { invitationId: asked?.id ?? '', answer: 'decline' })).toEqual({ projectId: null })
    expect(await guestIn(per, project.id)).toBe(per)
    expect(await owner().person.count({ where: { homePersonId: per.personId } })).toBe(0)
    expect((await guestPage(host, project.id))?.invitations).toMatchObject([{ email: mail(per), isDeclined: true }])
    await inviteGuest(host, invitation)
  })

  test('is found by nobody else: not a colleague, not somebody elsewhere with the same address', async () => {
    const { host, per, invitation } = await partners()
    await inviteGuest(host, invitation)
    const id = (await abroad(per)).invitations[0]?.id ?? ''
    const colleague = await makeStaff({ municipality: per.municipality })
    const namesake = await makeStaff()
    await owner().person.update({ where: { id: namesake.personId }, data: { email: mail(per) } })
    for (const other of [colleague, namesake, host]) {
      expect(await abroad(other)).toMatchObject({ invitations: [] })
      await expect(answerInvitation(other, { invitationId: id, answer: 'accept' })).rejects.toMatchObject({ reason: 'not-found' })
    }
    await expect(answerInvitation(await makeAdvisor(), { invitationId: id, answer: 'accept' })).rejects.toMatchObject({
      reason: 'forbidden',
    })
  })

  test('can be withdrawn until it is answered', async () => {
    const { host, per, project, invitation } = await partners()
    await inviteGuest(host, invitation)
    await expect(inviteGuest(host, invitation)).rejects.toMatchObject({ fields: { email: 'errors.alreadyInvited' } })
    const id = (await guestPage(host, project.id))?.invitations[0]?.id ?? ''
    await withdrawInvitation(host, { projectId: project.id, invitationId: id })
    expect((await abroad(per)).invitations).toEqual([])
    await expect(withdrawInvitation(host, { projectId: project.id, invitationId: id })).rejects.toMatchObject({
      reason: 'not-found',
    })
  })

  test('goes to municipalities in the collaboration of the project only, and is not a guest’s to send', async () => {
    const { host, per, project, invitation } = await partners()
    const elsewhere = await makeStaff()
    const notPartner = { reason: 'not-found', fields: { guestMunicipalityId: 'errors.notPartner' } }
    for (const { municipality } of [elsewhere, host])
      await expect(inviteGuest(host, { ...invitation, guestMunicipalityId: municipality.id })).rejects.toMatchObject(notPartner)
    const alone = await makeProject(host)
    await expect(inviteGuest(host, { ...invitation, projectId: alone.id })).rejects.toMatchObject(notPartner)

    await inviteGuest(host, invitation)
    await answerInvitation(per, { invitationId: (await abroad(per)).invitations[0]?.id ?? '', answer: 'accept' })
    const guest = await guestIn(per, project.id)
    expect(await guestPage(guest, project.id)).toBeNull()
    await expect(inviteGuest(guest, { ...invitation, email: 'ola@lillesand.example' })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    const colleague = await makeStaff({ municipality: host.municipality })
    await expect(inviteGuest(colleague, invitation)).rejects.toMatchObject({ reason: 'forbidden' })
  })
})

describe('the collaboration behind a project', () => {
  test('is one that the municipality is in, or none; the second to save is told', async () => {
    const { host, project } = await partners()
    const own = await makeCollaboration([host.municipality])
    const foreign = await makeCollaboration([(await makeStaff()).municipality])
    const sent = { projectId: project.id, version: 1 }
    for (const collaborationId of [foreign.id, newId()])
      await expect(setCollaboration(host, { ...sent, collaborationId })).rejects.toMatchObject({ reason: 'not-found' })
    await setCollaboration(host, { ...sent, collaborationId: own.id })
    await expect(setCollaboration(host, { ...sent, collaborationId: null })).rejects.toMatchObject({ reason: 'conflict' })
    await setCollaboration(host, { ...sent, version: 2, collaborationId: null })
    expect(await guestPage(host, project.id)).toMatchObject({ version: 3, collaborationId: null, partners: [] })
  })
})
