import { randomInt } from 'node:crypto'
import { afterAll } from 'vitest'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Role } from '@/generated/prisma/enums'
import { municipalityFacts } from '@/lib/experiences/facts/queries'
import type { Advisor, Operator, Staff } from '@/lib/platform/actor'
import { dateOf, today } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { saveItem } from '@/lib/projects/items/commands'
import { type ItemInput, itemInput } from '@/lib/projects/items/input'
import { type ItemKind, items } from '@/lib/projects/items/kinds'
import type { DemoLesson, DemoProject, DemoReport, DemoStatusReport } from '@/prisma/demo/content'
import { ownerClient } from '@/prisma/load/client'
import { readReference } from '@/prisma/load/demo/context'
import { indexLoaded } from '@/prisma/load/demo/indexing'
import { type LoadedProject, projectRows } from '@/prisma/load/demo/project'
import { reportRows } from '@/prisma/load/demo/report'
import { insertRows } from '@/prisma/load/demo/rows'
import { sampleItems, sampleLesson, sampleProject, sampleReport, sampleStatusReport, type Typed } from './sample'

let client: PrismaClient | undefined

/** The database of the worker, seen by the owner of its tables: past every policy, to arrange and to look behind. */
export function owner(): PrismaClient {
  client ??= ownerClient(process.env.DATABASE_URL ?? '')
  return client
}

// Before the database of the file is dropped.
afterAll(() => client?.$disconnect())

const arrange = <T>(work: (tx: Tx) => Promise<T>) => owner().$transaction(work, { maxWait: 10_000, timeout: 20_000 })

export type TestMunicipality = Staff['municipality']

const firstHalves = ['Fager', 'Stor', 'Gran', 'Bjørk', 'Sol', 'Lang', 'Høy', 'Stein', 'Elve', 'Furu']
const lastHalves = ['vik', 'dal', 'nes', 'heim', 'sund', 'fjord', 'bygd', 'mo', 'li', 'øy']

