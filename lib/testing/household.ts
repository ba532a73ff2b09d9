import { inviteGuest } from '@/lib/guests/commands'
import type { Staff } from '@/lib/platform/actor'
import { newId } from '@/lib/platform/ids'
import { copyProject } from '@/lib/sharing/commands'
import {
  makeAdvisor,
  makeCollaboration,
  makeFeatured,
  makeItems,
  makeProject,
  makeReport,
  makeReportDocument,
  makeStaff,
  makeStatusReport,
  owner,
  type TestProject,
} from './builders'
import { makeConversation, makeDuplicates, makePack } from './conversation'
import { makeGrant } from './inside'
import { sampleLesson } from './sample'

/** What a municipality has beside its projects: a way to run them, a view, an idea, a programme with the project, and a template. */
export async function makeHousehold({ personId, municipality }: Staff, project: TestProject): Promise<void> {
  const own = { municipalityId: municipality.id }
  await owner().municipalitySettings.create({ data: { ...own, reportEveryDays: 14 } })
  await owner().savedView.create({ data: { ...own, ownerId: personId, list: 'prosjekter', name: 'Mine', query: 'f-mine=ja' } })
  await owner().idea.create({ data: { ...own, title: 'Digital kø på servicetorget', registeredBy: personId } })
  const programme = await owner().programme.create({ data: { ...own, title: 'Digital oppvekst', managerId: personId } })
  const place = { projectMunicipalityId: project.municipalityId, projectId: project.id }
  await owner().programmeProject.create({ data: { ...own, programmeId: programme.id, ...place } })
  const template = await owner().projectTemplate.create({ data: { ...own, name: 'Vår mal' } })
  const version = { templateId: template.id, number: 1, content: {}, authorId: personId }
  await owner().projectTemplateVersion.create({ data: { ...own, ...version } })
}

/** A draft of a guide with a report as its example. */
async function makeGuide({ id: reportId }: { id: string }): Promise<void> {
  const section = { position: 1, title: 'Mål først', items: { create: [{ position: 1, reportId }] } }
  await owner().collection.create({ data: { slug: newId(), title: 'En veiledning', lead: '', sections: { create: [section] } } })
}

/** What a municipality has between itself and those it copied from: an answer, an offer and a proposal. */
async function makeExchange(staff: Staff, own: { id: string }, partner: Staff, theirs: { id: string }): Promise<void> {
  const municipalityId = staff.municipality.id
  const copied = await owner().copiedPart.findFirstOrThrow({ where: { municipalityId } })
  const { projectId: toProjectId } = await owner().experienceReport.findUniqueOrThrow({ where: { id: theirs.id } })
  const answer = { itemKey: 'a', choice: 'kept' as const, answeredBy: staff.personId }
  await owner().improvementAnswer.create({ data: { municipalityId, copiedPartId: copied.id, ...answer } })
  const offer = { toMunicipalityId: partner.municipality.id, toProjectId, kind: 'milestones' as const, offeredBy: staff.personId }
  await owner().improvementOffer.create({ data: { municipalityId, ...offer, items: [] } })
  const asked = { adopterMunicipalityId: partner.municipality.id, reportId: own.id, proposedBy: staff.personId }
  await owner().reuseProposal.create({ data: { municipalityId, ...asked } })
}

