import { describe, expect, test } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { isoDateOrNull } from '@/lib/platform/dates'
import { newId } from '@/lib/platform/ids'
import { makeAdvisor, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { addLink, movePlan, removeLink } from './commands'
import { linkInput } from './input'
import { type PlanPage, planPage } from './queries'
import { movesKey, type PlanChange, type PlanKind, planMove } from './rules'

const forbidden = { reason: 'forbidden' }
const notFound = { reason: 'not-found' }
const conflict = { reason: 'conflict' }
const words = { phases: 'Faser', milestones: 'Milepæler', deliverables: 'Leveranser', phaseName: () => '' }

async function planOf(actor: Actor, projectId: string): Promise<PlanPage> {
  const plan = await planPage(actor, projectId, words)
  if (!plan) throw new Error('no such plan')
  return plan
}

/** Kari's project: a form to deliver by 15 January 2027, and a first application to reach the same day. */
async function begun() {
  const kari = await makeStaff()
  const project = await makeProject(kari)
  const { items } = await planOf(kari, project.id)
  const idOf = (title: string) => items.find((item) => item.title === title)?.id ?? ''
  const phaseId = (code: string) => project.phases.find(({ model }) => model.code === code)?.id ?? ''
  const [form, chosen, first] = [idOf('Søknadsskjema på nett'), idOf('Leverandør valgt'), idOf('Første søknad på nett')]
  return { kari, projectId: project.id, phaseId, form, chosen, first }
}

/** The move as it is shown before it is saved. */
async function shown(actor: Actor, projectId: string, change: PlanChange) {
  const plan = await planOf(actor, projectId)
  const move = planMove(plan.items, plan.dependencies, change)
  return { input: { projectId, ...change, shown: movesKey(move) }, move }
}

const end = (kind: PlanKind, id: string) => ({ kind, id })
const datesIn = async (actor: Actor, projectId: string) =>
  new Map((await planOf(actor, projectId)).items.map(({ id, startOn, endOn }) => [id, [startOn, endOn]]))
const trail = (projectId: string, action: string) =>
  owner().auditEvent.findMany({ where: { projectId, action }, orderBy: { at: 'asc' } })

describe('a move', () => {
  test('is saved with all it pushes, just as it was shown, and the history tells of each', async () => {
    const { kari, projectId, form, first } = await begun()
    await addLink(kari, { projectId, from: end('deliverable', form), to: end('milestone', first), lagDays: 10 })
    const before = await datesIn(kari, projectId)
    const { input, move } = await shown(kari, projectId, { id: form, startOn: '2026-09-01', endOn: '2027-02-15' })
    expect(move.moves.map(({ id, after }) => [id, after.endOn])).toEqual([
      [form, '2027-02-15'],
      [first, '2027-02-25'],
    ])
    await movePlan(kari, input)
    const expected = new Map([...before, [form, ['2026-09-01', '2027-02-15']], [first, [null, '2027-02-25']]])
    expect(await datesIn(kari, projectId)).toEqual(expected)
    expect((await trail(projectId, 'item.change')).map(({ subjectId, detail }) => [subjectId, detail])).toEqual([
      [
        form,
        {
          title: 'Søknadsskjema på nett',
          changes: { startOn: ['2026-09-01', '2026-09-01'], endOn: ['2027-01-15', '2027-02-15'] },
        },
      ],
      [first, { title: 'Første søknad på nett', changes: { plannedOn: ['2027-01-15', '2027-02-25'] } }],
    ])
  })

  test('of a gate moves the end of its phase, and the phases after it', async () => {
    const { kari, projectId, phaseId } = await begun()
    const { input } = await shown(kari, projectId, { id: `bp-${phaseId('closing')}`, startOn: null, endOn: '2027-07-18' })
    await movePlan(kari, input)
    const dates = await datesIn(kari, projectId)
    expect(dates.get(phaseId('closing'))?.[1]).toBe('2027-07-18')
    expect(dates.get(`bp-${phaseId('closing')}`)?.[1]).toBe('2027-07-18')
    expect(dates.get(phaseId('realisation'))?.[0]).toBe('2027-07-18')
    const stored = await owner().projectPhase.findUniqueOrThrow({ where: { id: phaseId('closing') } })
    expect([isoDateOrNull(stored.plannedEndOn), stored.actualEndOn]).toEqual(['2027-07-18', null])
  })

  test('that is not the one that was shown is not saved', async () => {
    const { kari, projectId, form, first } = await begun()
    const { input } = await shown(kari, projectId, { id: form, startOn: '2026-09-01', endOn: '2027-02-15' })
    const before = await datesIn(kari, projectId)
    for (const change of [{ endOn: '2027-02-16' }, { startOn: '2026-09-02' }, { shown: '' }, { id: newId() }, { id: first }])
      await expect(movePlan(kari, { ...input, ...change })).rejects.toMatchObject(conflict)
    // A link that came in the meantime makes it another move.
    await addLink(kari, { projectId, from: end('deliverable', form), to: end('milestone', first), lagDays: 0 })
    await expect(movePlan(kari, input)).rejects.toMatchObject(conflict)
    expect(await datesIn(kari, projectId)).toEqual(before)
    expect(await trail(projectId, 'item.change')).toEqual([])
  })

  test('to where it stands already is no move', async () => {
    const { kari, projectId, first } = await begun()
    const { input } = await shown(kari, projectId, { id: first, startOn: null, endOn: '2027-01-15' })
    await expect(movePlan(kari, input)).rejects.toMatchObject(conflict)
  })

  test('never moves what is done', async () => {
    const { kari, projectId, phaseId, form, chosen } = await begun()
    await owner().deliverable.updateMany({ where: { projectId }, data: { status: 'approved' } })
    const before = await datesIn(kari, projectId)
    for (const id of [chosen, form, phaseId('idea'), `bp-${phaseId('planning')}`]) {
      const { input, move } = await shown(kari, projectId, { id, startOn: null, endOn: '2027-03-01' })
      expect(move.conflicts).not.toEqual([])
      await expect(movePlan(kari, input)).rejects.toMatchObject(conflict)
    }
    expect(await datesIn(kari, projectId)).toEqual(before)
  })

  test('made by two at once is made by one of them', async () => {
    const { kari, projectId, first } = await begun()
    const days = ['2027-02-01', '2027-03-01']
    const seen = []
    for (const endOn of days) seen.push(await shown(kari, projectId, { id: first, startOn: null, endOn }))
    const results = await Promise.allSettled(seen.map(({ input }) => movePlan(kari, input)))
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: conflict })
    const made = days[results.findIndex(({ status }) => status === 'fulfilled')]
    expect((await datesIn(kari, projectId)).get(first)).toEqual([null, made])
    expect(await trail(projectId, 'item.change')).toHaveLength(1)
  })
})

