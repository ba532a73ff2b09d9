import { describe, expect, test } from 'vitest'
import { templates } from '@/prisma/demo/templates'
import { templateContent } from './content'
import { chosenProject, countsOf, leftOutOf, planTaking, suit, type Target, versionOf } from './rules'

const phases = ['idea', 'concept', 'planning'].map((code) => ({
  id: `id-${code}`,
  code,
  plannedStartOn: null,
  plannedEndOn: null,
}))
const target = (startOn: string, existing: Target['existing'] = {}): Target => ({ startOn, phases, existing })

describe('taking parts into a project', () => {
  const parts = templateContent.parse({
    phaseModel: 'prosjektveiviseren',
    parts: {
      phases: [{ phase: 'idea', startOffsetDays: 0, endOffsetDays: 20 }],
      checklist: [
        { phase: 'idea', text: 'Behovet er beskrevet', isMandatory: true },
        { phase: 'closing', text: 'Behovet er beskrevet', isMandatory: false },
      ],
      milestones: [{ title: 'Åpnet', offsetDays: 30 }],
    },
  }).parts

  test('a checkpoint is the same only in the same phase; a title whatever its letters', () => {
    const taking = planTaking(parts, {
      ...target('2027-01-01', {
        checklist: [{ phase: 'concept', text: 'Behovet er beskrevet' }],
        milestones: [{ text: ' åpnet ' }],
      }),
    })
    expect([countsOf(taking.fresh), leftOutOf(taking)]).toEqual([{ phases: 1, checklist: 2 }, { milestones: 1 }])
  })

  test('what belongs to a phase the project lacks lands in its first', () => {
    expect(planTaking(parts, target('2027-01-01')).fresh.checklist.map((item) => item.phase)).toEqual(['idea', 'idea'])
    expect(suit(parts, ['identify']).phases).toEqual([])
    expect(suit(parts, []).checklist).toEqual([])
  })

  test('a phase with an end, or that begins after it would have ended, is left as it is', () => {
    const withIdea = (plan: Partial<Target['phases'][number]>) =>
      planTaking(parts, {
        ...target('2027-01-01'),
        phases: [{ id: 'a', code: 'idea', plannedStartOn: null, plannedEndOn: null, ...plan }],
      })
    expect(withIdea({ plannedEndOn: '2027-01-05' }).fresh.phases).toEqual([])
    expect(withIdea({ plannedStartOn: '2027-02-01' }).fresh.phases).toEqual([])
    expect(withIdea({ plannedStartOn: '2027-01-01' }).fresh.phases).toHaveLength(1)
    expect(leftOutOf(withIdea({ plannedEndOn: '2027-01-05' })).phases).toBe(1)
  })
})

describe('finding', () => {
  const projects = [
    { number: '2026-001', title: 'Nytt arkiv' },
    { number: '2026-002', title: 'Byggesak' },
    { number: '2027-003', title: 'Byggesak' },
  ]

  test.each([
    ['2026-002 Byggesak', '2026-002'],
    [' 2027-003 ', '2027-003'],
    ['nytt ARKIV', '2026-001'],
    ['Byggesak', undefined],
    ['finnes ikke', undefined],
  ])('the project typed as %s', (typed, number) => {
    expect(chosenProject(projects, typed)?.number).toBe(number)
  })

  test('the version asked for, else the latest', () => {
    const versions = [{ number: 2 }, { number: 1 }]
    expect([versionOf(versions, 1), versionOf(versions, null), versionOf(versions, 9)]).toEqual([
      { number: 1 },
      { number: 2 },
      { number: 2 },
    ])
  })
})

test('the templates of the demo hold what a template may hold', () => {
  for (const { content } of templates.flatMap((template) => template.versions))
    expect(templateContent.parse(content).parts).toMatchObject(content.parts)
})