/** A municipality with something in every table, none of it shared. */
export async function furnish(): Promise<Staff> {
  const [staff, partner] = [await makeStaff({ roles: ['member', 'portfolio_manager'] }), await makeStaff()]
  const municipalityId = staff.municipality.id
  const collaboration = await makeCollaboration([staff.municipality, partner.municipality])
  const project = await makeProject(staff, { lessons: [sampleLesson] })
  await makeItems(staff, project)
  await makeHousehold(staff, project)
  await makeStatusReport(staff, project)
  const own = await makeReport(staff, project, { visibility: 'municipality' })
  await owner().reportDraft.create({ data: { municipalityId, reportId: own.id, content: {}, version: 2 } })
  const kept = { municipalityId, reportId: own.id, key: 'a', kind: 'name' as const, keptBy: staff.personId }
  await owner().reportKeptFinding.create({ data: kept })
  await makeReportDocument(own)
  await owner().reportBasis.create({ data: { municipalityId, reportId: own.id, content: {} } })
  const among = await makeProject(partner, { collaboration: collaboration.slug })
  const theirs = await makeReport(partner, among, { visibility: 'collaboration' })
  await copyProject(staff, { projectId: among.id, title: 'Vår egen', startOn: '2027-01-04', parts: ['milestones'] })
  await makeExchange(staff, own, partner, theirs)
  await makeConversation(staff, own, partner, theirs)
  await makePack(staff, theirs)
  await owner().reportEvaluation.create({
    data: {
      reportId: theirs.id,
      evaluator: 'NORCE',
      url: 'https://norce.test',
      evaluatedOn: new Date(),
      enteredBy: staff.personId,
    },
  })
  await owner().publishingPolicy.create({ data: { municipalityId } })
  await owner().publicationRequest.create({
    data: { municipalityId, reportId: own.id, version: 1, confirmed: {}, requestedBy: staff.personId },
  })
  const advisor = await makeAdvisor()
  await makeFeatured(advisor, theirs)
  await makeGuide(theirs)
  const [first, second] = [await makeProject(partner), await makeProject(partner)]
  const hidden = { visibility: 'municipality' as const }
  await makeDuplicates(advisor, await makeReport(partner, first, hidden), await makeReport(partner, second, hidden))
  const review = { reportVersion: 1, outcome: 'approved' as const, points: {}, reviewedBy: advisor.personId }
  await owner().reportReview.create({ data: { ...review, municipalityId, reportId: own.id } })
  await owner().advice.create({
    data: { municipalityId, projectId: project.id, title: 'Mål først', text: 'Før dere begynner.', sentBy: advisor.personId },
  })
  await inviteGuest(staff, {
    projectId: (await makeProject(staff, { collaboration: collaboration.slug })).id,
    guestMunicipalityId: partner.municipality.id,
    email: 'per@lillesand.example',
    role: 'project_support',
  })
  await owner().phaseModel.create({ data: { municipalityId, code: 'egen', name: 'Vår egen modell' } })
  const door = await owner().identityProvider.create({
    data: {
      municipalityId,
      name: 'Vår egen dør',
      issuer: `https://idp.test/${municipalityId}`,
      clientId: 'delt',
      clientSecretEncrypted: Buffer.from('sealed'),
      keys: { create: [{ publicJwk: {}, privateKeyEncrypted: Buffer.from('sealed') }] },
      logoutTokens: { create: [{ jti: 'en', expiresAt: new Date() }] },
    },
  })
  const identityProviderId = door.id
  const invited = { municipalityId, personId: staff.personId, invitedBy: staff.personId, expiresAt: new Date() }
  await owner().personInvitation.create({ data: invited })
  await owner().municipalityClosure.create({ data: { municipalityId, closedBy: staff.personId, reason: 'Ute' } })
  const third = await makeStaff()
  await owner().collaborationInvitation.create({
    data: {
      ...{ municipalityId, collaborationId: collaboration.id, invitedBy: staff.personId },
      invitedMunicipalityId: third.municipality.id,
    },
  })
  await owner().scimToken.create({
    data: {
      ...{ municipalityId, identityProviderId, createdBy: staff.personId, expiresAt: new Date() },
      tokenHash: Buffer.from(newId()),
    },
  })
  const founder = { role: 'municipality_admin' as const, name: 'Kari', email: 'kari@kommune.example' }
  const setup = { ...founder, tokenHash: Buffer.from(newId()), expiresAt: new Date() }
  await owner().setupInvitation.create({ data: { municipalityId, ...setup } })
  await owner().rateLimit.upsert({ where: { key: 'x' }, create: { key: 'x', count: 1, startedAt: new Date() }, update: {} })
  await makeGrant(staff, advisor)
  await owner().externalIdentity.create({ data: { identityProviderId, subject: 'kari', personId: staff.personId } })
  await owner().authSession.create({
    data: {
      tokenHash: Buffer.from(newId().replaceAll('-', '').padEnd(32, '0').slice(0, 32)),
      personId: staff.personId,
      municipalityId,
      identityProviderId,
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  })
  await owner().searchLog.createMany({ data: [{ query: 'barnehage', hits: 0 }] })
  return staff
}
