import { describe, expect, test } from 'vitest'
import type { Staff } from '@/lib/platform/actor'
import { addDays, isoDate, isoDateOrNull } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { makeItems, makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { publishParts } from '@/lib/testing/parts'
import { sampleProject } from '@/lib/testing/sample'
import { copyProject } from './commands'
import { heldParts } from './held/queries'
import { type CopyInput, copyInput } from './input'
import { partKinds } from './parts'
import { copyOffer, copyTargets } from './queries'
import { itemMark } from './rules'

const startOn = '2027-08-02'
const everything = (projectId: string): CopyInput => ({ projectId, title: 'Hos oss', startOn, parts: partKinds })

/** A published report with something of every kind in it, and somebody elsewhere. */
async function published() {
  const [kari, ola] = [await makeStaff(), await makeStaff({ name: 'Ola Nordmann' })]
  const source = await makeProject(kari)
  await makeItems(kari, source)
  const report = await makeReport(kari, source)
  await publishParts(kari, source, report)
  return { kari, ola, source, report }
}

const workOf = (projectId: string) =>
  owner().project.findUniqueOrThrow({
    where: { id: projectId },
    include: {
      tasks: { include: { steps: true, phase: { include: { modelPhase: true } } } },
      stakeholders: true,
      communications: true,
      milestones: true,
      checklist: { orderBy: { position: 'asc' } },
      uncertainties: true,
      benefits: { include: { change: true } },
      deliverables: true,
      phases: { orderBy: { position: 'asc' } },
      copies: { include: { parts: true } },
    },
  })

async function sourceKeys(reportId: string) {
  const parts = await owner().reportPart.findMany({ where: { reportId } })
  return parts.flatMap((part) => (part.content as { key?: string }[]).flatMap((item) => item.key ?? []))
}

describe('what goes on from day to day comes along', () => {
  test('tasks with steps, stakeholders and messages, without those responsible and how far they have come', async () => {
    const { ola, source, report } = await published()
    const there = await owner().task.findFirstOrThrow({ where: { projectId: source.id } })
    const { projectId } = await copyProject(ola, everything(source.id))
    const copy = await workOf(projectId)
    expect(copy.copies[0]?.parts.map((part) => part.kind).sort()).toEqual([...partKinds].sort())
    expect(copy.tasks.map((task) => [task.title, isoDateOrNull(task.dueOn), task.responsibleId, task.isDone])).toEqual([
      [
        'Bestille møterom',
        addDays(startOn, (there.dueOn ? +there.dueOn - +new Date(sampleProject.startOn) : 0) / 86_400_000),
        null,
        false,
      ],
    ])
    expect(copy.tasks[0]?.phase?.modelPhase.code).toBe('execution')
    expect(copy.tasks[0]?.steps.map((step) => [step.text, step.isDone])).toEqual([['Ringe servicetorget', false]])
    expect(copy.stakeholders.map((one) => [one.title, one.group, one.affected, one.influence, one.actions])).toEqual([
      ['Foreldreutvalget', 'users', 'high', 'low', 'Møte hver måned'],
    ])
    expect(copy.communications.map((one) => [one.title, one.audience, one.responsibleId, one.status])).toEqual([
      ['Brev hjem', ['users', 'employees'], null, 'not_started'],
    ])
    const keys = await sourceKeys(report.id)
    const partIds = copy.copies[0]?.parts.map((part) => part.id) ?? []
    const items = [
      ...copy.tasks,
      ...copy.stakeholders,
      ...copy.communications,
      ...copy.milestones,
      ...copy.checklist,
      ...copy.uncertainties,
      ...copy.benefits,
      ...copy.deliverables,
    ]
    expect(items.map((item) => item.sourceItemKey).sort()).toEqual(keys.sort())
    for (const item of items) expect(partIds).toContain(item.copiedPartId)
  })

  test('a part offered before is read as it was', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const source = await makeProject(kari)
    const report = await makeReport(kari, source)
    const content = [{ title: 'Uten nøkkel', offsetDays: 3 }]
    await owner().reportPart.updateMany({ where: { reportId: report.id, kind: 'milestones' }, data: { content } })
    const copy = await workOf((await copyProject(ola, { ...everything(source.id), items: ['milestones.0'] })).projectId)
    expect(copy.milestones.map((m) => [m.title, m.sourceItemKey])).toEqual([['Uten nøkkel', null]])
  })
})