/** A municipality that did not exist before and takes part, with a number no real one has. */
export function makeMunicipality(overrides: Partial<Prisma.MunicipalityUncheckedCreateInput> = {}): Promise<TestMunicipality> {
  return arrange(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('test-municipality', 0))`
    const last = await tx.municipality.findFirst({
      where: { number: { gte: '6000' } },
      orderBy: { number: 'desc' },
      select: { number: true },
    })
    const number = Number(last?.number ?? '5999') + 1
    const name = `${firstHalves[number % 10]}${lastHalves[Math.floor(number / 10) % 10]}`
    const { id, writtenNorm, ...made } = await tx.municipality.create({
      select: { id: true, number: true, displayName: true, writtenNorm: true },
      data: {
        number: String(number),
        organisationNumber: `99999${number}`,
        name,
        displayName: name,
        designation: 'kommune',
        countyNumber: '42',
        county: 'Agder',
        administrativeCentre: `${name}sentrum`,
        population: 12_400,
        populationYear: 2026,
        areaKm2: 312.5,
        writtenNorm: 'bokmal',
        kostraGroup: 'EKG07',
        centralityClass: 4,
        latitude: 58.3,
        longitude: 8.6,
        ...overrides,
      },
    })
    await tx.participation.create({
      data: { municipalityId: id, joinedOn: dateOf('2026-01-05'), intro: `${name} er med i Delt.` },
    })
    return { id, number: made.number, name: made.displayName, writtenNorm }
  })
}

/** A municipality of the register, such as `4202`. */
export async function registeredMunicipality(number: string): Promise<TestMunicipality> {
  const { displayName, ...rest } = await owner().municipality.findUniqueOrThrow({
    where: { number },
    select: { id: true, number: true, displayName: true, writtenNorm: true },
  })
  return { ...rest, name: displayName }
}

/** A named collaboration of these municipalities; a project refers to it by slug. */
export async function makeCollaboration(members: TestMunicipality[]): Promise<{ id: string; slug: string; name: string }> {
  const slug = `ikt-${randomInt(1_000_000, 9_999_999)}`
  return owner().collaboration.create({
    select: { id: true, slug: true, name: true },
    data: {
      slug,
      name: slug.toUpperCase(),
      description: 'Samarbeid om IKT',
      members: { create: members.map((m) => ({ municipalityId: m.id })) },
    },
  })
}

/** Somebody from a municipality, their own new one unless given. */
export async function makeStaff({
  municipality,
  roles = ['member'],
  name = 'Kari Nordmann',
}: {
  municipality?: TestMunicipality
  roles?: readonly Role[]
  name?: string
} = {}): Promise<Staff> {
  const own = municipality ?? (await makeMunicipality())
  return { kind: 'staff', personId: await makePerson(name, own.id, roles), name, roles, municipality: own }
}

/** A KommIT advisor. */
export async function makeAdvisor(name = 'Solveig Nygård'): Promise<Advisor> {
  return { kind: 'advisor', personId: await makePerson(name, null, ['advisor']), name, roles: ['advisor'] }
}

/** Somebody who runs Delt for all. */
export async function makeOperator(name = 'Turid Hovland'): Promise<Operator> {
  return { kind: 'operator', personId: await makePerson(name, null, ['operator']), name, roles: ['operator'] }
}

async function makePerson(name: string, municipalityId: string | null, roles: readonly Role[]): Promise<string> {
  const { id } = await owner().person.create({
    select: { id: true },
    data: { name, municipalityId, jobTitle: 'Rådgiver', roles: { create: roles.map((role) => ({ role })) } },
  })
  return id
}

export type TestProject = LoadedProject & { municipalityId: string; title: string; number: string }

/** A findable project in execution with a few of each thing, run by the given person; unshared unless the overrides say otherwise. */
export function makeProject(staff: Staff, overrides: Partial<Omit<DemoProject, 'report'>> = {}): Promise<TestProject> {
  return arrange(async (tx) => {
    const reference = await readReference(tx)
    const content: DemoProject = { number: `2025-${randomInt(100_000, 999_999)}`, ...sampleProject, ...overrides }
    const people = new Map([content.manager, content.owner, content.benefitOwner ?? 'staff'].map((key) => [key, staff.personId]))
    const project = projectRows(content, { municipality: reference.municipality(staff.municipality.number), people }, reference)
    await insertRows(tx, [project.rows])
    await indexLoaded(tx, project, null)
    return { ...project, municipalityId: staff.municipality.id, title: content.title, number: content.number }
  })
}

export interface TestReport {
  id: string
  municipalityId: string
  projectId: string
  slug: string
  title: string
}

/** The published, findable report of a project, with every section and every part; to all municipalities unless the overrides say otherwise. */
export function makeReport(staff: Staff, project: TestProject, overrides: Partial<DemoReport> = {}): Promise<TestReport> {
  return arrange(async (tx) => {
    const report: DemoReport = { slug: `erfaring-${project.id}`, ...sampleReport, ...overrides }
    const facts = await municipalityFacts(tx, staff.municipality.id)
    const { id, rows } = reportRows(report, project, facts, await readReference(tx))
    await insertRows(tx, [rows])
    await indexLoaded(tx, project, id)
    return { id, municipalityId: staff.municipality.id, projectId: project.id, slug: report.slug, title: report.title }
  })
}

/** A document that follows a report, which has no bytes. */
export function makeReportDocument(report: TestReport, overrides: Partial<Prisma.ReportDocumentUncheckedCreateInput> = {}) {
  const { id: reportId, municipalityId } = report
  return owner().reportDocument.create({
    select: { id: true },
    data: {
      ...{ municipalityId, reportId, documentId: newId(), number: 1, position: 1, title: 'Kravspesifikasjon' },
      ...{ kind: 'requirements', licence: 'cc_by_4', storedId: newId() },
      ...{ fileName: 'krav.pdf', contentType: 'application/pdf', sizeBytes: 1200, sha256: Buffer.alloc(32, 7) },
      ...overrides,
    },
  })
}

/** A draft report that nobody but its own municipality may see. */
export async function makeDraftReport(
  staff: Staff,
  project: TestProject,
  overrides: Partial<DemoReport> = {},
): Promise<TestReport> {
  const report = await makeReport(staff, project, { visibility: 'municipality', ...overrides })
  await owner().experienceReport.update({
    where: { id: report.id },
    data: { status: 'draft', publishedAt: null, confirmedOn: null },
    select: { id: true },
  })
  return report
}

/** Reuse that the adopter has confirmed today, unless the overrides say otherwise. */
export function makeReuse(staff: Staff, report: { id: string }, overrides: Partial<Prisma.ReuseUncheckedCreateInput> = {}) {
  const sinceOn = dateOf('2026-06-01')
  return owner().reuse.create({
    select: { id: true },
    data: {
      municipalityId: staff.municipality.id,
      reportId: report.id,
      state: 'in_operation',
      sinceOn,
      confirmedOn: dateOf(today()),
      ...overrides,
    },
  })
}

/** A published status report. */
export function makeStatusReport(staff: Staff, project: { id: string }, overrides: Partial<DemoStatusReport> = {}) {
  const report = { ...sampleStatusReport, ...overrides }
  return owner().statusReport.create({
    select: { id: true },
    data: {
      ...report,
      municipalityId: staff.municipality.id,
      projectId: project.id,
      authorId: staff.personId,
      periodEndOn: dateOf(report.periodEndOn),
      publishedAt: new Date(`${report.periodEndOn}T12:00:00Z`),
      picture: { uncertainties: [], deliverables: [], benefits: [] },
    },
  })
}

/** A lesson of a project, unshared unless the overrides say otherwise. Not in the search index: lessons given to `makeProject` are. */
export function makeLesson(
  staff: Staff,
  project: TestProject,
  overrides: Partial<DemoLesson & Pick<Prisma.LessonUncheckedCreateInput, 'visibility' | 'visibleToCollaborationId'>> = {},
) {
  const { phase: code, ...lesson } = { ...sampleLesson, ...overrides }
  const projectPhaseId = project.phases.find((phase) => phase.model.code === code)?.id
  return owner().lesson.create({
    select: { id: true },
    data: {
      ...lesson,
      municipalityId: staff.municipality.id,
      projectId: project.id,
      projectPhaseId,
      themeCode: project.content.theme,
    },
  })
}

/** A case that an advisor shows on the front page today. */
export function makeFeatured(
  advisor: Advisor,
  report: { id: string },
  overrides: Partial<Prisma.FeaturedCaseUncheckedCreateInput> = {},
) {
  const on = dateOf(today())
  return owner().featuredCase.create({
    select: { id: true },
    data: {
      reportId: report.id,
      reason: 'Tydelig om hva det kostet',
      startsOn: on,
      endsOn: on,
      featuredBy: advisor.personId,
      ...overrides,
    },
  })
}

/** An item as its form sends it, filled as in `sampleItems` but for what is given. */
export function itemSent(
  actor: Staff,
  project: TestProject,
  at: Partial<ItemInput> & { kind: ItemKind },
  typed: Typed = {},
): ItemInput {
  const stands: Record<string, string> = { person: actor.personId, phase: project.phases[3]?.id ?? '' }
  const filled = Object.entries({ ...sampleItems[at.kind][0], ...typed })
  return itemInput.parse({
    item: { projectId: project.id, ...at },
    ...Object.fromEntries(filled.map(([name, value]) => [name, stands[String(value)] ?? value])),
  })
}

/** Adds an item through its form, under one that is added for it where it must lie under something. */
export async function addItem(
  actor: Staff,
  project: TestProject,
  kind: ItemKind,
  typed: Typed = {},
  under?: string,
): Promise<{ id: string; under: string }> {
  const above = items[kind].under?.kind
  const place = under ?? (above ? (await addItem(actor, project, above)).id : '')
  const { id } = await saveItem(actor, itemSent(actor, project, { kind, under: place }, typed))
  return { id, under: place }
}

/** Something in every part of a project that `makeProject` leaves empty, and an absence of the one who runs it. */
export async function makeItems(staff: Staff, project: TestProject): Promise<void> {
  for (const kind of ['uncertainty', 'step', 'stakeholder', 'communication', 'allocation'] as const)
    await addItem(staff, project, kind)
  const { id: documentId } = await addItem(staff, project, 'document')
  const { id: fromMilestoneId } = await addItem(staff, project, 'milestone')
  const { id: toDeliverableId } = await addItem(staff, project, 'deliverable')
  const [personId, municipalityId] = [staff.personId, staff.municipality.id]
  const own = { municipalityId, projectId: project.id }
  const file = { fileName: 'krav.pdf', contentType: 'application/pdf', sizeBytes: 1200, sha256: Buffer.alloc(32, 7) }
  await arrange(async (tx) => {
    await tx.documentVersion.create({ data: { municipalityId, documentId, number: 1, uploadedBy: personId, ...file } })
    await tx.planLink.create({ data: { ...own, fromMilestoneId, toDeliverableId, lagDays: 5 } })
    const deleted = { kind: 'stakeholder', subjectId: newId(), title: 'Naboene', content: [] }
    await tx.deletedItem.create({ data: { ...own, ...deleted, deletedBy: personId } })
    await tx.reportSeries.create({ data: { ...own, name: 'Delprosjekt opplæring' } })
    await tx.absence.create({ data: { municipalityId, personId, startOn: dateOf('2026-12-21'), endOn: dateOf('2026-12-31') } })
  })
}
