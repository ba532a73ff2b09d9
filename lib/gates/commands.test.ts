import { describe, expect, test } from 'vitest'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import { isoDateOrNull, today } from '@/lib/platform/dates'
import { transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { makeAdvisor, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import type { PhaseCode } from '@/prisma/demo/content'
import { decideGate } from './commands'
import { type GateInput, gateInput } from './input'
import { decisionRecord, gatePage, phasesPage } from './queries'

const forbidden = { reason: 'forbidden' }
const notFound = { reason: 'not-found' }
const conflict = { reason: 'conflict' }
const condition = { text: 'Styrerne er med', owner: 'Oppvekstsjefen', dueOn: '2026-12-01' }

/** Kari owns a project that stands in this phase, with nothing decided yet. */
async function standingIn(phase: PhaseCode) {
  const kari = await makeStaff()
  const project = await makeProject(kari, { phase, phases: [], decisions: [] })
  const phaseId = (code: PhaseCode) => project.phases.find(({ model }) => model.code === code)?.id ?? ''
  return { kari, project, projectId: project.id, phaseId }
}

/** The form as its screen gives it, everything done and approved unless changed. */
async function filled(
  actor: Staff,
  projectId: string,
  change: Partial<GateInput> = {},
  at: { targetId?: string; supersedes?: string } = {},
): Promise<GateInput> {
  const page = await gatePage(actor, { projectId, targetId: at.targetId ?? null, supersedes: at.supersedes ?? null })
  if (!page) throw new Error('no such decision')
  return {
    projectId,
    phaseId: page.current.id,
    targetId: page.target?.id ?? null,
    supersedesId: page.supersedesId,
    latestId: page.latestId,
    items: page.left
      .flatMap(({ checklist }) => checklist)
      .map(({ id, version, isMandatory }) => ({ id, version, isMandatory, status: 'done', reason: '' })),
    outcome: 'approved',
    conditions: [],
    decidedOn: today(),
    decidedBy: 'Kommunedirektøren',
    rationale: 'Behovet er tydelig.',
    documents: [],
    basis: [],
    cases: [],
    skippedBecause: 'Ingen ligner',
    ...change,
  }
}

async function stands(projectId: string) {
  const project = await owner().project.findUniqueOrThrow({
    where: { id: projectId },
    select: { currentPhaseId: true, lifecycle: true, phases: { orderBy: { position: 'asc' } } },
  })
  const dates = (id: string) => {
    const phase = project.phases.find((found) => found.id === id)
    return [isoDateOrNull(phase?.actualStartOn ?? null), isoDateOrNull(phase?.actualEndOn ?? null)]
  }
  return { ...project, dates }
}

const decisionsOf = (projectId: string) => owner().gateDecision.findMany({ where: { projectId }, orderBy: { id: 'asc' } })
const firstOpen = (input: GateInput) =>
  input.items.map((item, index) => (index === 0 ? { ...item, status: 'open' as const, reason: 'Venter på svar' } : item))

test('of two who postpone from the same screen, the second is told, and one decision stands', async () => {
  const kari = await makeStaff({ roles: ['member', 'portfolio_manager'] })
  const project = await makeProject(kari)
  const input = await filled(kari, project.id, { outcome: 'postponed', items: [] })
  const items = (await filled(kari, project.id)).items.map((item) => ({ ...item, status: 'open' as const, reason: 'Senere' }))
  const before = await owner().gateDecision.count({ where: { projectId: project.id } })
  await decideGate(kari, { ...input, items })
  const again = (await filled(kari, project.id)).items.map((item) => ({ ...item, status: 'open' as const, reason: 'Senere' }))
  await expect(decideGate(kari, { ...input, items: again })).rejects.toMatchObject({ reason: 'conflict' })
  expect(await owner().gateDecision.count({ where: { projectId: project.id } })).toBe(before + 1)
  await decideGate(kari, await filled(kari, project.id))
})

describe('a decision', () => {
  test('by the owner moves the project on the day it was taken, settles the checklist, and is in the history', async () => {
    const { kari, projectId, phaseId } = await standingIn('idea')
    const { decisionId, leadsToReport } = await decideGate(kari, await filled(kari, projectId, { decidedOn: '2026-11-20' }))
    const now = await stands(projectId)
    expect(leadsToReport).toBe(false)
    expect(now).toMatchObject({ currentPhaseId: phaseId('concept'), lifecycle: 'active' })
    expect(now.dates(phaseId('idea'))[1]).toBe('2026-11-20')
    expect(now.dates(phaseId('concept'))).toEqual(['2026-11-20', null])
    const items = await owner().checklistItem.findMany({ where: { projectPhaseId: phaseId('idea') } })
    expect(items.map(({ status, version }) => [status, version])).toEqual(items.map(() => ['done', 2]))
    expect(await owner().auditEvent.findMany({ where: { subjectId: decisionId } })).toMatchObject([
      {
        action: 'gate.decide',
        projectId,
        actorId: kari.personId,
        municipalityId: kari.municipality.id,
        detail: { title: 'BP1' },
      },
    ])
  })

  test('may be recorded by the portfolio manager and the administrator, who have no part in the project', async () => {
    const { kari, projectId } = await standingIn('concept')
    for (const role of ['portfolio_manager', 'municipality_admin'] as const) {
      const above = await makeStaff({ municipality: kari.municipality, roles: ['member', role] })
      await decideGate(above, await filled(above, projectId))
    }
    expect((await decisionsOf(projectId)).map(({ gate }) => gate)).toEqual(['BP2', 'BP3'])
  })

  test('is not the project manager’s to take, nor a colleague’s', async () => {
    const { kari, projectId } = await standingIn('idea')
    const per = await makeStaff({ municipality: kari.municipality, name: 'Per Lien' })
    const member = { municipalityId: kari.municipality.id, projectId, personId: per.personId, role: 'project_manager' as const }
    await owner().projectMember.create({ data: member })
    const colleague = await makeStaff({ municipality: kari.municipality })
    const input = await filled(kari, projectId)
    for (const actor of [per, colleague]) await expect(decideGate(actor, input)).rejects.toMatchObject(forbidden)
    expect((await gatePage(per, { projectId, targetId: null, supersedes: null }))?.may.decide).toBe(false)
    expect(await decisionsOf(projectId)).toEqual([])
  })

  test('is not there for others: not the project, the screen or the record', async () => {
    const { kari, projectId } = await standingIn('idea')
    const input = await filled(kari, projectId)
    const stranger = await makeStaff({ roles: ['member', 'portfolio_manager', 'municipality_admin'] })
    const others: Actor[] = [stranger, visitor, await makeAdvisor()]
    for (const actor of others) await expect(decideGate(actor, input)).rejects.toMatchObject(notFound)
    const { decisionId } = await decideGate(kari, input)
    for (const actor of others) {
      expect(await gatePage(actor, { projectId, targetId: null, supersedes: null })).toBeNull()
      expect(await decisionRecord(actor, { projectId, id: decisionId })).toBeNull()
    }
    await owner().project.update({ where: { id: projectId }, data: { visibility: 'open' } })
    for (const actor of others) expect((await phasesPage(actor, projectId))?.decisions).toEqual([])
    await expect(decideGate(stranger, input)).rejects.toMatchObject(forbidden)
    for (const actor of others) expect(await decisionRecord(actor, { projectId, id: decisionId })).toBeNull()
  })

  test('to approve with a mandatory item open is refused beside the item, and also when sent by hand', async () => {
    const { kari, projectId, phaseId } = await standingIn('idea')
    const input = await filled(kari, projectId)
    const open = { ...input, items: firstOpen(input) }
    const typed = open.items.map((item) => ({ ...item, isMandatory: item.isMandatory ? 'on' : '' }))
    const said = gateInput.safeParse({ ...open, targetId: open.targetId ?? '', supersedesId: '', latestId: '', items: typed })
      .error?.issues
    expect(said).toMatchObject([{ path: ['items', '0', 'status'], message: 'errors.mandatoryOpen' }])
    await expect(decideGate(kari, open)).rejects.toMatchObject(forbidden)
    const byHand = { ...open, items: open.items.map((item) => ({ ...item, isMandatory: false })) }
    await expect(decideGate(kari, byHand)).rejects.toMatchObject(forbidden)
    // Nor by leaving the item out of the form.
    await expect(decideGate(kari, { ...input, items: [] })).rejects.toMatchObject(conflict)
    expect((await stands(projectId)).currentPhaseId).toBe(phaseId('idea'))
    expect(await owner().checklistItem.count({ where: { projectId, version: { gt: 1 } } })).toBe(0)
  })

  test('with conditions leads on with a mandatory item open', async () => {
    const { kari, projectId, phaseId } = await standingIn('idea')
    const input = await filled(kari, projectId, { outcome: 'approved_with_conditions', conditions: [condition] })
    const { decisionId } = await decideGate(kari, { ...input, items: firstOpen(input) })
    expect((await stands(projectId)).currentPhaseId).toBe(phaseId('concept'))
    const record = await decisionRecord(kari, { projectId, id: decisionId })
    expect(record?.conditions).toMatchObject([{ ...condition, closedOn: null }])
    expect(record?.checklist[0]).toMatchObject({ status: 'open', reason: 'Venter på svar', isMandatory: true })
  })

  test('that jumps over a phase answers its checklist too, and carries both gates', async () => {
    const { kari, projectId, phaseId } = await standingIn('concept')
    const at = { targetId: phaseId('execution') }
    const input = await filled(kari, projectId, {}, at)
    const planning = await owner().checklistItem.findMany({ where: { projectPhaseId: phaseId('planning') } })
    const without = input.items.filter(({ id }) => !planning.some((item) => item.id === id))
    expect(without.length).toBeLessThan(input.items.length)
    await expect(decideGate(kari, { ...input, items: without })).rejects.toMatchObject(conflict)
    const { decisionId } = await decideGate(kari, input)
    const now = await stands(projectId)
    expect(now.currentPhaseId).toBe(phaseId('execution'))
    expect(now.dates(phaseId('planning'))).toEqual([today(), today()])
    expect(now.dates(phaseId('execution'))).toEqual([today(), null])
    const record = await decisionRecord(kari, { projectId, id: decisionId })
    expect(record?.gate).toBe('BP2–BP3')
    expect(new Set(record?.checklist.map(({ phase }) => phase))).toEqual(new Set(['Konsept', 'Planlegge']))
    expect(record?.checklist).toHaveLength(input.items.length)
  })

  test('goes only forward, and never without saying where', async () => {
    const { kari, projectId, phaseId } = await standingIn('planning')
    const input = await filled(kari, projectId)
    for (const targetId of [null, phaseId('planning'), phaseId('idea'), newId()])
      await expect(decideGate(kari, { ...input, targetId })).rejects.toMatchObject(notFound)
  })

  test('to postpone leaves the project where it is; the next one takes its place', async () => {
    const { kari, projectId, phaseId } = await standingIn('idea')
    const postponed = await decideGate(kari, await filled(kari, projectId, { outcome: 'postponed' }))
    const now = await stands(projectId)
    expect(now).toMatchObject({ currentPhaseId: phaseId('idea'), lifecycle: 'active' })
    expect(now.dates(phaseId('idea'))[1]).toBeNull()
    const { decisionId } = await decideGate(kari, await filled(kari, projectId))
    expect((await decisionRecord(kari, { projectId, id: decisionId }))?.supersedes?.id).toBe(postponed.decisionId)
  })

  test('to reject stops the project', async () => {
    const { kari, projectId, phaseId } = await standingIn('concept')
    await decideGate(kari, await filled(kari, projectId, { outcome: 'rejected' }))
    expect(await stands(projectId)).toMatchObject({ currentPhaseId: phaseId('concept'), lifecycle: 'stopped' })
  })

  test('at the last gate closes the project; the one before asks for its report', async () => {
    const { kari, projectId, phaseId } = await standingIn('closing')
    const postponed = await decideGate(kari, await filled(kari, projectId, { outcome: 'postponed' }))
    const approved = await decideGate(kari, await filled(kari, projectId))
    const last = await decideGate(kari, await filled(kari, projectId))
    expect([postponed, approved, last].map(({ leadsToReport }) => leadsToReport)).toEqual([false, true, false])
    const now = await stands(projectId)
    expect(now).toMatchObject({ currentPhaseId: phaseId('realisation'), lifecycle: 'closed' })
    expect(now.dates(phaseId('realisation'))).toEqual([today(), today()])
  })
})

describe('when two are at it', () => {
  test.each(['idea', 'realisation'] as const)('deciding at once in the phase «%s», the second is told', async (phase) => {
    const { kari, projectId } = await standingIn(phase)
    await owner().checklistItem.updateMany({ where: { projectId }, data: { status: 'done' } })
    const input = await filled(kari, projectId, { items: [] })
    const results = await Promise.allSettled([decideGate(kari, input), decideGate(kari, input)])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: conflict })
    expect(await decisionsOf(projectId)).toHaveLength(1)
  })

  test('an item that was answered in the meantime, or added, stops the decision', async () => {
    const { kari, projectId, phaseId } = await standingIn('idea')
    const input = await filled(kari, projectId)
    const answered = { where: { id: input.items[0]?.id ?? '' }, data: { status: 'open', version: 2 } } as const
    await owner().checklistItem.update(answered)
    await expect(decideGate(kari, input)).rejects.toMatchObject(conflict)
    const shown = await filled(kari, projectId)
    const added = { municipalityId: kari.municipality.id, projectId, projectPhaseId: phaseId('idea'), position: 99, text: 'Nytt' }
    await owner().checklistItem.create({ data: added })
    await expect(decideGate(kari, shown)).rejects.toMatchObject(conflict)
    expect((await stands(projectId)).currentPhaseId).toBe(phaseId('idea'))
  })
})

