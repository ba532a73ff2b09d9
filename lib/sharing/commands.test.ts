import { describe, expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { addDays, dateOf, daysBetween, isoDate, today } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import {
  makeAdvisor,
  makeDraftReport,
  makeMunicipality,
  makeProject,
  makeReport,
  makeReuse,
  makeStaff,
  owner,
} from '@/lib/testing/builders'
import { sampleProject, sampleReport } from '@/lib/testing/sample'
import { copyProject } from './commands'
import type { CopyInput } from './input'
import { partKinds } from './parts'
import { copyOffer } from './queries'

const startOn = '2027-08-02'
const everything = (projectId: string): CopyInput => ({ projectId, title: 'Barnehagesøknad hos oss', startOn, parts: partKinds })
const notFound = { reason: 'not-found' }
const forbidden = { reason: 'forbidden' }

async function copied(projectId: string) {
  return owner().project.findUniqueOrThrow({
    where: { id: projectId },
    include: {
      phases: { orderBy: { position: 'asc' }, include: { modelPhase: true } },
      milestones: { orderBy: { plannedOn: 'asc' } },
      uncertainties: { include: { actions: true, assessments: true } },
      benefits: { include: { change: true, indicators: { include: { measurements: true } } } },
      copies: { include: { parts: true } },
      tasks: { include: { steps: true } },
      stakeholders: true,
      communications: true,
      checklist: true,
      deliverables: true,
      members: true,
      decisions: true,
      budgetLines: true,
      statusReports: true,
      logEntries: true,
      lessons: true,
    },
  })
}

describe('copying from the published report of an unshared project', () => {
  test('every part comes along, with its dates moved and where it came from', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff({ name: 'Ola Nordmann' })]
    const source = await makeProject(kari)
    const report = await makeReport(kari, source)
    const { projectId } = await copyProject(ola, everything(source.id))
    const copy = await copied(projectId)
    const shift = daysBetween(sampleProject.startOn, startOn)

    expect(copy).toMatchObject({
      municipalityId: ola.municipality.id,
      title: 'Barnehagesøknad hos oss',
      visibility: 'municipality',
    })
    expect([isoDate(copy.startOn), copy.lifecycle, copy.themeCode]).toEqual([startOn, 'active', 'barnehage'])
    expect(copy.milestones.map((m) => [m.title, isoDate(m.plannedOn), m.actualOn, m.status])).toEqual(
      sampleProject.milestones.map((m) => [m.title, addDays(m.plannedOn, shift), null, 'on_track']),
    )
    expect(copy.deliverables.map((d) => [d.title, d.startOn && isoDate(d.startOn), d.status])).toEqual(
      sampleProject.deliverables.map((d) => [d.title, addDays(d.startOn, shift), 'on_plan']),
    )
    expect(copy.phases.map((p) => [p.modelPhase.code, p.plannedEndOn && isoDate(p.plannedEndOn), p.actualEndOn])).toEqual(
      sampleProject.phases.map((p) => [p.code, addDays(p.plannedEndOn, shift), null]),
    )
    expect(copy.currentPhaseId).toBe(copy.phases[0]?.id)
    expect(copy.uncertainties.map((u) => [u.title, u.status, u.actions.map((a) => [a.text, a.dueOn, a.isDone])])).toEqual([
      ['Integrasjonen mot folkeregisteret blir forsinket', 'identified', [['Søke om tilgang i god tid', null, false]]],
    ])
    expect(copy.benefits.map((b) => [b.title, b.change.text, b.indicators.map((i) => Number(i.targetValue))])).toEqual([
      ['Kortere saksbehandling', 'Søknadene kommer inn på nett', [150]],
    ])
    expect(copy.checklist.map((item) => item.text)).toContain('Prøvd med ti foreldre')
    expect(copy.checklist.every((item) => item.status === 'open' && item.reason === null)).toBe(true)

    expect(copy.copies[0]).toMatchObject({
      sourceMunicipalityId: kari.municipality.id,
      sourceProjectId: source.id,
      sourceReportId: report.id,
      origins: [
        {
          title: report.title,
          municipality: kari.municipality.name,
          municipalityNumber: kari.municipality.number,
          reportSlug: report.slug,
        },
      ],
    })
    const parts = await owner().reportPart.findMany({ where: { reportId: report.id } })
    const offered = new Map(parts.map((part) => [part.id, part.kind]))
    expect(copy.copies[0]?.parts.map((part) => part.kind).sort()).toEqual([...offered.values()].sort())
    for (const part of copy.copies[0]?.parts ?? []) expect(offered.get(part.sourcePartId ?? ''), part.kind).toBe(part.kind)
    const copiedPart = (kind: string) => copy.copies[0]?.parts.find((part) => part.kind === kind)?.id
    expect(copy.milestones.map((m) => m.copiedPartId)).toEqual([copiedPart('milestones'), copiedPart('milestones')])
  })

  test('people, decisions, figures, reports, log and lessons stay at home', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const source = await makeProject(kari)
    await makeReport(kari, source)
    const copy = await copied((await copyProject(ola, everything(source.id))).projectId)
    expect(copy.members.map((member) => [member.personId, member.role])).toEqual([[ola.personId, 'project_manager']])
    for (const kept of ['decisions', 'budgetLines', 'statusReports', 'logEntries', 'lessons'] as const)
      expect(copy[kept], kept).toEqual([])
    expect(copy.benefits.flatMap((b) => b.indicators.flatMap((i) => i.measurements))).toEqual([])
    expect([copy.suppliers, copy.archiveReference, copy.financeReference]).toEqual([[], null, null])
  })

  test('only what was chosen comes along', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const source = await makeProject(kari)
    await makeReport(kari, source)
    const { projectId } = await copyProject(ola, { ...everything(source.id), parts: ['uncertainties'] })
    const copy = await copied(projectId)
    expect([copy.milestones, copy.checklist, copy.benefits, copy.deliverables]).toEqual([[], [], [], []])
    expect(copy.uncertainties).toHaveLength(1)
    expect(copy.copies[0]?.parts.map((part) => part.kind)).toEqual(['uncertainties'])
    expect(copy.phases.every((phase) => phase.plannedEndOn === null)).toBe(true)
  })

  test('neither sees the project of the other', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const source = await makeProject(kari)
    await makeReport(kari, source)
    const { projectId } = await copyProject(ola, everything(source.id))
    const project = (actor: typeof kari, id: string) =>
      read(actor, (tx) => tx.project.findUnique({ where: { id }, select: { id: true } }))
    expect(await project(ola, source.id)).toBeNull()
    expect(await project(kari, projectId)).toBeNull()
    expect(await project(kari, source.id)).not.toBeNull()
    expect(await project(ola, projectId)).not.toBeNull()
    expect(await read(kari, (tx) => tx.projectCopy.count())).toBe(0)
  })

  test('the copy is told to the source as confirmed reuse, and written in the trail of the one who copied', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const source = await makeProject(kari)
    const report = await makeReport(kari, source)
    const { projectId } = await copyProject(ola, everything(source.id))
    const told = await read(kari, (tx) => tx.reuse.findMany({ where: { reportId: report.id } }))
    expect(told.map((r) => [r.municipalityId, r.state, r.confirmedOn && isoDate(r.confirmedOn)])).toEqual([
      [ola.municipality.id, 'planned', today()],
    ])
    const trail = await read(ola, (tx) => tx.auditEvent.findMany({ where: { subjectId: projectId } }))
    expect(trail).toMatchObject([
      {
        action: 'project.copy',
        actorId: ola.personId,
        detail: { source: report.title, from: kari.municipality.name },
      },
    ])
    expect(await read(kari, (tx) => tx.auditEvent.count({ where: { subjectId: projectId } }))).toBe(0)
  })

  test('reuse that has come further is not set back', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const source = await makeProject(kari)
    const report = await makeReport(kari, source)
    await makeReuse(ola, report, { state: 'in_operation', confirmedOn: null })
    await copyProject(ola, everything(source.id))
    const reuse = await owner().reuse.findMany({ where: { reportId: report.id } })
    expect(reuse.map((r) => [r.state, r.confirmedOn && isoDate(r.confirmedOn)])).toEqual([['in_operation', today()]])
  })

  test('who copied is the one that is asked whether it still holds, and those at the source are told, once', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const source = await makeProject(kari)
    const report = await makeReport(kari, source)
    const news = () => owner().newsItem.count({ where: { kind: 'reuse_confirmed', reportId: report.id } })
    await copyProject(ola, everything(source.id))
    expect(await owner().reuse.findMany({ where: { reportId: report.id }, select: { saidBy: true } })).toEqual([
      { saidBy: ola.personId },
    ])
    expect(await owner().auditEvent.count({ where: { subjectId: report.id, action: 'reuse.confirm' } })).toBe(1)
    expect(await news()).toBe(1)
    const colleague = await makeStaff({ municipality: ola.municipality })
    await copyProject(colleague, everything(source.id))
    expect(await news()).toBe(1)
    expect((await owner().reuse.findFirstOrThrow({ where: { reportId: report.id } })).saidBy).toBe(colleague.personId)
  })

  test.each(['considering', 'rejected'] as const)('who had said %s, and copies, plans to use it', async (state) => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const source = await makeProject(kari)
    const report = await makeReport(kari, source)
    await makeReuse(ola, report, { state, sinceOn: dateOf('2025-02-03'), reason: 'For dyrt' })
    await copyProject(ola, everything(source.id))
    const [reuse] = await owner().reuse.findMany({ where: { reportId: report.id } })
    expect([reuse?.state, reuse && isoDate(reuse.sinceOn), reuse?.version]).toEqual(['planned', today(), 2])
    expect(await owner().newsItem.count({ where: { kind: 'reuse_confirmed', reportId: report.id } })).toBe(1)
  })

  test('reuse that is kept at home stays there when more is copied', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const source = await makeProject(kari)
    const report = await makeReport(kari, source)
    await makeReuse(ola, report, { state: 'considering', visibility: 'municipality' })
    await copyProject(ola, everything(source.id))
    expect(await read(kari, (tx) => tx.reuse.count({ where: { reportId: report.id } }))).toBe(0)
    expect(await owner().newsItem.count({ where: { kind: 'reuse_confirmed', reportId: report.id } })).toBe(0)
  })

  test('the copy can be searched for by its own', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const source = await makeProject(kari)
    await makeReport(kari, source)
    const { projectId } = await copyProject(ola, everything(source.id))
    expect(await read(ola, (tx) => tx.searchDocument.count({ where: { projectId } }))).toBe(1)
  })

  test('two copies at once get a number each', async () => {
    const [kari, municipality] = [await makeStaff(), await makeMunicipality()]
    const source = await makeProject(kari)
    await makeReport(kari, source)
    const people = await Promise.all(Array.from({ length: 5 }, () => makeStaff({ municipality })))
    const made = await Promise.all(people.map((person) => copyProject(person, everything(source.id))))
    const projects = await owner().project.findMany({
      where: { id: { in: made.map((copy) => copy.projectId) } },
      orderBy: { number: 'asc' },
      select: { number: true },
    })
    expect(projects.map((project) => project.number)).toEqual(['2027-001', '2027-002', '2027-003', '2027-004', '2027-005'])
    expect(await owner().reuse.count({ where: { municipalityId: municipality.id } })).toBe(1)
  })

  test('a part that the report does not offer does not come along', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const source = await makeProject(kari)
    const report = await makeReport(kari, source)
    await owner().reportPart.deleteMany({ where: { reportId: report.id, kind: { not: 'milestones' } } })
    const copy = await copied((await copyProject(ola, everything(source.id))).projectId)
    expect(copy.copies[0]?.parts.map((part) => part.kind)).toEqual(['milestones'])
    expect([copy.uncertainties, copy.checklist, copy.goal]).toEqual([[], [], ''])
  })

  test('nor do parts in a section that the one who copies may not read', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const source = await makeProject(kari)
    const report = await makeReport(kari, source)
    const reportId_kind = { reportId: report.id, kind: 'parts' as const }
    await owner().reportSection.update({ where: { reportId_kind }, data: { visibility: 'municipality' } })
    expect((await copyOffer(ola, source.id))?.offered).toEqual([])
  })
})

