import { describe, expect, test } from 'vitest'
import { type Staff, visitor } from '@/lib/platform/actor'
import { addDays, dateOf, isoDateOrNull, today } from '@/lib/platform/dates'
import { copyProject } from '@/lib/sharing/commands'
import { makeMunicipality, makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { answerFit } from './commands'
import { askedIn, readPrerequisite } from './prerequisite/rules'
import { fitPage, followOffer } from './queries'

const tooSmall = 'Minst 900 000 innbyggere'
const dpia = readPrerequisite('Godkjent DPIA')
const [{ subject }] = askedIn(dpia)

async function begin(lines = [tooSmall, dpia.text]) {
  const [kari, ola] = [await makeStaff(), await makeStaff()]
  const project = await makeProject(kari, { technologies: [] })
  const report = await makeReport(kari, project)
  await owner().reportPrerequisite.deleteMany({ where: { reportId: report.id } })
  await owner().reportPrerequisite.createMany({
    data: lines.map((text, index) => ({ municipalityId: kari.municipality.id, reportId: report.id, position: index + 1, text })),
  })
  const fits = async (actor = ola) => (await fitPage(actor, report.slug))?.fits
  const verdicts = async (actor = ola) => (await fits(actor))?.map(({ verdict }) => verdict)
  const say = (holds: 'ja' | 'nei' | 'vet-ikke', actor = ola) => answerFit(actor, { slug: report.slug, subject, holds })
  return { kari, ola, project, report, fits, verdicts, say }
}

describe('whether it fits us', () => {
  test('is read from what is known, and from what one’s own municipality says once for all reports', async () => {
    const { kari, ola, report, verdicts, say } = await begin()
    expect(await verdicts()).toEqual(['change', 'unknown'])
    await say('nei')
    expect(await verdicts()).toEqual(['change', 'change'])
    await say('ja')
    expect(await verdicts()).toEqual(['change', 'met'])
    expect(await verdicts(await makeStaff())).toEqual(['change', 'unknown'])
    await expect(answerFit(visitor, { slug: report.slug, subject: 'line:x', holds: 'ja' })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    await owner().experienceReport.update({ where: { id: report.id }, data: { visibility: 'municipality' } })
    expect(await fitPage(ola, report.slug)).toBeNull()
    expect(await fitPage(kari, report.slug)).not.toBeNull()
  })

  test('an answer tells who gave it and when, can be taken back, and is asked for again after a year', async () => {
    const { ola, fits, verdicts, say } = await begin([dpia.text])
    await say('ja')
    expect((await fits())?.[0]?.checks).toMatchObject([{ basis: 'answer', answer: { holds: true, by: ola.name, on: today() } }])
    const key = { municipalityId_subject: { municipalityId: ola.municipality.id, subject } }
    await owner().municipalityAnswer.update({ where: key, data: { answeredAt: dateOf(addDays(today(), -366)) } })
    expect((await fits())?.[0]).toMatchObject({ verdict: 'unknown', checks: [{ basis: 'old', answer: { holds: true } }] })
    await say('vet-ikke')
    expect((await fits())?.[0]?.checks).toMatchObject([{ basis: 'nothing', answer: null }])
    expect(await verdicts()).toEqual(['unknown'])
    const told = await owner().auditEvent.findMany({
      where: { actorId: ola.personId, action: 'fit.answer' },
      orderBy: { at: 'asc' },
    })
    expect(told.map(({ detail }) => detail)).toEqual([
      { subject, holds: true },
      { subject, holds: null },
    ])
  })

  test('two who answer at once both succeed, and one answer stands', async () => {
    const { ola, say } = await begin([dpia.text])
    await Promise.all([say('ja'), say('ja'), say('nei'), say('ja')])
    expect(await owner().municipalityAnswer.count({ where: { municipalityId: ola.municipality.id } })).toBe(1)
  })

  test('a section that is not shared with the reader asks for nothing, and says so', async () => {
    const { kari, ola, report } = await begin()
    await owner().reportSection.updateMany({
      where: { reportId: report.id, kind: 'advice' },
      data: { visibility: 'municipality' },
    })
    expect(await fitPage(ola, report.slug)).toMatchObject({ fits: [], advice: null })
    expect((await fitPage(kari, report.slug))?.advice).not.toBeNull()
  })
})

describe('what the source took for granted', () => {
  const work = (projectId: string) =>
    owner().project.findUniqueOrThrow({
      where: { id: projectId },
      select: {
        tasks: { orderBy: { title: 'asc' }, select: { title: true, dueOn: true, responsibleId: true } },
        uncertainties: { orderBy: { title: 'asc' }, select: { title: true, assessments: true } },
      },
    })
  const copyOf = (ola: Staff, source: { id: string }, fit: string[], into?: string) =>
    copyProject(ola, { projectId: source.id, title: 'Vår', startOn: '2027-01-04', parts: ['milestones'], into, fit })

  test('follows into the copy as tasks and risks: what was chosen, and a size never as a task', async () => {
    const { ola, project, report, say } = await begin([tooSmall, dpia.text, 'Låst skap'])
    await say('nei')
    const offered = await followOffer(ola, report.id)
    expect(offered.map(({ why, line }) => [why, line])).toMatchObject([
      ...[
        ['change', tooSmall],
        ['change', dpia.text],
        ['unknown', 'Låst skap'],
      ],
      ['adapt', expect.any(String)],
    ])
    expect((await work((await copyOf(ola, project, [])).projectId)).tasks).toEqual([])
    const [size, missing, unknown] = offered.map((one) => one.subject)
    const { projectId } = await copyOf(ola, project, [size ?? '', missing ?? '', unknown ?? '', 'line:tullogtøys'])
    const { tasks, uncertainties } = await work(projectId)
    expect(tasks.map(({ title, dueOn }) => [title, isoDateOrNull(dueOn)])).toEqual([
      ['Finn ut: Låst skap', '2027-02-03'],
      ['Få på plass: Godkjent DPIA', '2027-02-03'],
    ])
    expect(tasks.every(({ responsibleId }) => responsibleId === ola.personId)).toBe(true)
    expect(uncertainties).toMatchObject([
      { title: `Annen størrelse enn kilden forutsetter: ${tooSmall}`, assessments: [{ probability: 3 }] },
      { title: 'Ikke på plass: Godkjent DPIA', assessments: [{ probability: 3 }] },
    ])
    const { detail } = await owner().auditEvent.findFirstOrThrow({ where: { subjectId: projectId, action: 'project.copy' } })
    expect(detail).toMatchObject({ takenOn: 3 })
    expect((await fitPage(ola, report.slug))?.takenOn.map((one) => [one.projectId, one.subject]).sort()).toEqual(
      [size, missing, unknown].map((one) => [projectId, one]).sort(),
    )
  })

  test('goes into a project that is there already once, and leaves out what it has under the same name', async () => {
    const { ola, project } = await begin([dpia.text, 'Låst skap'])
    const own = await makeProject(ola, { startOn: '2025-01-06' })
    await owner().task.createMany({
      data: [{ municipalityId: ola.municipality.id, projectId: own.id, title: 'Finn ut: Låst skap' }],
    })
    const before = (await work(own.id)).tasks.length
    await copyOf(ola, project, [subject, 'line:låstskap'], own.id)
    await expect(copyOf(ola, project, [subject], own.id)).rejects.toThrow('not-found')
    const { tasks } = await work(own.id)
    expect(tasks).toHaveLength(before + 1)
    expect(tasks.map(({ title, dueOn }) => [title, isoDateOrNull(dueOn)])).toContainEqual([
      'Finn ut: Godkjent DPIA',
      addDays(today(), 30),
    ])
  })

  test('is written in the norm of the municipality', async () => {
    const { project } = await begin([tooSmall, 'Låst skap'])
    const siv = await makeStaff({ municipality: await makeMunicipality({ writtenNorm: 'nynorsk' }) })
    const { projectId } = await copyOf(siv, project, ['line:låstskap', 'size:900000-'])
    const { tasks, uncertainties } = await work(projectId)
    expect([...tasks, ...uncertainties].map(({ title }) => title)).toEqual([
      ...['Finn ut: Låst skap', `Annan storleik enn kjelda føreset: ${tooSmall}`],
    ])
  })

  test('another municipality’s report that one may not read brings nothing along', async () => {
    const { ola, report } = await begin()
    await owner().experienceReport.update({ where: { id: report.id }, data: { visibility: 'municipality' } })
    expect(await followOffer(ola, report.id)).toEqual([])
    expect(await followOffer(visitor, report.id)).toEqual([])
  })
})
