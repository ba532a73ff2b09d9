import { expect, test } from 'vitest'
import { sampleLesson, sampleProject, sampleReport, sampleStatusReport } from '@/lib/testing/sample'
import type { DemoProject } from '@/prisma/demo/content'
import { phaseModels } from '@/prisma/register/phase-models'
import { projectRows } from './project'
import { reportRows, reuseRows } from './report'

const municipality = {
  id: 'm',
  number: '4202',
  displayName: 'Grimstad',
  parallelNames: [],
  writtenNorm: 'bokmal',
  collaborations: ['ikt-agder'],
}
const reference = {
  municipality: (number: string) => ({ ...municipality, id: number }),
  collaborationId: (slug: string) => `id of ${slug}`,
  phaseModel: {
    id: 'model',
    phases: (phaseModels[0]?.phases ?? []).map((phase, index) => ({
      id: phase.code,
      code: phase.code,
      position: index + 1,
      gate: phase.gate,
      checklist: phase.checklist.map((item) => ({ textNb: item.nb, textNn: item.nn, isMandatory: item.isMandatory })),
    })),
  },
}
const home = { municipality, people: new Map([['staff', 'person']]) }
const load = (overrides: Partial<DemoProject> = {}, at = home) =>
  projectRows({ number: '2026-001', ...sampleProject, ...overrides }, at, reference)

test('phases behind are over, the current one has begun, those ahead have not', () => {
  const { phases } = load()
  expect(phases.map((phase) => phase.state)).toEqual(['done', 'done', 'done', 'current', 'upcoming', 'upcoming'])
  expect(phases.map((phase) => phase.actualStartOn)).toEqual(['2026-01-12', '2026-02-17', '2026-04-25', '2026-09-01', null, null])
})

test('what the phase model asks for is done in phases behind, partly in the current one and open ahead', () => {
  const { checklist } = load()
  const statuses = (code: string) => checklist.filter((item) => item.phase.model.code === code).map((item) => item.status)
  expect(new Set(statuses('concept'))).toEqual(new Set(['done']))
  expect(new Set(statuses('execution'))).toEqual(new Set(['done', 'open']))
  expect(new Set(statuses('closing'))).toEqual(new Set(['open']))
})

test('a stopped project never finished its last phase', () => {
  const { checklist } = load({
    lifecycle: 'stopped',
    phases: sampleProject.phases.map((p) => (p.code === 'execution' ? { ...p, actualEndOn: '2026-11-01' } : p)),
  })
  expect(checklist.filter((item) => item.phase.model.code === 'execution').some((item) => item.status === 'open')).toBe(true)
})

test('the checklist speaks nynorsk where the municipality does', () => {
  const nynorsk = { ...home, municipality: { ...municipality, writtenNorm: 'nynorsk' } }
  expect(load({}, nynorsk).checklist[0]?.text).toBe('Behovet er skildra, og det er tydeleg kven det gjeld')
})

test('what is not relevant says why', () => {
  const skipped = load({ suppliers: [] }).checklist.filter((item) => item.status === 'not_relevant')
  expect(skipped.map((item) => item.reason)).toEqual(['Vi kjøper ikke noe i dette prosjektet.'])
})

test('a decision keeps the checklist of its phase, and a later one at the same gate supersedes it', () => {
  const decision = { gate: 'BP1' as const, decidedBy: 'Ledergruppen', rationale: '' }
  const { rows } = load({
    phase: 'concept',
    decisions: [
      { ...decision, outcome: 'approved', on: '2026-02-16' },
      { ...decision, outcome: 'postponed', on: '2026-02-02' },
    ],
  })
  const [postponed, approved] = rows.gateDecision ?? []
  expect([postponed?.outcome, approved?.outcome]).toEqual(['postponed', 'approved'])
  expect(approved?.supersedesId).toBe(postponed?.id)
  expect(approved?.checklist).toHaveLength(5)
})

test('a published status report shows the project as it was then', () => {
  const [report] = load({ statusReports: [{ ...sampleStatusReport, periodEndOn: '2026-09-30' }] }).rows.statusReport ?? []
  expect(report?.publishedAt).toEqual(new Date('2026-09-30T12:00:00Z'))
  expect(report?.picture).toMatchObject({ benefits: [{ indicator: { start: 400, target: 150, value: null } }] })
})

test('lessons are read by those who may read the project', () => {
  const [lesson] = load({ visibility: 'collaboration', lessons: [sampleLesson] }).rows.lesson ?? []
  expect(lesson).toMatchObject({
    visibility: 'collaboration',
    visibleToCollaborationId: 'id of ikt-agder',
    projectPhaseId: expect.any(String),
  })
})

test('a report offers its parts with dates as days from the start, without people, decisions or actual figures', () => {
  const facts = { population: 1, populationYear: 2026, centralityClass: 4, kostraGroup: 'EKG07', collaborations: ['IKT Agder'] }
  const { rows } = reportRows({ slug: 'barnehageplass', ...sampleReport }, load(), facts, reference)
  expect(rows.reportPart?.map((part) => part.kind)).toEqual([
    'phases',
    'checklist',
    'uncertainties',
    'benefits',
    'milestones',
    'deliverables',
  ])
  // Ids are by chance, and may hold any figures.
  const offered = JSON.stringify(rows.reportPart?.map((part) => part.content)).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
  for (const kept of ['"person"', 'decidedBy', '410000', 'measurement', '320', '2026-']) expect(offered).not.toContain(kept)
  expect(rows.reportSection).toHaveLength(9)
})

test('adopters have answered within the last year', () => {
  const reusedBy = [{ number: '4215', state: 'in_operation' as const, reason: '', since: '2024-12-01' }]
  const { reuse } = reuseRows({ slug: 'barnehageplass', ...sampleReport, reusedBy }, 'report', reference, '2026-11-23')
  expect(reuse).toMatchObject([{ municipalityId: '4215', confirmedOn: new Date('2025-12-01') }])
})