describe('a link', () => {
  test('is kept with its days between, and taken away again', async () => {
    const { kari, projectId, form, first, phaseId } = await begun()
    await addLink(kari, { projectId, from: end('deliverable', form), to: end('milestone', first), lagDays: 5 })
    await addLink(kari, { projectId, from: end('milestone', first), to: end('phase', phaseId('realisation')), lagDays: 0 })
    const { links } = await planOf(kari, projectId)
    expect(links).toMatchObject([
      { fromId: form, toId: first, lagDays: 5 },
      { fromId: first, toId: phaseId('realisation'), lagDays: 0 },
    ])
    const before = await datesIn(kari, projectId)
    const linkId = links[0]?.id ?? ''
    await removeLink(kari, { projectId, linkId })
    expect((await planOf(kari, projectId)).links).toHaveLength(1)
    expect(await datesIn(kari, projectId)).toEqual(before)
    await expect(removeLink(kari, { projectId, linkId })).rejects.toMatchObject(notFound)
    expect(await trail(projectId, 'plan.link')).toHaveLength(2)
    expect(await trail(projectId, 'plan.unlink')).toMatchObject([{ subjectId: linkId, actorId: kari.personId }])
  })

  test('that is there already is refused, also when two make it at once', async () => {
    const { kari, projectId, form, first } = await begun()
    const input = { projectId, from: end('deliverable', form), to: end('milestone', first), lagDays: 0 }
    const results = await Promise.allSettled([addLink(kari, input), addLink(kari, input)])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const taken = { ...conflict, fields: { to: 'errors.linkTaken' } }
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: taken })
    await expect(addLink(kari, { ...input, lagDays: 9 })).rejects.toMatchObject(taken)
    expect((await planOf(kari, projectId)).links).toHaveLength(1)
  })

  test('that would make the plan wait for itself is refused: with itself, through others, or against the phases', async () => {
    const { kari, projectId, phaseId, form, chosen, first } = await begun()
    await addLink(kari, { projectId, from: end('milestone', chosen), to: end('deliverable', form), lagDays: 0 })
    await addLink(kari, { projectId, from: end('deliverable', form), to: end('milestone', first), lagDays: 0 })
    const cycle = { ...conflict, fields: { to: 'errors.linkCycle' } }
    for (const [from, to] of [
      [end('deliverable', form), end('deliverable', form)],
      [end('deliverable', form), end('milestone', chosen)],
      [end('milestone', first), end('milestone', chosen)],
      [end('phase', phaseId('realisation')), end('phase', phaseId('closing'))],
    ] as const)
      await expect(addLink(kari, { projectId, from, to, lagDays: 0 })).rejects.toMatchObject(cycle)
    expect((await planOf(kari, projectId)).links).toHaveLength(2)
  })

  test('joins only what is in the plan, as what it is', async () => {
    const { kari, projectId, form, first, phaseId } = await begun()
    const other = await makeProject(kari)
    const theirs = (await planOf(kari, other.id)).items.find(({ kind }) => kind === 'milestone')?.id ?? ''
    const to = end('milestone', first)
    for (const from of [end('milestone', theirs), end('milestone', newId()), end('milestone', form), end('phase', form)]) {
      const unknown = { ...notFound, fields: { from: 'errors.unknown' } }
      await expect(addLink(kari, { projectId, from, to, lagDays: 0 })).rejects.toMatchObject(unknown)
    }
    const unknown = { ...notFound, fields: { to: 'errors.unknown' } }
    const link = { projectId, from: end('deliverable', form), to: end('milestone', theirs), lagDays: 0 }
    await expect(addLink(kari, link)).rejects.toMatchObject(unknown)
    const typed = { projectId, from: `deliverable:${form}`, to: `milestone:${first}`, lagDays: '3' }
    expect(linkInput.parse(typed)).toMatchObject({ from: { kind: 'deliverable', id: form }, lagDays: 3 })
    for (const from of [`gate:bp-${phaseId('closing')}`, `project:${projectId}`, 'milestone', `milestone:${first}'--`])
      expect(linkInput.safeParse({ ...typed, from }).success).toBe(false)
    for (const lagDays of ['-1', '1.5', '3651', 'ti']) expect(linkInput.safeParse({ ...typed, lagDays }).success).toBe(false)
  })
})