describe('a copy of a copy', () => {
  test('names both it came from, nearest first', async () => {
    const [first, second, third] = [await makeStaff(), await makeStaff(), await makeStaff()]
    const origin = await makeProject(first)
    const original = await makeReport(first, origin, { title: 'Slik begynte det' })
    const middle = await copyProject(second, everything(origin.id))
    const report = await owner().experienceReport.create({
      select: { id: true, slug: true },
      data: {
        municipalityId: second.municipality.id,
        projectId: middle.projectId,
        slug: `videre-${middle.projectId}`,
        title: 'Slik gikk det videre',
        summary: sampleReport.summary,
        outcome: 'in_operation',
        themeCode: 'barnehage',
        status: 'published',
        visibility: 'municipalities',
        publishedAt: new Date(),
        sections: { create: [{ kind: 'parts', content: { comment: '' } }] },
        parts: { create: [{ kind: 'milestones', content: [{ title: 'Oppstart', offsetDays: 7 }] }] },
      },
    })
    const copy = await copied((await copyProject(third, everything(middle.projectId))).projectId)
    expect(copy.copies[0]?.origins).toMatchObject([
      {
        title: 'Slik gikk det videre',
        municipality: second.municipality.name,
        municipalityNumber: second.municipality.number,
        reportSlug: report.slug,
      },
      {
        title: 'Slik begynte det',
        municipality: first.municipality.name,
        municipalityNumber: first.municipality.number,
        reportSlug: original.slug,
      },
    ])
    expect(copy.milestones.map((m) => isoDate(m.plannedOn))).toEqual([addDays(startOn, 7)])
  })
})

