import type { Advisor, Staff } from '@/lib/platform/actor'
import { newId } from '@/lib/platform/ids'
import { owner } from './builders'

interface TestReport {
  id: string
}

/** What is said around reports: one's own, and one that another municipality has shared with them. A row of each kind. */
export async function makeConversation(staff: Staff, own: TestReport, partner: Staff, shared: TestReport): Promise<void> {
  const municipalityId = staff.municipality.id
  const { personId } = staff
  const db = owner()
  await db.reportSteward.create({ data: { reportId: own.id, municipalityId, personId } })
  const asked = { askedBy: personId, signature: 'Kari Nordmann, rådgiver', text: 'Hva kostet opplæringen?' }
  await db.question.create({ data: { id: newId(), municipalityId, reportId: shared.id, ...asked } })
  const question = await db.question.create({
    data: { id: newId(), municipalityId: partner.municipality.id, reportId: own.id, ...asked, askedBy: partner.personId },
  })
  await db.questionRecipient.create({ data: { questionId: question.id, municipalityId } })
  await db.answer.create({
    data: { questionId: question.id, municipalityId, answeredBy: personId, signature: 'Kari', text: 'To dager for alle.' },
  })
  await db.outdatedFlag.create({ data: { municipalityId, reportId: shared.id, flaggedBy: personId, reason: 'Ny versjon' } })
  await db.effectFollowUp.create({
    data: { reportId: own.id, municipalityId, months: 6, stillInUse: 'yes', effectHeld: 'more', answeredBy: personId },
  })
  const recommendation = await db.reportRecommendation.create({
    data: { municipalityId, reportId: shared.id, answer: 'yes', givenBy: personId },
  })
  const reply = { text: 'Takk!', writtenBy: personId }
  await db.recommendationReply.create({ data: { municipalityId, recommendationId: recommendation.id, ...reply } })
  const news = await db.newsItem.create({
    data: {
      kind: 'report_published',
      municipalityId,
      actorId: personId,
      reportId: own.id,
      recipientMunicipalityId: municipalityId,
    },
  })
  await db.notice.create({ data: { newsItemId: news.id, personId, topic: 'work' } })
  await db.newsSettings.create({
    data: { personId, questions: 'off', work: 'off', upkeep: 'off', followed: 'off', searches: 'off' },
  })
  await db.follow.create({ data: { personId, reportId: shared.id } })
  const paper = {
    address: 'kari@fagervik.example',
    subject: 'Nytt',
    text: 'Nytt',
    html: 'Nytt',
    unsubscribeUrl: 'https://delt.test',
  }
  await db.letter.create({ data: { personId, cadence: 'daily', language: 'nb', ...paper } })
  const project = await db.experienceReport.findUniqueOrThrow({ where: { id: own.id }, select: { projectId: true } })
  const plan = { wants: ['talk' as const], beginsOn: new Date(), contact: 'Kari' }
  await db.sharedPlan.create({ data: { municipalityId, projectId: project.projectId, ...plan } })
  const elsewhere = await db.experienceReport.findUniqueOrThrow({
    where: { id: shared.id },
    select: { projectId: true, municipalityId: true },
  })
  await db.sharedPlan.create({ data: { ...elsewhere, ...plan } })
  const { projectId, municipalityId: hostMunicipalityId } = elsewhere
  await db.planInterest.create({
    data: { wants: ['talk'], contact: 'Kari', projectId, hostMunicipalityId, municipalityId, personId, contactRole: 'Rådgiver' },
  })
  await db.municipalityAnswer.create({ data: { municipalityId, subject: 'system:ksfiks', holds: true, answeredBy: personId } })
  const taken = { reportId: shared.id, subject: 'document:dpia', line: 'Godkjent DPIA' }
  await db.projectPrerequisite.create({ data: { municipalityId, projectId: project.projectId, ...taken } })
  await db.savedSearch.create({ data: { personId, name: 'Skole', query: { q: 'skole' } } })
  await db.usedLink.create({ data: { personId, tokenHash: Buffer.from(newId()) } })
}

/** A pack with one case, that a municipality has taken. */
export async function makePack(staff: Staff, report: TestReport): Promise<void> {
  const municipalityId = staff.municipality.id
  const pack = await owner().starterPack.create({
    data: { slug: newId(), title: 'Digital start', lead: '', status: 'published' },
  })
  await owner().starterPackItem.create({ data: { packId: pack.id, reportId: report.id, position: 1 } })
  const programme = await owner().programme.create({ data: { municipalityId, title: 'Digital start' } })
  await owner().starterPackTaken.create({
    data: { municipalityId, packId: pack.id, programmeId: programme.id, takenBy: staff.personId },
  })
}

/** Two reports that an advisor has merged, two that she has told apart, and one that she is on. */
export async function makeDuplicates(advisor: Advisor, report: TestReport, into: TestReport): Promise<void> {
  const [reportId = '', otherReportId = ''] = [report.id, into.id].sort()
  await owner().reportNotDuplicate.create({ data: { reportId, otherReportId, decidedBy: advisor.personId } })
  await owner().reportMerge.create({ data: { reportId: report.id, intoReportId: into.id, note: '', mergedBy: advisor.personId } })
  const at = { kind_subject: { kind: 'review', subject: report.id } }
  const mark = { kind: 'review', subject: report.id, state: 'taken' as const, markedBy: advisor.personId }
  await owner().needMark.upsert({ where: at, create: mark, update: {} })
}
