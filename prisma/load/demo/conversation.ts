import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { buildsOn, questions, starterPacks } from '../../demo/conversation'
import { found } from './context'
import type { PeopleIds } from './people'

const dayMs = 86_400_000

/** Inserts what is said around the reports, after them: what builds on what, their stewards, questions with answers, and the packs of the advisors. */
export async function insertConversation(tx: Tx, people: PeopleIds, now: Date): Promise<void> {
  const reports = await tx.experienceReport.findMany({ select: { id: true, slug: true, projectId: true, municipalityId: true } })
  const reportOf = (slug: string) =>
    found(
      reports.find((report) => report.slug === slug),
      `report ${slug}`,
    )
  for (const { report, on } of buildsOn) await insertCopy(tx, reportOf(report), reportOf(on))
  await insertStewards(tx)
  for (const { slug, title, lead, fromPopulation, toPopulation, cases } of starterPacks) {
    const packId = newId()
    const pack = { id: packId, slug, title, lead, fromPopulation, toPopulation, status: 'published' as const, publishedAt: now }
    await tx.starterPack.createMany({ data: [pack] })
    await tx.starterPackItem.createMany({
      data: cases.map(({ slug: report, ...item }, index) => ({
        ...item,
        packId,
        reportId: reportOf(report).id,
        position: index + 1,
      })),
    })
  }
  for (const { report: slug, from, text, daysAgo, answer } of questions) {
    const report = reportOf(slug)
    const asker = await someoneFrom(tx, people, from)
    const askedAt = new Date(now.getTime() - daysAgo * dayMs)
    const { id: questionId } = await tx.question.create({
      select: { id: true },
      data: {
        municipalityId: asker.municipalityId,
        reportId: report.id,
        askedBy: asker.id,
        signature: asker.name,
        text,
        askedAt,
      },
    })
    await tx.questionRecipient.createMany({ data: [{ questionId, municipalityId: report.municipalityId }] })
    if (!answer) continue
    const by = await someoneFrom(tx, people, answer.from)
    const answeredAt = new Date(askedAt.getTime() + answer.daysAfter * dayMs)
    await tx.answer.createMany({
      data: [
        { questionId, municipalityId: by.municipalityId, answeredBy: by.id, signature: by.name, text: answer.text, answeredAt },
      ],
    })
  }
}

interface Told {
  id: string
  projectId: string
  municipalityId: string
}

/** That one project began as a copy of what another had told of. */
async function insertCopy(tx: Tx, copy: Told, source: Told): Promise<void> {
  const { title, slug, municipality } = await tx.experienceReport.findUniqueOrThrow({
    where: { id: source.id },
    select: { title: true, slug: true, municipality: { select: { displayName: true, number: true } } },
  })
  const named = { title, municipality: municipality.displayName, municipalityNumber: municipality.number, reportSlug: slug }
  const { startOn } = await tx.project.findUniqueOrThrow({ where: { id: copy.projectId }, select: { startOn: true } })
  await tx.projectCopy.create({
    select: { id: true },
    data: {
      ...{ municipalityId: copy.municipalityId, projectId: copy.projectId, copiedAt: startOn, sourceVersion: 1 },
      ...{ sourceMunicipalityId: source.municipalityId, sourceProjectId: source.projectId, sourceReportId: source.id },
      origins: [{ ...named, projectId: source.projectId }],
    },
  })
}

/** Whoever runs the project is the steward of its report. */
async function insertStewards(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO report_steward (report_id, municipality_id, person_id)
    SELECT DISTINCT ON (r.id) r.id, r.municipality_id, m.person_id FROM experience_report r
      JOIN project_member m ON m.project_id = r.project_id AND m.role = 'project_manager' WHERE r.status = 'published' ORDER BY r.id, m.person_id`
}

async function someoneFrom(tx: Tx, people: PeopleIds, number: string) {
  const id = found(people.get(number)?.values().next().value, `somebody from ${number}`)
  const person = await tx.person.findUniqueOrThrow({ where: { id }, select: { id: true, name: true, municipalityId: true } })
  return { ...person, municipalityId: found(person.municipalityId, `the municipality of ${number}`) }
}
