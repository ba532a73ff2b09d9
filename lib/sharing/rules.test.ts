import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '@/lib/platform/dates'
import { type Parts, type ProjectPlan, partKinds, partsOf } from './parts'
import { type CopySource, itemMark, planCopy } from './rules'

const secret = 'HEMMELIG'
const date = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days))
const scale = fc.integer({ min: 1, max: 5 })

/** A plan whose rows also carry what must never leave the municipality. */
const plan: fc.Arbitrary<ProjectPlan> = fc.record({
  startOn: date,
  phases: fc.array(
    fc.record({
      phase: fc.constantFrom('idea', 'concept'),
      plannedStartOn: date,
      plannedEndOn: fc.option(date),
      actualEndOn: fc.constant(secret),
    }),
  ),
  checklist: fc.array(
    fc.record({
      phase: fc.constant('idea'),
      text: fc.string(),
      isMandatory: fc.boolean(),
      status: fc.constant(secret),
      reason: fc.constant(secret),
    }),
  ),
  uncertainties: fc.array(
    fc.record({
      kind: fc.constantFrom('risk' as const, 'opportunity' as const),
      title: fc.string(),
      cause: fc.string(),
      consequenceText: fc.string(),
      proximity: fc.constant('this_phase' as const),
      strategy: fc.constant('reduce' as const),
      probability: scale,
      consequence: scale,
      probabilityAfter: scale,
      consequenceAfter: scale,
      actions: fc.array(fc.record({ text: fc.string(), responsible: fc.constant(secret), dueOn: fc.constant(secret) })),
      owner: fc.constant(secret),
    }),
  ),
  benefits: fc.array(
    fc.record({
      change: fc.string(),
      title: fc.string(),
      kind: fc.constant('direct' as const),
      category: fc.constant('quality' as const),
      howRealised: fc.string(),
      responsible: fc.constant(secret),
      indicator: fc.option(
        fc.record({
          title: fc.string(),
          unit: fc.constant('hours' as const),
          start: fc.integer(),
          target: fc.integer(),
          measurements: fc.constant(secret),
        }),
      ),
    }),
  ),
  milestones: fc.array(
    fc.record({ title: fc.string(), plannedOn: date, actualOn: fc.constant(secret), status: fc.constant(secret) }),
  ),
  deliverables: fc.array(
    fc.record({
      title: fc.string(),
      startOn: fc.option(date),
      endOn: fc.option(date),
      quality: fc.string(),
      acceptance: fc.string(),
      approvedBy: fc.constant(secret),
    }),
  ),
  tasks: fc.array(
    fc.record({
      id: fc.uuid(),
      title: fc.string(),
      description: fc.string(),
      phase: fc.option(fc.constant('idea')),
      dueOn: fc.option(date),
      labels: fc.array(fc.string()),
      steps: fc.array(fc.record({ text: fc.string(), isDone: fc.constant(secret) })),
      responsible: fc.constant(secret),
      isDone: fc.constant(secret),
    }),
  ),
  stakeholders: fc.array(
    fc.record({
      title: fc.string(),
      group: fc.constant('users' as const),
      interest: fc.string(),
      affected: fc.constant('high' as const),
      influence: fc.constant('low' as const),
      actions: fc.string(),
      version: fc.constant(secret),
    }),
  ),
  communication: fc.array(
    fc.record({
      title: fc.string(),
      audience: fc.array(fc.constant('users' as const)),
      channel: fc.string(),
      plannedOn: fc.option(date),
      responsible: fc.constant(secret),
      status: fc.constant(secret),
    }),
  ),
  members: fc.constant([{ name: secret }]),
  decisions: fc.constant([{ rationale: secret }]),
  budget: fc.constant([{ costNok: secret }]),
})

function sourceOf(parts: Parts): CopySource {
  return {
    projectId: 'p',
    municipalityId: 'm',
    reportId: 'r',
    title: 'Digital byggesaksbehandling',
    goal: '',
    themeCode: 'byggesak',
    technologies: [],
    methods: [],
    version: 3,
    parts,
    offered: partKinds.map((kind) => ({ kind, sourcePartId: `part-${kind}`, version: 2, itemCount: parts[kind].length })),
    origins: [
      { title: 'Nærmest', municipality: 'Grimstad', municipalityNumber: '4202', reportSlug: 'naermest' },
      { title: 'Opprinnelig', municipality: 'Arendal', municipalityNumber: '4203', reportSlug: 'opprinnelig' },
    ],
  }
}

describe('what comes along in a copy', () => {
  test('nothing personal, no decision and no actual figure, whatever the project holds', () => {
    fc.assert(
      fc.property(plan, date, (project, startOn) => {
        const copy = planCopy(sourceOf(partsOf(project)), { startOn, parts: partKinds })
        expect(JSON.stringify({ ...copy, phases: [...copy.phases] })).not.toContain(secret)
      }),
    )
  })

  test('every milestone keeps its distance from the start', () => {
    fc.assert(
      fc.property(plan, date, (project, startOn) => {
        const copy = planCopy(sourceOf(partsOf(project)), { startOn, parts: ['milestones'] })
        expect(copy.milestones.map((m) => daysBetween(startOn, m.plannedOn))).toEqual(
          project.milestones.map((m) => daysBetween(project.startOn, m.plannedOn)),
        )
      }),
    )
  })

  test('only the chosen parts', () => {
    fc.assert(
      fc.property(plan, fc.subarray([...partKinds]), (project, chosen) => {
        const copy = planCopy(sourceOf(partsOf(project)), { startOn: '2027-01-04', parts: chosen })
        const taken = { ...copy, phases: [...copy.phases] }
        for (const kind of partKinds) if (!chosen.includes(kind)) expect(taken[kind]).toEqual([])
        expect(copy.copiedParts.every((part) => chosen.includes(part.kind) && part.itemCount > 0)).toBe(true)
      }),
    )
  })

  test('only the chosen items of the chosen parts', () => {
    fc.assert(
      fc.property(plan, fc.infiniteStream(fc.boolean()), (project, coin) => {
        const source = sourceOf(partsOf(project))
        const items = partKinds.flatMap((kind) => source.parts[kind].map((item, index) => itemMark(kind, item, index)))
        const chosen = items.filter(() => coin.next().value)
        const copy = planCopy(source, { startOn: '2027-01-04', parts: partKinds, items: chosen })
        for (const kind of partKinds.filter((one) => one !== 'phases'))
          expect((copy[kind] as unknown[]).length).toBe(chosen.filter((mark) => mark.startsWith(`${kind}.`)).length)
        for (const part of copy.copiedParts) expect(chosen.some((mark) => mark.startsWith(`${part.kind}.`))).toBe(true)
      }),
    )
  })
})