describe('copying from a shared project', () => {
  test('takes the plan as it is now, without a report to thank', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const source = await makeProject(kari, { visibility: 'municipalities' })
    const copy = await copied((await copyProject(ola, everything(source.id))).projectId)
    expect([copy.goal, copy.milestones.length]).toEqual([sampleProject.goal, 2])
    expect(copy.copies[0]).toMatchObject({ sourceReportId: null, sourceProjectId: source.id })
    expect(copy.copies[0]?.parts.every((part) => part.sourcePartId === null)).toBe(true)
    expect(await owner().reuse.count({ where: { municipalityId: ola.municipality.id } })).toBe(0)
  })
})

describe('is refused', () => {
  test('one’s own project', async () => {
    const kari = await makeStaff()
    const colleague = await makeStaff({ municipality: kari.municipality })
    const source = await makeProject(kari, { visibility: 'open' })
    await makeReport(kari, source, { visibility: 'open' })
    await expect(copyProject(kari, everything(source.id))).rejects.toMatchObject(forbidden)
    await expect(copyProject(colleague, everything(source.id))).rejects.toMatchObject(forbidden)
    expect(await copyOffer(kari, source.id)).toBeNull()
  })

  test('what is not seen: unshared, only drafted, withdrawn, or not there', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const unshared = await makeProject(kari)
    const drafted = await makeProject(kari)
    await makeDraftReport(kari, drafted, { visibility: 'open' })
    const withdrawn = await makeProject(kari)
    const report = await makeReport(kari, withdrawn, { visibility: 'open' })
    await owner().experienceReport.update({ where: { id: report.id }, data: { status: 'withdrawn' } })
    for (const id of [unshared.id, drafted.id, withdrawn.id, newId()]) {
      await expect(copyProject(ola, everything(id))).rejects.toMatchObject(notFound)
      expect(await copyOffer(ola, id)).toBeNull()
    }
    expect(await owner().project.count({ where: { municipalityId: ola.municipality.id } })).toBe(0)
  })

  test('those who do not work in a municipality, or only read there', async () => {
    const kari = await makeStaff()
    const source = await makeProject(kari, { visibility: 'open' })
    const reader = await makeStaff({ roles: ['portfolio_reader'] })
    await expect(copyProject(reader, everything(source.id))).rejects.toMatchObject(forbidden)
    for (const actor of [visitor, await makeAdvisor(), reader]) expect(await copyOffer(actor, source.id)).toBeNull()
  })
})

