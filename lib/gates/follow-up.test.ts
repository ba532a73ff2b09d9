import { extractText } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import { today } from '@/lib/platform/dates'
import { newId } from '@/lib/platform/ids'
import { translatorFor } from '@/lib/platform/translator'
import { makeAdvisor, makeDraftReport, makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import type { PhaseCode } from '@/prisma/demo/content'
import { addStage, closeCondition, decideGate } from './commands'
import { closeConditionInput, gateInput } from './input'
import { decisionPaper } from './paper'
import { decisionRecord, type GatePage, gatePage, phasesPage } from './queries'

const forbidden = { reason: 'forbidden' }
const notFound = { reason: 'not-found' }
const conflict = { reason: 'conflict' }

async function standingIn(phase: PhaseCode) {
  const kari = await makeStaff()
  return { kari, project: await makeProject(kari, { phase, phases: [], decisions: [] }) }
}

/** The screen of the decision. */
async function shown(actor: Staff, projectId: string): Promise<GatePage> {
  const page = await gatePage(actor, { projectId, targetId: null, supersedes: null })
  if (!page) throw new Error('no such decision')
  return page
}

/** What the browser sends from that screen, everything done. */
const typed = (projectId: string, page: GatePage, change: Record<string, unknown> = {}) => ({
  projectId,
  phaseId: page.current.id,
  targetId: page.target?.id ?? '',
  supersedesId: '',
  latestId: page.latestId ?? '',
  items: page.left
    .flatMap(({ checklist }) => checklist)
    .map(({ id, version }) => ({ id, version, isMandatory: '', status: 'done' })),
  outcome: 'approved',
  decidedOn: today(),
  decidedBy: 'Kommunedirektøren',
  rationale: 'Behovet er tydelig.',
  ...change,
})

async function decided(actor: Staff, projectId: string, change: Record<string, unknown> = {}) {
  const input = gateInput.parse(typed(projectId, await shown(actor, projectId), change))
  const { decisionId } = await decideGate(actor, input)
  const record = await decisionRecord(actor, { projectId, id: decisionId })
  if (!record) throw new Error('no such record')
  return record
}

describe('experience from others at BP1', () => {
  test('is shown, and what was made of each case is kept with names from the reports themselves', async () => {
    const { kari, project } = await standingIn('idea')
    const ola = await makeStaff({ name: 'Ola Nordmann' })
    const theirs = await makeReport(ola, await makeProject(ola))
    const hidden = await makeDraftReport(ola, await makeProject(ola))
    const page = await shown(kari, project.id)
    expect(page.cases.map(({ slug }) => slug)).toEqual([theirs.slug])
    const forged = { title: 'Noe annet', municipality: 'Ingensteds' }
    const record = await decided(kari, project.id, {
      cases: [
        { slug: theirs.slug, use: 'learns', reason: 'Vi søker tilgang tidlig', ...forged },
        { slug: hidden.slug, use: 'uses', reason: 'Den så jeg ikke', ...forged },
        { slug: 'finnes-ikke', use: 'uses', reason: 'Den finnes ikke', ...forged },
      ],
      skippedBecause: 'Dette sies ikke når noe er brukt',
    })
    expect(record.experience).toEqual({
      cases: [
        {
          slug: theirs.slug,
          use: 'learns',
          reason: 'Vi søker tilgang tidlig',
          title: theirs.title,
          municipality: ola.municipality.name,
        },
      ],
      skippedBecause: null,
    })
  })

  test('is passed over only with a reason, and a case is judged only with one', async () => {
    const { kari, project } = await standingIn('idea')
    const page = await shown(kari, project.id)
    const problems = (change: Record<string, unknown>) =>
      gateInput.safeParse(typed(project.id, page, change)).error?.issues.map(({ path, message }) => [path.join('.'), message])
    expect(problems({ cases: [{ slug: 'a' }, { slug: 'b' }] })).toEqual([['skippedBecause', 'errors.answerOrSkip']])
    expect(problems({ cases: [{ slug: 'a' }, { slug: 'b', use: 'uses', reason: ' ' }] })).toEqual([
      ['cases.1.reason', 'errors.reasonNeeded'],
    ])
    const record = await decided(kari, project.id, { cases: [{ slug: 'a' }], skippedBecause: 'Ingen ligner på oss' })
    expect(record.experience).toEqual({ cases: [], skippedBecause: 'Ingen ligner på oss' })
  })

  test('is not asked for at later gates', async () => {
    const { kari, project } = await standingIn('planning')
    expect((await shown(kari, project.id)).cases).toEqual([])
    expect((await decided(kari, project.id)).experience).toBeNull()
  })
})

describe('a condition', () => {
  const conditions = [{ text: 'Styrerne er med', owner: 'Oppvekstsjefen', dueOn: '2026-12-01' }, { text: '' }]

  async function withCondition() {
    const { kari, project } = await standingIn('concept')
    const record = await decided(kari, project.id, { outcome: 'approved_with_conditions', conditions, skippedBecause: 'Ingen' })
    const [condition] = record.conditions
    if (!condition) throw new Error('no condition')
    const input = {
      projectId: project.id,
      conditionId: condition.id,
      version: condition.version,
      closedNote: 'Møtt 20. november',
    }
    return { kari, project, record, input }
  }

  test('is kept with the decision, and not where the decision has none', async () => {
    const { record } = await withCondition()
    expect(record.conditions).toMatchObject([{ ...conditions[0], closedOn: null }])
    const { kari, project } = await standingIn('idea')
    expect((await decided(kari, project.id, { conditions, skippedBecause: 'Ingen' })).conditions).toEqual([])
  })

  test('is closed with a word on how, once', async () => {
    const { kari, project, record, input } = await withCondition()
    expect(closeConditionInput.safeParse({ ...input, closedNote: ' ' }).success).toBe(false)
    const results = await Promise.allSettled([closeCondition(kari, input), closeCondition(kari, input)])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(closeCondition(kari, { ...input, version: input.version + 1 })).rejects.toMatchObject(conflict)
    const now = await decisionRecord(kari, { projectId: project.id, id: record.id })
    expect(now?.conditions).toMatchObject([{ closedOn: today(), closedNote: input.closedNote, version: input.version + 1 }])
    expect(await owner().auditEvent.findMany({ where: { subjectId: input.conditionId } })).toMatchObject([
      { action: 'gate.close-condition', projectId: project.id, actorId: kari.personId, detail: { note: input.closedNote } },
    ])
  })

  test('is closed by those who run its project', async () => {
    const { kari, input } = await withCondition()
    const colleague = await makeStaff({ municipality: kari.municipality })
    await expect(closeCondition(colleague, input)).rejects.toMatchObject(forbidden)
    for (const actor of [await makeStaff(), visitor, await makeAdvisor()])
      await expect(closeCondition(actor, input)).rejects.toMatchObject(notFound)
    const other = await makeProject(kari)
    await expect(closeCondition(kari, { ...input, projectId: other.id })).rejects.toMatchObject(notFound)
  })
})

describe('a stage of the execution', () => {
  const names = async (actor: Actor, projectId: string) =>
    (await phasesPage(actor, projectId))?.phases.map(({ stageName, code, state }) => [stageName ?? code, state])

  test('comes after the last one, and is passed through on the way to the end', async () => {
    const { kari, project } = await standingIn('execution')
    await addStage(kari, { projectId: project.id, name: 'Trinn 2' })
    await addStage(kari, { projectId: project.id, name: 'Trinn 3' })
    expect(await names(kari, project.id)).toEqual([
      ['idea', 'done'],
      ['concept', 'done'],
      ['planning', 'done'],
      ['execution', 'current'],
      ['Trinn 2', 'upcoming'],
      ['Trinn 3', 'upcoming'],
      ['closing', 'upcoming'],
      ['realisation', 'upcoming'],
    ])
    const gates = []
    for (let index = 0; index < 4; index += 1) gates.push((await decided(kari, project.id)).gate)
    expect(gates).toEqual(['BP4', 'BP4', 'BP4', 'BP5'])
    expect((await names(kari, project.id))?.at(-1)).toEqual(['realisation', 'current'])
    const trail = await owner().auditEvent.findMany({
      where: { projectId: project.id, action: 'phase.add-stage' },
      orderBy: { at: 'asc' },
    })
    expect(trail.map(({ actorId, detail }) => [actorId, detail])).toEqual([
      [kari.personId, { title: 'Trinn 2' }],
      [kari.personId, { title: 'Trinn 3' }],
    ])
  })

  test('is not added when the execution is over, nor by those who do not run the project', async () => {
    const { kari, project } = await standingIn('closing')
    await expect(addStage(kari, { projectId: project.id, name: 'Trinn 2' })).rejects.toMatchObject(conflict)
    const colleague = await makeStaff({ municipality: kari.municipality })
    await expect(addStage(colleague, { projectId: project.id, name: 'Trinn 2' })).rejects.toMatchObject(forbidden)
    await expect(addStage(await makeStaff(), { projectId: project.id, name: 'Trinn 2' })).rejects.toMatchObject(notFound)
    await expect(addStage(kari, { projectId: newId(), name: 'Trinn 2' })).rejects.toMatchObject(notFound)
  })
})

test('a decision as a document says all that was decided, in the language of its reader', async () => {
  const { kari, project } = await standingIn('concept')
  const record = await decided(kari, project.id, {
    outcome: 'approved_with_conditions',
    conditions: [{ text: 'Styrerne er med', owner: 'Oppvekstsjefen', dueOn: '2026-12-01' }],
    basis: [{ title: 'Prosjektforslag', reference: '26/0412-3' }],
    skippedBecause: 'Ingen ligner på oss',
  })
  const bytes = await decisionPaper(record, translatorFor('nb'), 'nb')
  expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-')
  const { text } = await extractText(bytes.slice(), { mergePages: true })
  const words = text.replace(/\s+/g, ' ')
  for (const said of [
    `BP2: ${project.title}`,
    'Kommunedirektøren',
    'Behovet er tydelig.',
    'Styrerne er med',
    '01.12.2026',
    'Minst to alternativer er vurdert',
    'Prosjektforslag, 26/0412-3',
    'Ingen ligner på oss',
    kari.municipality.name,
  ])
    expect(words).toContain(said)
  const english = await extractText((await decisionPaper(record, translatorFor('en'), 'en')).slice(), { mergePages: true })
  expect(english.text).not.toContain('Vilkår')
})
