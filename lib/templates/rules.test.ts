import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Degree, StakeholderGroup } from '@/generated/prisma/enums'
import { addDays, daysBetween } from '@/lib/platform/dates'
import { contentOf, filledKinds, type TemplateSource, templateContent, templateKinds } from './content'
import { countsOf, dated, leftOutOf, linesOf, pick, planTaking, suit, type Target } from './rules'

const secret = 'HEMMELIG'
const date = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days))
const hidden = fc.constant(secret)
const code = fc.constantFrom('idea', 'concept', 'planning')
const group = fc.constantFrom(...Object.values(StakeholderGroup))
const degree = fc.constantFrom(...Object.values(Degree))

/** A project whose rows also carry what a template has no place for. */
const source: fc.Arbitrary<TemplateSource> = fc.record({
  phaseModel: fc.constant('prosjektveiviseren'),
  plan: fc.record({
    startOn: date,
    phases: fc.uniqueArray(
      fc.record({ phase: code, plannedStartOn: fc.option(date), plannedEndOn: fc.option(date), actualEndOn: hidden }),
      { selector: (phase) => phase.phase },
    ),
    checklist: fc.array(fc.record({ phase: code, text: fc.string(), isMandatory: fc.boolean(), status: hidden, reason: hidden })),
    uncertainties: fc.array(
      fc.record({
        kind: fc.constant('risk' as const),
        title: fc.string(),
        cause: fc.string(),
        consequenceText: fc.string(),
        proximity: fc.constant('this_phase' as const),
        strategy: fc.constant('reduce' as const),
        probability: fc.integer({ min: 1, max: 5 }),
        consequence: fc.integer({ min: 1, max: 5 }),
        probabilityAfter: fc.integer({ min: 1, max: 5 }),
        consequenceAfter: fc.integer({ min: 1, max: 5 }),
        actions: fc.array(fc.record({ text: fc.string(), responsibleId: hidden, dueOn: hidden })),
        responsibleId: hidden,
        assessments: hidden,
      }),
    ),
    milestones: fc.array(fc.record({ title: fc.string(), plannedOn: date, actualOn: hidden, status: hidden })),
    deliverables: fc.array(
      fc.record({
        title: fc.string(),
        startOn: fc.option(date),
        endOn: fc.option(date),
        quality: fc.string(),
        acceptance: fc.string(),
        approvedBy: hidden,
        responsibleId: hidden,
      }),
    ),
    members: hidden,
    decisions: hidden,
    budget: hidden,
  }),
  tasks: fc.array(
    fc.record({
      title: fc.string(),
      description: fc.string(),
      phase: fc.option(code),
      dueOn: fc.option(date),
      labels: fc.array(fc.string()),
      steps: fc.array(fc.record({ text: fc.string(), isDone: hidden })),
      responsibleId: hidden,
      isDone: hidden,
    }),
  ),
  benefits: fc.array(
    fc.record({
      change: fc.string(),
      title: fc.string(),
      kind: fc.constant('direct' as const),
      category: fc.constant('quality' as const),
      howRealised: fc.string(),
      indicators: fc.array(
        fc.record({
          title: fc.string(),
          unit: fc.constant('hours' as const),
          start: fc.integer(),
          target: fc.integer(),
          measurements: hidden,
        }),
      ),
      ownerId: hidden,
    }),
  ),
  documents: fc.array(
    fc.record({
      title: fc.string(),
      type: fc.constant('mandate' as const),
      phase: fc.option(code),
      isArchivable: fc.boolean(),
      file: fc.constant(null),
      uploadedBy: hidden,
    }),
  ),
  stakeholders: fc.array(
    fc.record({
      title: fc.string(),
      group,
      interest: fc.string(),
      affected: degree,
      influence: degree,
      actions: fc.string(),
      person: hidden,
    }),
  ),
  communication: fc.array(
    fc.record({
      title: fc.string(),
      audience: fc.array(group),
      channel: fc.string(),
      plannedOn: fc.option(date),
      responsibleId: hidden,
      status: hidden,
    }),
  ),
  owner: hidden,
})

