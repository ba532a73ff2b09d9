import { describe, expect, test } from 'vitest'
import { approvePublication, finishDraft, returnPublication, takeBackRequest } from '@/lib/experiences/approval/commands'
import { approvalOf, waitingPublications } from '@/lib/experiences/approval/queries'
import { publicationCheck } from '@/lib/experiences/check/queries'
import { noticePage } from '@/lib/news/queries'
import type { Staff } from '@/lib/platform/actor'
import { transaction } from '@/lib/platform/db'
import { updateProject } from '@/lib/projects/editing/commands'
import { makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { confirmation, publishWritten, writeReport } from '@/lib/testing/writing'
import { setPublishing } from './commands'
import { publishingForm } from './input'
import { publishingPolicy } from './queries'

const all = { municipality: 'writers', collaboration: 'writers', municipalities: 'writers', open: 'writers' } as const
const decided = { ...all, municipalities: 'second_person', open: 'nobody' } as const

/** A municipality where another looks before the others read, with a project somebody writes the report of. */
async function begin(policy: object = decided) {
  const kari = await makeStaff({ name: 'Kari Skriver' })
  const { municipality } = kari
  const siri = await makeStaff({ municipality, roles: ['member', 'municipality_admin'], name: 'Siri Styrer' })
  const per = await makeStaff({ municipality, roles: ['member', 'portfolio_manager'], name: 'Per Portefølje' })
  const project = await makeProject(kari)
  await setPublishing(siri, publishingForm.parse({ ...all, ...policy, version: 0 }))
  return { kari, siri, per, project }
}

async function ask(who: Staff, project: { id: string }, change: object = {}) {
  await writeReport(who, project, { visibility: 'municipalities', ...change })
  expect(await finishDraft(who, await confirmation(who, project))).toBeNull()
  return owner().publicationRequest.findFirstOrThrow({ where: { report: { projectId: project.id }, decidedAt: null } })
}

const status = async ({ id }: { id: string }) =>
  (await owner().experienceReport.findFirst({ where: { projectId: id }, select: { status: true } }))?.status
const kinds = async (who: Staff) => (await noticePage(who, 1)).notices.map(({ kind, path }) => [kind, path])

describe('a municipality that wants a second pair of eyes', () => {
  test('has it: what is sent is told to those who may approve, and published by one of them', async () => {
    const { kari, siri, per, project } = await begin()
    const request = await ask(kari, project)
    expect(await status(project)).toBe('draft')
    const path = `/prosjekter/${project.id}/erfaringsrapport/kontroll`
    for (const who of [siri, per]) expect(await kinds(who)).toEqual([['approval_wanted', path]])
    expect(await waitingPublications(per)).toMatchObject([{ projectId: project.id, by: 'Kari Skriver' }])
    const published = await approvePublication(per, { projectId: project.id, requestId: request.id })
    expect(await status(project)).toBe('published')
    expect(await kinds(kari)).toContainEqual(['approval_given', `/erfaringer/${published.slug}`])
    const trail = await owner().auditEvent.findMany({ where: { projectId: project.id, action: { startsWith: 'report.' } } })
    expect(trail.map(({ action, actorId }) => [action, actorId]).sort()).toEqual([
      ['report.approve', per.personId],
      ['report.ask-approval', kari.personId],
    ])
    expect(await waitingPublications(per)).toEqual([])
  })

  test('is not got round: not by whoever asked, whoever may not, nor by another road to the same table', async () => {
    const { kari, per, siri, project } = await begin()
    await writeReport(kari, project, { visibility: 'municipalities' })
    const input = await confirmation(kari, project)
    await expect(publishWritten(kari, project, { visibility: 'municipalities' })).rejects.toMatchObject({ reason: 'forbidden' })
    const request = await ask(per, project)
    const target = { projectId: project.id, requestId: request.id }
    await expect(approvePublication(per, target)).rejects.toMatchObject({ fields: { publishing: 'errors.notYourOwn' } })
    await expect(approvePublication(kari, target)).rejects.toMatchObject({ reason: 'forbidden' })
    const stranger = await makeStaff({ roles: ['member', 'municipality_admin'] })
    await expect(approvePublication(stranger, target)).rejects.toMatchObject({ reason: 'not-found' })
    const publish = (who: Staff) =>
      transaction(who, (tx) =>
        tx.experienceReport.updateMany({
          where: { projectId: project.id },
          data: { status: 'published', visibility: 'municipalities', publishedAt: new Date() },
        }),
      )
    for (const who of [kari, per, siri]) await expect(publish(who)).rejects.toThrow(/row-level security/)
    await expect(
      transaction(per, (tx) =>
        tx.publicationRequest.updateMany({
          where: { id: request.id },
          data: { isApproved: true, decidedBy: per.personId, decidedAt: new Date() },
        }),
      ),
    ).rejects.toThrow(/publication_request_two_check/)
    expect(input.version).toBeGreaterThan(0)
    expect(await status(project)).toBe('draft')
  })

  test('sees the text that is published: one that was changed since must be sent again', async () => {
    const { kari, siri, project } = await begin()
    const first = await ask(kari, project)
    await writeReport(kari, project, { visibility: 'municipalities', summary: 'Noe helt annet.' })
    const check = await publicationCheck(siri, project.id)
    const view = await approvalOf(siri, { ...(check as NonNullable<typeof check>).saved, visibility: 'municipalities' })
    expect(view).toMatchObject({ mayDecide: false, open: { isCurrent: false } })
    await expect(approvePublication(siri, { projectId: project.id, requestId: first.id })).rejects.toMatchObject({
      reason: 'conflict',
    })
    const second = await ask(kari, project, { summary: 'Noe helt annet.' })
    await approvePublication(siri, { projectId: project.id, requestId: second.id })
    expect(await status(project)).toBe('published')
  })

  test('can send it back with why, and whoever asked can take it back', async () => {
    const { kari, siri, project } = await begin()
    const request = await ask(kari, project)
    await returnPublication(siri, { projectId: project.id, requestId: request.id, reason: 'Ta ut kostnadene' })
    expect(await kinds(kari)).toContainEqual(['approval_returned', `/prosjekter/${project.id}/erfaringsrapport/kontroll`])
    const check = await publicationCheck(kari, project.id)
    const view = await approvalOf(kari, { ...(check as NonNullable<typeof check>).saved, visibility: 'municipalities' })
    expect(view).toMatchObject({ way: 'ask', open: null, returned: { by: 'Siri Styrer', reason: 'Ta ut kostnadene' } })
    const again = await ask(kari, project)
    await takeBackRequest(kari, { projectId: project.id, requestId: again.id })
    await expect(approvePublication(siri, { projectId: project.id, requestId: again.id })).rejects.toMatchObject({
      reason: 'not-found',
    })
  })

  test('looks at each new version too', async () => {
    const { kari, siri, project } = await begin()
    const report = await makeReport(kari, project, { visibility: 'municipalities' })
    await writeReport(kari, project, { visibility: 'municipalities', summary: 'Rettet.' })
    expect(await finishDraft(kari, await confirmation(kari, project, { holds: 'on' }))).toBeNull()
    const before = await owner().experienceReport.findUniqueOrThrow({ where: { id: report.id } })
    expect(before.summary).not.toBe('Rettet.')
    const request = await owner().publicationRequest.findFirstOrThrow({ where: { reportId: report.id } })
    await approvePublication(siri, { projectId: project.id, requestId: request.id })
    expect(await owner().experienceReport.findUniqueOrThrow({ where: { id: report.id } })).toMatchObject({ summary: 'Rettet.' })
  })
})

describe('who may publish how widely', () => {
  test('is held audience by audience: what nobody shares cannot be shared, the rest goes on as before', async () => {
    const { kari, project } = await begin()
    await expect(publishWritten(kari, project, { visibility: 'open' })).rejects.toMatchObject({
      fields: { publishing: 'errors.publishedByNobody' },
    })
    await publishWritten(kari, project, { visibility: 'municipality' })
    expect(await status(project)).toBe('published')
  })

  test('may be the managers: they publish what they write, and others ask them', async () => {
    const { kari, per, project } = await begin({ ...all, open: 'managers' })
    const request = await ask(kari, project, { visibility: 'open' })
    await approvePublication(per, { projectId: project.id, requestId: request.id })
    expect(await status(project)).toBe('published')
    const other = await makeProject(per)
    await publishWritten(per, other, { visibility: 'open' })
    expect(await status(other)).toBe('published')
  })

  test('holds for projects as well', async () => {
    const { kari, per, project } = await begin({ ...all, open: 'nobody', municipalities: 'managers' })
    const share = async (who: Staff, visibility: string) => {
      const { version } = await owner().project.findUniqueOrThrow({ where: { id: project.id } })
      return updateProject(who, { projectId: project.id, block: 'facts', version, values: { visibility } })
    }
    await expect(share(kari, 'municipalities')).rejects.toMatchObject({ fields: { visibility: 'errors.publishedByManagers' } })
    await expect(share(per, 'open')).rejects.toMatchObject({ fields: { visibility: 'errors.publishedByNobody' } })
    const past = transaction(kari, (tx) =>
      tx.project.updateMany({ where: { id: project.id }, data: { visibility: 'municipalities' } }),
    )
    await expect(past).rejects.toThrow(/row-level security/)
  })

  test('is decided by the administrator of the municipality alone, and two who decide at once are told', async () => {
    const { kari, per, siri } = await begin()
    const stranger = await makeStaff({ roles: ['member', 'municipality_admin'] })
    const change = publishingForm.parse({ ...all, version: 1 })
    for (const who of [kari, per, { ...siri, home: { name: 'Et annet sted' } }])
      await expect(setPublishing(who, change)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(setPublishing(stranger, change)).rejects.toMatchObject({ reason: 'conflict' })
    await setPublishing(siri, change)
    await expect(setPublishing(siri, change)).rejects.toMatchObject({ reason: 'conflict' })
    expect(await publishingPolicy(siri)).toEqual({ ...all, version: 2 })
    const past = transaction(per, (tx) =>
      tx.publishingPolicy.updateMany({ where: { municipalityId: per.municipality.id }, data: { toOpen: 'writers' } }),
    )
    expect(await past).toEqual({ count: 0 })
  })
})