test('how each uncertainty is judged is kept from the day of the copy, so that its history begins there', async () => {
  const [kari, ola] = [await makeStaff(), await makeStaff()]
  const source = await makeProject(kari, { visibility: 'municipalities' })
  const { uncertainties } = await copied((await copyProject(ola, everything(source.id))).projectId)
  expect(uncertainties.length).toBeGreaterThan(0)
  for (const { assessments, probability, consequence, probabilityAfter, consequenceAfter } of uncertainties) {
    expect(assessments).toMatchObject([
      {
        municipalityId: ola.municipality.id,
        assessedOn: dateOf(today()),
        ...{ probability, consequence, probabilityAfter, consequenceAfter },
      },
    ])
  }
})

test('parts that the source does not offer make no project', async () => {
  const [grimstad, lillesand] = [await makeStaff(), await makeStaff()]
  const source = await makeProject(grimstad)
  const report = await makeReport(grimstad, source)
  await owner().reportSection.updateMany({ where: { reportId: report.id, kind: 'parts' }, data: { visibility: 'municipality' } })
  const refused = copyProject(lillesand, { projectId: source.id, title: 'Tomt', startOn: '2027-03-01', parts: ['checklist'] })
  await expect(refused).rejects.toMatchObject({ reason: 'not-found' })
  expect(await owner().project.count({ where: { municipalityId: lillesand.municipality.id } })).toBe(0)
})