const phases = ['idea', 'concept', 'planning'].map((one) => ({
  id: `id-${one}`,
  code: one,
  plannedStartOn: null,
  plannedEndOn: null,
}))
const target = (startOn: string, existing: Target['existing'] = {}): Target => ({ startOn, phases, existing })

describe('what comes along in a template', () => {
  test('nobody, nothing decided and nothing measured, whatever the project holds', () => {
    fc.assert(
      fc.property(source, (project) => {
        expect(JSON.stringify(contentOf(project, templateKinds))).not.toContain(secret)
      }),
    )
  })

  test('only the chosen parts', () => {
    fc.assert(
      fc.property(source, fc.subarray([...templateKinds]), (project, chosen) => {
        const { parts } = contentOf(project, chosen)
        for (const kind of templateKinds) if (!chosen.includes(kind)) expect(parts[kind]).toEqual([])
        expect(filledKinds(parts).every((kind) => chosen.includes(kind))).toBe(true)
      }),
    )
  })

  test('it is the same once written and read', () => {
    fc.assert(
      fc.property(source, (project) => {
        const content = contentOf(project, templateKinds)
        expect(templateContent.parse(JSON.parse(JSON.stringify(content)))).toEqual(content)
      }),
    )
  })

  test('phases without dates have nothing to tell', () => {
    fc.assert(
      fc.property(source, (project) => {
        const { parts } = contentOf(project, ['phases'])
        expect(parts.phases).toHaveLength(project.plan.phases.filter((p) => p.plannedStartOn || p.plannedEndOn).length)
      }),
    )
  })
})

describe('days from the start', () => {
  test('everything keeps its distance in a project that starts on another day', () => {
    fc.assert(
      fc.property(source, date, (project, startOn) => {
        const then = dated(contentOf(project, templateKinds).parts, startOn)
        const was = (on: string | null) => on && daysBetween(project.plan.startOn, on)
        const is = (on: string | null) => on && daysBetween(startOn, on)
        expect(then.milestones.map((m) => is(m.plannedOn))).toEqual(project.plan.milestones.map((m) => was(m.plannedOn)))
        expect(then.tasks.map((task) => is(task.dueOn))).toEqual(project.tasks.map((task) => was(task.dueOn)))
        expect(then.deliverables.map((d) => [is(d.startOn), is(d.endOn)])).toEqual(
          project.plan.deliverables.map((d) => [was(d.startOn), was(d.endOn)]),
        )
        expect(then.communication.map((c) => is(c.plannedOn))).toEqual(project.communication.map((c) => was(c.plannedOn)))
        for (const phase of project.plan.phases.filter((p) => p.plannedStartOn || p.plannedEndOn)) {
          const moved = then.phases.get(phase.phase)
          expect([is(moved?.plannedStartOn ?? null), is(moved?.plannedEndOn ?? null)]).toEqual([
            was(phase.plannedStartOn),
            was(phase.plannedEndOn),
          ])
        }
      }),
    )
  })
})

describe('taking parts into a project', () => {
  test('what is taken once is left out the next time, and nothing goes uncounted', () => {
    fc.assert(
      fc.property(source, date, fc.subarray([...templateKinds]), (project, startOn, chosen) => {
        const parts = pick(
          suit(
            contentOf(project, templateKinds).parts,
            phases.map(({ code: one }) => one),
          ),
          chosen,
        )
        const first = planTaking(parts, target(startOn))
        expect(countsOf(first.fresh)).toEqual(countsOf(parts))
        const taken = dated(first.fresh, startOn)
        const lines = linesOf(first.fresh)
        const again = planTaking(parts, {
          startOn,
          phases: phases.map((phase) => ({ ...phase, ...taken.phases.get(phase.code) })),
          existing: Object.fromEntries(
            templateKinds.map((kind) => [kind, lines[kind].map(({ text, phase }) => ({ text, phase: phase ?? '' }))]),
          ),
        })
        expect(countsOf(again.fresh)).toEqual({})
        expect(leftOutOf(again)).toEqual(countsOf(parts))
      }),
    )
  })
})