test('only those who run the project change its plan', async () => {
  const { kari, projectId, form, first } = await begun()
  await addLink(kari, { projectId, from: end('deliverable', form), to: end('milestone', first), lagDays: 0 })
  const { input } = await shown(kari, projectId, { id: first, startOn: null, endOn: '2027-02-01' })
  const [linkId] = (await planOf(kari, projectId)).links.map(({ id }) => id)
  const attempts = [
    (actor: Actor) => movePlan(actor, input),
    (actor: Actor) => addLink(actor, { projectId, from: end('milestone', first), to: end('deliverable', form), lagDays: 0 }),
    (actor: Actor) => removeLink(actor, { projectId, linkId: linkId ?? '' }),
  ]
  const colleague = await makeStaff({ municipality: kari.municipality })
  const others = [await makeStaff({ roles: ['member', 'portfolio_manager'] }), visitor, await makeAdvisor()]
  for (const attempt of attempts) {
    await expect(attempt(colleague)).rejects.toMatchObject(forbidden)
    for (const actor of others) await expect(attempt(actor)).rejects.toMatchObject(notFound)
  }
  const other = await makeProject(kari)
  await expect(removeLink(kari, { projectId: other.id, linkId: linkId ?? '' })).rejects.toMatchObject(notFound)
  for (const actor of others) expect(await planPage(actor, projectId, words)).toBeNull()
  await owner().project.update({ where: { id: projectId }, data: { visibility: 'open' } })
  for (const actor of others)
    expect(await planPage(actor, projectId, words)).toMatchObject({ isOwn: false, may: { change: false } })
})
