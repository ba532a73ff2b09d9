import { expect, test } from 'vitest'
import { decisionInput, ideasQuery, newIdeaInput, scoreInput } from './input'
import {
  backgroundOf,
  canBecomeProject,
  canBeDecided,
  criteria,
  ideasHref,
  type Recommendation,
  recommendationOf,
  scoreOf,
} from './rules'

const all = (value: number) => ({
  strategic: value,
  quality: value,
  economic: value,
  operational: value,
  risk: value,
  adjustment: 0,
})

test('the sum is the five criteria as they were given, and the adjustment', () => {
  expect(scoreOf(all(5))).toBe(25)
  expect(scoreOf({ ...all(3), risk: 5, adjustment: -4 })).toBe(13)
  expect(scoreOf({ ...all(1), adjustment: -10 })).toBe(-5)
  for (const name of criteria) expect(scoreOf({ ...all(4), [name]: null }), name).toBeNull()
})

test.each<[number | null, Recommendation | null]>([
  [35, 'must'],
  [23, 'must'],
  [22, 'should'],
  [17, 'should'],
  [16, 'could'],
  [9, 'could'],
  [8, 'not'],
  [-5, 'not'],
  [null, null],
])('a sum of %s advises %s', (score, recommendation) => {
  expect(recommendationOf(score)).toBe(recommendation)
})

test('only an approved idea becomes a project, and one that has is past deciding', () => {
  const project = { projectId: 'p' }
  expect(canBecomeProject({ decision: 'approved', projectId: null })).toBe(true)
  expect(canBecomeProject({ decision: 'approved', ...project })).toBe(false)
  expect(canBecomeProject({ decision: 'considering', projectId: null })).toBe(false)
  expect(canBecomeProject({ decision: 'rejected', projectId: null })).toBe(false)
  expect([canBeDecided({ projectId: null }), canBeDecided(project)]).toEqual([true, false])
})

test('everything that was written stands under its heading, and what was not has none', () => {
  const headings = { background: 'Bakgrunn', problem: 'Problem', benefits: 'Gevinster', proposal: 'Forslag' }
  const texts = { background: '', problem: 'Kø', benefits: 'Mindre kø', proposal: 'Timer' }
  expect(backgroundOf(texts, headings)).toBe('Problem\nKø\n\nGevinster\nMindre kø\n\nForslag\nTimer')
  expect(backgroundOf({ background: '', problem: '', benefits: '', proposal: '' }, headings)).toBe('')
})

test('the address says only what differs, and a new filter begins at page one', () => {
  const defaults = ideasQuery.parse({})
  const query = ideasQuery.parse({ q: 'kø', side: '3', sorter: 'DROP', beslutning: 'x' })
  expect(query).toMatchObject({ q: 'kø', side: 3, sorter: 'nyeste', beslutning: '' })
  expect(ideasHref(query, { side: 2 }, defaults)).toBe('/ideer?q=k%C3%B8&side=2')
  expect(ideasHref(query, { sorter: 'poeng' }, defaults)).toBe('/ideer?q=k%C3%B8&sorter=poeng')
  expect(ideasHref(defaults, {}, defaults)).toBe('/ideer')
})

const at = { ideaId: '01890000-0000-7000-8000-000000000000', version: '1' }
const problems = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))

test('a new idea needs a title and nothing else', () => {
  expect(newIdeaInput.parse({ title: ' Kø ' })).toEqual({ title: 'Kø', background: '', problem: '', benefits: '', proposal: '' })
  expect(problems(newIdeaInput.safeParse({ title: '  ' }))).toEqual({ title: 'errors.required' })
})

const scores = { ...at, strategic: '1', quality: '2', economic: '3', operational: '4', risk: '5' }

test.each([
  ['', '', {}],
  ['0', '', {}],
  ['10', 'Vedtatt', {}],
  ['\u22124', 'Dyrt', {}],
  ['-4', '', { adjustmentReason: 'errors.reasonNeeded' }],
  ['11', 'Vedtatt', { adjustment: 'errors.adjustment' }],
  ['1,5', 'Vedtatt', { adjustment: 'errors.adjustment' }],
])('an adjustment of «%s» because of «%s»', (adjustment, adjustmentReason, expected) => {
  expect(problems(scoreInput.safeParse({ ...scores, adjustment, adjustmentReason }))).toEqual(expected)
})

test('every criterion is between 1 and 5', () => {
  expect(problems(scoreInput.safeParse({ ...scores, risk: '6', quality: '' }))).toEqual({
    risk: 'errors.scale',
    quality: 'errors.scale',
  })
})

test.each([
  [{ decision: 'considering', decidedOn: '' }, {}],
  [{ decision: 'approved', decidedOn: '2026-01-05', decisionReason: 'Nyttig' }, {}],
  [
    { decision: 'approved', decidedOn: '' },
    { decidedOn: 'errors.date', decisionReason: 'errors.reasonNeeded' },
  ],
  [{ decision: 'rejected', decidedOn: '2999-01-01', decisionReason: 'Dyrt' }, { decidedOn: 'errors.dateInFuture' }],
  [{ decision: 'x' }, { decision: 'errors.required' }],
])('the decision %o', (decision, expected) => {
  expect(problems(decisionInput.safeParse({ ...at, ...decision }))).toEqual(expected)
})

test('an idea that is considered has no date', () => {
  expect(decisionInput.parse({ ...at, decision: 'considering', decidedOn: '2026-01-05' }).decidedOn).toBeNull()
})