test('a project that is shared and has a report is copied from the report, so that the copy can follow it', async () => {
  const [kari, ola] = [await makeStaff(), await makeStaff()]
  const source = await makeProject(kari, { visibility: 'municipalities' })
  await publishParts(kari, source, await makeReport(kari, source))
  const copy = await workOf((await copyProject(ola, everything(source.id))).projectId)
  expect(copy.copies[0]?.parts.every((part) => part.sourcePartId !== null)).toBe(true)
})

describe('exactly what was ticked', () => {
  test('one item of many, and nothing of a part that was not chosen', async () => {
    const { ola, source } = await published()
    const offer = await copyOffer(ola, source.id)
    const milestones = offer?.parts.milestones ?? []
    expect(milestones.length).toBeGreaterThan(2)
    const [first] = milestones
    const items = [
      itemMark('milestones', first ?? {}, 0),
      ...(offer?.parts.tasks ?? []).map((task, index) => itemMark('tasks', task, index)),
    ]
    const copy = await workOf((await copyProject(ola, { ...everything(source.id), parts: ['milestones'], items })).projectId)
    expect(copy.milestones.map((m) => m.title)).toEqual([first?.title])
    expect([copy.tasks, copy.checklist, copy.uncertainties]).toEqual([[], [], []])
    expect(copy.copies[0]?.parts.map((part) => part.kind)).toEqual(['milestones'])
  })

  test('nothing ticked makes no project', async () => {
    const { ola, source } = await published()
    for (const items of [[], ['milestones.ukjent']])
      await expect(copyProject(ola, { ...everything(source.id), items })).rejects.toMatchObject({ reason: 'not-found' })
    expect(await owner().project.count({ where: { municipalityId: ola.municipality.id } })).toBe(0)
  })

  test('500 parts come along in one go, or none', async () => {
    const { ola, source, report } = await published()
    const items = Array.from({ length: 100 }, (_, index) => index)
    const many = {
      milestones: items.map((n) => ({ key: `m${n}`, title: `Milepæl ${n}`, offsetDays: n })),
      checklist: items.map((n) => ({ key: `c${n}`, phase: 'execution', text: `Punkt ${n}`, isMandatory: n % 2 === 0 })),
      tasks: items.map((n) => ({
        ...{ key: `t${n}`, title: `Oppgave ${n}`, description: '', phase: 'planning', dueOffsetDays: n, labels: [] },
        steps: [`Første ${n}`, `Andre ${n}`],
      })),
      stakeholders: items.map((n) => ({
        ...{ key: `s${n}`, title: `Part ${n}`, group: 'users', interest: '', affected: 'low', influence: 'low', actions: '' },
      })),
      communication: items.map((n) => ({ key: `k${n}`, title: `Brev ${n}`, audience: [], channel: '', plannedOffsetDays: null })),
    }
    for (const [kind, content] of Object.entries(many))
      await owner().reportPart.updateMany({ where: { reportId: report.id, kind: kind as 'tasks' }, data: { content } })
    const parts = Object.keys(many) as (keyof typeof many)[]
    const copy = await workOf((await copyProject(ola, { ...everything(source.id), parts })).projectId)
    const lengths = [copy.milestones, copy.checklist, copy.tasks, copy.stakeholders, copy.communications].map(
      (rows) => rows.length,
    )
    expect(lengths).toEqual([100, 100, 100, 100, 100])
    expect(copy.checklist.map((item) => item.text)).toEqual(many.checklist.map((item) => item.text))
    const steps = new Map(copy.tasks.map((task) => [task.title, task.steps.map((step) => step.text)]))
    for (const n of items) expect(steps.get(`Oppgave ${n}`)).toEqual([`Første ${n}`, `Andre ${n}`])
    // An item that cannot be stored takes everything with it.
    const spoilt = [...many.stakeholders, { ...many.stakeholders[0], key: 'spoilt', title: ' ' }]
    await owner().reportPart.updateMany({ where: { reportId: report.id, kind: 'stakeholders' }, data: { content: spoilt } })
    await expect(copyProject(ola, { ...everything(source.id), parts })).rejects.toThrow()
    expect(await owner().project.count({ where: { municipalityId: ola.municipality.id } })).toBe(1)
  })
})