describe('a decision taken again', () => {
  test('supersedes the first, which stands as it was, and nobody moves', async () => {
    const { kari, projectId, phaseId } = await standingIn('idea')
    const first = await decideGate(kari, await filled(kari, projectId))
    const before = await decisionRecord(kari, { projectId, id: first.decisionId })
    const change = { outcome: 'approved_with_conditions', conditions: [condition], rationale: 'Vi glemte styrerne.' } as const
    const input = await filled(kari, projectId, { ...change, conditions: [condition] }, { supersedes: first.decisionId })
    const second = await decideGate(kari, input)
    expect((await stands(projectId)).currentPhaseId).toBe(phaseId('concept'))
    const [then, now] = [
      await decisionRecord(kari, { projectId, id: first.decisionId }),
      await decisionRecord(kari, { projectId, id: second.decisionId }),
    ]
    expect(then).toEqual({ ...before, supersededBy: { id: second.decisionId, decidedOn: today() } })
    expect(now).toMatchObject({ gate: 'BP1', rationale: change.rationale, supersedes: { id: first.decisionId } })
    expect((await phasesPage(kari, projectId))?.decisions.map(({ id, isSuperseded }) => [id, isSuperseded])).toEqual([
      [second.decisionId, false],
      [first.decisionId, true],
    ])
    await expect(decideGate(kari, input)).rejects.toMatchObject(conflict)
  })

  test('is the only way to change it: a decision is not rewritten, and keeps its checklist whatever happens to the items', async () => {
    const { kari, projectId } = await standingIn('idea')
    const { decisionId: id } = await decideGate(kari, await filled(kari, projectId))
    const before = await decisionRecord(kari, { projectId, id })
    await owner().checklistItem.updateMany({ where: { projectId }, data: { text: 'Noe annet', status: 'open' } })
    expect(before?.checklist.length).toBeGreaterThan(3)
    expect(await decisionRecord(kari, { projectId, id })).toEqual(before)
    const rewrite = transaction(kari, (tx) => tx.gateDecision.updateMany({ where: { id }, data: { rationale: 'Skrevet om' } }))
    await expect(rewrite).rejects.toThrow()
    await expect(owner().gateDecision.deleteMany({ where: { id } })).rejects.toThrow()
  })
})
