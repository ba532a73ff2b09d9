import { describe, expect, test } from 'vitest'
import type { Staff } from '@/lib/platform/actor'
import { read, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { loadCollaborations } from '@/prisma/load/reference'
import { answerCollaboration, askInto, foundCollaboration, leaveCollaboration, takeBackInvitation } from './commands'
import { collaborationsOf } from './queries'

const administrator = () => makeStaff({ roles: ['member', 'municipality_admin'] })
const named = () => ({ name: `Samarbeid ${newId()}`, description: '' })

async function begin() {
  const [siri, lars] = [await administrator(), await administrator()]
  const id = await foundCollaboration(siri, named())
  await askInto(siri, { collaborationId: id, municipalityId: lars.municipality.id })
  const [asked] = (await collaborationsOf(lars)).askedInto
  return { siri, lars, id, invitationId: asked?.id ?? '' }
}

/** A report that a municipality shares with a collaboration alone. */
async function shared(who: Staff, collaborationId: string) {
  const report = await makeReport(who, await makeProject(who))
  await owner().experienceReport.update({
    where: { id: report.id },
    data: { visibility: 'collaboration', visibleToCollaborationId: collaborationId },
  })
  return report
}
const reads = (who: Staff, { id }: { id: string }) => read(who, (tx) => tx.experienceReport.count({ where: { id } }))

describe('a collaboration', () => {
  test('is made by one, joined by another, and what is shared through it follows at once, both ways', async () => {
    const { siri, lars, id, invitationId } = await begin()
    const [ours, theirs] = [await shared(siri, id), await shared(lars, id)]
    expect([await reads(lars, ours), await reads(siri, theirs)]).toEqual([0, 0])
    await answerCollaboration(lars, { invitationId, answer: 'accept' })
    expect([await reads(lars, ours), await reads(siri, theirs)]).toEqual([1, 1])
    expect((await collaborationsOf(siri)).mine).toMatchObject([{ id, asked: [] }])
    await leaveCollaboration(lars, { collaborationId: id })
    expect([await reads(lars, ours), await reads(siri, theirs)]).toEqual([0, 0])
    const trail = await owner().auditEvent.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } })
    expect(trail.map(({ action, municipalityId }) => [action, municipalityId])).toEqual([
      ['collaboration.found', siri.municipality.id],
      ['collaboration.ask', siri.municipality.id],
      ['collaboration.join', lars.municipality.id],
      ['collaboration.leave', lars.municipality.id],
    ])
  })

  test('is declined, taken back, and asked into once at a time', async () => {
    const { siri, lars, id, invitationId } = await begin()
    const again = { collaborationId: id, municipalityId: lars.municipality.id }
    await expect(askInto(siri, again)).rejects.toMatchObject({ fields: { municipalityId: 'errors.alreadyAsked' } })
    await answerCollaboration(lars, { invitationId, answer: 'decline' })
    expect((await collaborationsOf(lars)).mine).toEqual([])
    await askInto(siri, again)
    const [second] = (await collaborationsOf(lars)).askedInto
    await takeBackInvitation(siri, { invitationId: second?.id ?? '' })
    await expect(answerCollaboration(lars, { invitationId: second?.id ?? '', answer: 'accept' })).rejects.toMatchObject({
      reason: 'not-found',
    })
  })

  test('A3 is entered by nobody who is not asked, and asked into by nobody who is not in it', async () => {
    const { siri, lars, id, invitationId } = await begin()
    const [stranger, colleague] = [await administrator(), await makeStaff({ municipality: lars.municipality })]
    for (const who of [stranger, siri])
      await expect(answerCollaboration(who, { invitationId, answer: 'accept' })).rejects.toMatchObject({ reason: 'not-found' })
    await expect(answerCollaboration(colleague, { invitationId, answer: 'accept' })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    const ask = { collaborationId: id, municipalityId: stranger.municipality.id }
    await expect(askInto(lars, ask)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(leaveCollaboration(stranger, { collaborationId: id })).rejects.toMatchObject({ reason: 'not-found' })
    expect((await collaborationsOf(stranger)).askedInto).toEqual([])
    // Nor past the commands.
    const answer = (who: Staff) =>
      transaction(
        who,
        (tx) => tx.$queryRaw<{ id: string | null }[]>`SELECT answer_collaboration(${invitationId}::uuid, true) AS id`,
      )
    for (const who of [stranger, colleague]) expect(await answer(who)).toEqual([{ id: null }])
    const enter = transaction(stranger, (tx) =>
      tx.collaborationMember.createMany({ data: [{ collaborationId: id, municipalityId: stranger.municipality.id }] }),
    )
    await expect(enter).rejects.toThrow(/permission denied/)
    const sneak = transaction(colleague, (tx) => tx.$queryRaw`SELECT found_collaboration('x', 'x', '')`)
    await expect(sneak).rejects.toThrow(/row-level security/)
  })

  test('of the register is left alone by it once a municipality has left by its own hand', async () => {
    const member = await owner().collaborationMember.findFirstOrThrow({
      where: { collaboration: { slug: 'ddv' } },
      include: { municipality: true },
    })
    const { id, number, displayName, writtenNorm } = member.municipality
    const siri = await makeStaff({
      municipality: { id, number, name: displayName, writtenNorm },
      roles: ['member', 'municipality_admin'],
    })
    await leaveCollaboration(siri, { collaborationId: member.collaborationId })
    await owner().$transaction((tx) => loadCollaborations(tx), { timeout: 20_000 })
    const still = { collaborationId: member.collaborationId, municipalityId: id }
    expect(await owner().collaborationMember.count({ where: still })).toBe(0)
  })
})