describe('into a project that is there', () => {
  async function begun() {
    const all = await published()
    const own = await makeProject(all.ola, { startOn: '2026-03-02', title: 'Vårt eget' })
    return { ...all, own, input: { ...everything(all.source.id), title: '', startOn: undefined, into: own.id } }
  }

  test('adds everything after what is there, counted from its own start, and changes nothing', async () => {
    const { ola, source, own, input } = await begun()
    const before = await workOf(own.id)
    expect(await copyProject(ola, copyInput.parse({ ...input, startOn: '' }))).toEqual({ projectId: own.id, skipped: 0 })
    const after = await workOf(own.id)
    const there = await workOf(source.id)
    expect(after.milestones).toEqual(expect.arrayContaining(before.milestones))
    expect(after.milestones).toHaveLength(before.milestones.length + there.milestones.length)
    expect(after.checklist).toEqual(expect.arrayContaining(before.checklist))
    expect(after.phases).toEqual(before.phases)
    expect([after.title, after.goal, after.startOn]).toEqual([before.title, before.goal, before.startOn])
    const shift = (+new Date('2026-03-02') - +new Date(sampleProject.startOn)) / 86_400_000
    const copied = after.milestones.filter((m) => m.copiedPartId).map((m) => isoDate(m.plannedOn))
    expect(copied.sort()).toEqual(there.milestones.map((m) => addDays(isoDate(m.plannedOn), shift)).sort())
    // What says the same thing is the same change.
    expect(new Set(after.benefits.map((benefit) => benefit.changeId)).size).toBe(
      new Set(there.benefits.map((b) => b.change.text)).size,
    )
  })

  test('what is there from the same source does not come twice, and what it improves is told of all the same', async () => {
    const { ola, kari, source, report, input } = await begun()
    const { projectId } = await copyProject(ola, { ...everything(source.id), parts: ['milestones'] })
    await owner().milestone.deleteMany({ where: { projectId, title: sampleProject.milestones[1]?.title } })
    const again = { ...input, into: projectId, parts: ['milestones' as const] }
    await copyProject(ola, again)
    const titlesOf = async () => (await workOf(projectId)).milestones.map((m) => m.title).sort()
    expect(await titlesOf()).toEqual((await workOf(source.id)).milestones.map((m) => m.title).sort())
    await expect(copyProject(ola, again)).rejects.toMatchObject({ fields: { 'parts[]': 'errors.allThere' } })
    await owner().milestone.updateMany({
      where: { projectId: source.id, title: sampleProject.milestones[0]?.title },
      data: { title: 'Avtale signert' },
    })
    await publishParts(kari, source, report)
    const [held] = (await read(ola, (tx) => heldParts(tx, projectId))).filter((part) => part.kind === 'milestones')
    expect(held?.suggestions.map(({ change, isBothChanged }) => [change, isBothChanged])).toEqual([['changed', false]])
  })

  test('parts of a second source are added beside those of the first, each with its own origin', async () => {
    const { ola, source, input } = await begun()
    const other = await published()
    const { projectId } = await copyProject(ola, everything(source.id))
    await copyProject(ola, { ...input, into: projectId, projectId: other.source.id, parts: ['milestones'] })
    const { copies } = await workOf(projectId)
    expect(copies.map((copy) => copy.sourceProjectId).sort()).toEqual([source.id, other.source.id].sort())
  })

  test('only into a project one runs', async () => {
    const { ola, kari, own, input } = await begun()
    const colleague = await makeStaff({ municipality: ola.municipality })
    const theirs = await makeProject(kari, { visibility: 'open' })
    await expect(copyProject(colleague, input)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(copyProject(ola, { ...input, into: theirs.id })).rejects.toMatchObject({ reason: 'forbidden' })
    const stranger: Staff = await makeStaff()
    await expect(copyProject(stranger, input)).rejects.toMatchObject({ reason: 'not-found' })
    expect((await copyTargets(ola)).map((project) => project.id)).toEqual([own.id])
    expect(await copyTargets(colleague)).toEqual([])
  })

  test('a new project needs a name and a start, parts for an old one do not', () => {
    const sent = { projectId: '01a0e4ac-0000-7000-8000-000000000000', parts: ['tasks'], title: ' ', startOn: '', into: '' }
    expect(copyInput.safeParse(sent).error?.issues.map((issue) => issue.path[0])).toEqual(['title', 'startOn'])
    expect(copyInput.safeParse({ ...sent, into: sent.projectId }).success).toBe(true)
  })
})
