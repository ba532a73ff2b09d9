import { describe, expect, test } from 'vitest'
import { completeness, formValues, sentForm, typedReport } from '../form/rules'
import { draftInput } from '../input'
import type { ReportBody } from '../rules'
import { plainText } from '../text/rules'
import { type DraftFacts, draftReport } from './rules'
import { draftWords } from './words'

/** A project that nobody has written anything in but its name. */
const bare: DraftFacts = {
  ...{ title: 'Digital søknad om barnehageplass', goal: '', background: '', themeCode: 'barnehage' },
  ...{ lifecycle: 'active', phase: 'execution', technologies: [], suppliers: [], methods: [], collaboration: null },
  ...{ managerTitle: null, contactAddress: null, idea: null, phases: [], decisions: [], budget: [], allocations: [] },
  ...{ benefits: [], changes: [], stakeholders: [], deliverables: [], lessons: [], log: [], occurred: [] },
  ...{ economyNote: null, statusNotes: [], notRelevant: [] },
}
const lesson = {
  ...{ kind: 'went_wrong' as const, title: 'Søk om tilgang først', phase: 'Planlegge', whatHappened: 'Tilgangen tok to måneder' },
  ...{ cause: 'Vi søkte for sent', effect: 'Prøvetiden ble kortere', earlySigns: 'Ingen svarte på e-post' },
  ...{ wasKnownRisk: false, recommendation: 'Søk om tilgangene samme uke som prosjektet starter.' },
}
const indicator = { title: 'Timer til hovedopptaket', unit: 'hours' as const, start: 400, target: 150, latest: null }
const benefit = { title: 'Kortere saksbehandling', category: 'time_saved' as const, prerequisites: '', indicators: [indicator] }
const year = { year: 2025, budgetNok: 500_000, costNok: 450_000, budgetHours: 0, costHours: 0 }

const drafted = (facts: Partial<DraftFacts>, language: 'nb' | 'nn' = 'nb') =>
  draftReport({ ...bare, ...facts }, draftWords(language), 2026)
const readers = { visibility: 'municipalities' as const, audiences: {} }
const valuesOf = (report: ReportBody) => formValues(typedReport({ ...report, ...readers }))
const stepsOf = (facts: Partial<DraftFacts>, language?: 'nn') => plainText(drafted(facts, language).solution.steps)
const phase = (change: Partial<DraftFacts['phases'][number]>) => ({
  phases: [{ name: 'Konsept', plannedEndOn: null, actualStartOn: null, actualEndOn: null, ...change }],
})

test('a project that knows nothing claims nothing, and lacks all but its name', () => {
  const report = drafted({})
  const { missing } = completeness(valuesOf(report))
  expect(missing.map(({ field }) => field)).toEqual([
    ...['summary', 'outcome', 'need', 'affected', 'alternatives', 'technologies', 'standards', 'steps', 'costs', 'effects'],
    ...['wouldChange', 'worked', 'didNotWork', 'firstSteps', 'prerequisites', 'mustAdapt', 'leastResources', 'role', 'contact'],
  ])
  expect([report.summary, report.cost.comment, report.advice.maySkip, report.effects, report.costs]).toEqual(['', '', '', [], []])
})

test('a full draft is one that its own form accepts as it stands', () => {
  const report = drafted({
    ...{ goal: 'Svar innen to uker.', lifecycle: 'closed', technologies: ['ID-porten'], collaboration: 'IKT Agder' },
    ...phase({ actualStartOn: '2025-01-06', actualEndOn: '2025-03-28', plannedEndOn: '2025-03-21' }),
    ...{ budget: [year], benefits: [benefit, { ...benefit, title: 'Tryggere foreldre', indicators: [] }], lessons: [lesson] },
    occurred: [{ kind: 'risk', title: 'Forsinket', on: '2025-02-01', ledTo: 'To uker tapt', actions: ['Leie inn'] }],
  })
  const parsed = draftInput.safeParse(sentForm(typedReport({ ...report, ...readers })))
  expect(parsed.error?.issues).toBeUndefined()
})

describe('the outcome', () => {
  test.each([
    ['stopped', 'execution', 'stopped'],
    ['stopped', 'realisation', 'stopped'],
    ['active', 'realisation', 'in_operation'],
    ['closed', 'realisation', 'in_operation'],
    ['closed', 'execution', 'completed'],
    ['active', 'closing', 'completed'],
    ['active', 'execution', null],
    ['waiting', 'concept', null],
  ] as const)('of a project that is %s in %s is %s', (lifecycle, current, outcome) => {
    expect(drafted({ lifecycle, phase: current }).outcome).toBe(outcome)
  })
})

describe('the summary', () => {
  test('tells the goal, and what has been measured on the way to its target', () => {
    const measured = { ...indicator, latest: { on: '2026-10-15', value: 160 } }
    expect(
      drafted({ goal: 'Svar innen to uker.', changes: ['Søknad på nett'], benefits: [{ ...benefit, indicators: [measured] }] })
        .summary,
    ).toBe('Målet: Svar innen to uker. Timer til hovedopptaket: fra 400 timer til 160 timer.')
  })

  test('never tells as a gain what became worse, or has not moved', () => {
    for (const value of [400, 420]) {
      const measured = { ...indicator, latest: { on: '2026-10-15', value } }
      const { summary } = drafted({ changes: ['Søknad på nett'], benefits: [{ ...benefit, indicators: [measured] }] })
      expect(summary).toBe('Dette ville vi endre: Søknad på nett.')
    }
  })
})

describe('a phase', () => {
  test.each([
    ['2025-03-28', '2025-03-21', 'Konsept: 6. januar 2025 – 28. mars 2025 (12 uker), 7 dager senere enn planlagt.'],
    ['2025-03-20', '2025-03-21', 'Konsept: 6. januar 2025 – 20. mars 2025 (11 uker), 1 dag tidligere enn planlagt.'],
    ['2025-03-21', '2025-03-21', 'Konsept: 6. januar 2025 – 21. mars 2025 (11 uker), som planlagt.'],
    ['2025-03-21', null, 'Konsept: 6. januar 2025 – 21. mars 2025 (11 uker).'],
    ['2025-01-10', null, 'Konsept: 6. januar 2025 – 10. januar 2025 (5 dager).'],
    ['2026-01-09', null, 'Konsept: 6. januar 2025 – 9. januar 2026 (12 måneder).'],
  ])('that ended %s and was planned to end %s', (actualEndOn, plannedEndOn, told) => {
    expect(stepsOf(phase({ actualStartOn: '2025-01-06', actualEndOn, plannedEndOn }))).toBe(`- ${told}`)
  })

  test('without a known start, or still under way, says no more than it knows', () => {
    expect(stepsOf(phase({ actualEndOn: '2025-03-21', plannedEndOn: '2025-03-21' }))).toBe(
      '- Konsept: ferdig 21. mars 2025, som planlagt.',
    )
    expect(stepsOf(phase({ actualStartOn: '2025-01-06', plannedEndOn: '2025-03-21' }))).toBe(
      '- Konsept: i gang siden 6. januar 2025, planlagt ferdig 21. mars 2025.',
    )
    expect(stepsOf(phase({ actualStartOn: '2025-01-06' }))).toBe('- Konsept: i gang siden 6. januar 2025.')
    expect(stepsOf(phase({ plannedEndOn: '2025-03-21' }))).toBe('')
  })

  test('in which the project was stopped was not early', () => {
    const cut = phase({ actualStartOn: '2025-01-06', actualEndOn: '2025-03-21', plannedEndOn: '2025-09-30' })
    expect(stepsOf({ ...cut, lifecycle: 'stopped' })).toBe('- Konsept: 6. januar 2025 – 21. mars 2025 (11 uker), stanset.')
  })

  test('is told in nynorsk where that is what the municipality writes', () => {
    const late = phase({ actualStartOn: '2025-01-06', actualEndOn: '2025-03-28', plannedEndOn: '2025-03-21' })
    expect(stepsOf(late, 'nn')).toBe('- Konsept: 6. januar 2025 – 28. mars 2025 (12 veker), 7 dagar seinare enn planlagt.')
  })
})

describe('the money', () => {
  test('is that of years in which some was spent, as an estimate', () => {
    const { costs } = drafted({ budget: [year, { ...year, year: 2026, costNok: 0 }, { ...year, year: 2027 }] })
    expect(costs).toEqual([{ kind: 'purchase', year: 2025, planned: 500_000, actual: 450_000, quality: 'estimated' }])
  })

  test('has hours of its own time apart', () => {
    const { costs } = drafted({
      budget: [
        { ...year, budgetHours: 300, costHours: 340 },
        { ...year, year: 2024, costNok: 0, costHours: 20 },
      ],
    })
    expect(costs.map(({ kind, year, planned, actual }) => [kind, year, planned, actual])).toEqual([
      ['purchase', 2025, 500_000, 450_000],
      ['own_hours', 2025, 300, 340],
      ['own_hours', 2024, null, 20],
    ])
  })

  test('comes with who worked on it, as roles, and what the last status report said', () => {
    const { comment } = drafted({
      allocations: [{ role: 'Testleder', percent: 40, startOn: '2025-01-01', endOn: '2025-06-30' }],
      economyNote: { on: '2025-12-31', text: 'Dyrere konsulenter.' },
    }).cost
    expect(comment).toBe(
      'Bemanning: Testleder 40 % (1. januar 2025 – 30. juni 2025).\nFra statusrapporten 31. desember 2025: Dyrere konsulenter.',
    )
  })
})

describe('a benefit', () => {
  test('that is not measured, or not counted, is there with its gap', () => {
    const { effects } = drafted({ benefits: [benefit, { ...benefit, title: 'Tryggere foreldre', indicators: [] }] })
    expect(effects.map(({ title, valueBefore, valueAfter, period }) => [title, valueBefore, valueAfter, period])).toEqual([
      ['Kortere saksbehandling (Timer til hovedopptaket)', 400, null, ''],
      ['Tryggere foreldre', null, null, ''],
    ])
    const values = valuesOf(drafted({ benefits: [benefit] }))
    expect(completeness(values).missing.map(({ field }) => field)).toContain('effects')
  })

  test('that is measured says when and by what', () => {
    const measured = { ...indicator, latest: { on: '2026-10-15', value: 160 } }
    const [effect] = drafted({ benefits: [{ ...benefit, indicators: [measured] }] }).effects
    expect(effect).toMatchObject({
      valueBefore: 400,
      valueAfter: 160,
      period: 'Målt 15. oktober 2026',
      source: 'Måleindikator i prosjektet',
      ...{ quality: 'measured', result: 'better' },
    })
  })
})

describe('a lesson', () => {
  const texts = (lessons: DraftFacts['lessons']) => {
    const { lessons: told, advice } = drafted({ lessons })
    return {
      ...Object.fromEntries(Object.entries(told).map(([field, text]) => [field, plainText(text)])),
      firstSteps: advice.firstSteps,
    }
  }

  test('is told with its phase, cause, effect and early signs, and that the risk was known', () => {
    const { didNotWork } = drafted({ lessons: [{ ...lesson, wasKnownRisk: true }] }).lessons
    expect(plainText(didNotWork)).toBe(
      'Søk om tilgang først (Planlegge). Tilgangen tok to måneder. Årsak: Vi søkte for sent. ' +
        'Virkning: Prøvetiden ble kortere. Tidlige tegn: Ingen svarte på e-post. Vi kjente til risikoen på forhånd.',
    )
  })

  test.each([['did_right'], ['went_wrong'], ['would_do_differently']] as const)('%s gives its advice in one place', (kind) => {
    const all = JSON.stringify(texts([{ ...lesson, kind }]))
    expect(all.split(lesson.recommendation)).toHaveLength(2)
  })

  test('of what went wrong is what one would change where nobody has said that', () => {
    expect(texts([lesson])).toMatchObject({ wouldChange: `Søk om tilgang først. ${lesson.recommendation}`, firstSteps: [] })
    const different = { ...lesson, kind: 'would_do_differently' as const, title: 'Ta med styrerne', recommendation: 'Ring dem.' }
    const both = texts([lesson, different])
    expect(both).toMatchObject({ firstSteps: [lesson.recommendation] })
    expect(both).toMatchObject({ wouldChange: expect.stringMatching(/^Ta med styrerne .*Råd: Ring dem\.$/) })
  })

  test('becomes one of at most three first steps', () => {
    const many = [1, 2, 3, 4].map((step) => ({ ...lesson, kind: 'did_right' as const, recommendation: `Råd nummer ${step}` }))
    const told = texts(many)
    expect(told.firstSteps).toEqual(['Råd nummer 1', 'Råd nummer 2', 'Råd nummer 3'])
    expect(told).toMatchObject({ worked: expect.stringMatching(/Råd: Råd nummer 4\.$/) })
  })
})

describe('what came true, deviated or was behind', () => {
  const facts: Partial<DraftFacts> = {
    occurred: [
      { kind: 'risk', title: 'Integrasjonen forsinkes', on: '2025-03-24', ledTo: 'Sju uker tapt', actions: ['Ukentlig møte'] },
      { kind: 'opportunity', title: 'Søkerne retter selv', on: '2025-10-01', ledTo: '', actions: [] },
    ],
    log: [
      {
        on: '2025-05-12',
        kind: 'deviation',
        text: 'Testmiljøet var nede',
        consequence: 'To dager tapt',
        recommendation: '',
        isFlagged: false,
      },
    ],
    statusNotes: [{ on: '2025-06-30', text: 'Seks uker etter planen' }],
  }

  test('is told under what did not work, with the day', () => {
    expect(plainText(drafted(facts).lessons.didNotWork)).toBe(
      '- Risiko som inntraff 24. mars 2025: Integrasjonen forsinkes. Sju uker tapt. Tiltak: Ukentlig møte.\n' +
        '- Avvik 12. mai 2025: Testmiljøet var nede. To dager tapt.\n' +
        '- Fra statusrapporten 30. juni 2025: Seks uker etter planen.',
    )
  })

  test('an opportunity is told under what worked', () => {
    expect(plainText(drafted(facts).lessons.worked)).toBe('- Mulighet som slo til 1. oktober 2025: Søkerne retter selv.')
  })
})

test('alternatives are what was proposed, learnt from others and decided on the way there', () => {
  const { alternatives } = drafted({
    idea: { problem: 'For mye papir.', proposal: 'Kjøp et skjema' },
    decisions: [
      {
        gate: 'BP2',
        on: '2025-04-24',
        rationale: 'Alternativ to gir mest.',
        cases: [{ title: 'Skjema på nett', municipality: 'Larvik', reason: 'Samme system.' }],
      },
      { gate: 'BP5', on: '2026-04-24', rationale: 'Alt er levert.', cases: [] },
    ],
    log: [{ on: '2025-05-02', kind: 'decision', text: 'Papir fases ut', consequence: '', recommendation: '', isFlagged: false }],
  }).background
  expect(plainText(alternatives)).toBe(
    '- Forslaget i ideen: Kjøp et skjema\n- Vi så på «Skjema på nett» fra Larvik. Samme system.\n' +
      '- BP2, 24. april 2025: Alternativ to gir mest.\n- 2. mai 2025: Papir fases ut.',
  )
})

test('prerequisites are what the project rested on, each once; words too loose to be asked about are left out', () => {
  const { prerequisites } = drafted({
    technologies: ['ID-porten', 'Kart', 'KS FIKS'],
    collaboration: 'IKT Agder',
    allocations: [20, 40].map((percent) => ({ role: 'Testleder', percent, startOn: '2025-01-01', endOn: '2025-06-30' })),
    benefits: [{ ...benefit, prerequisites: 'Innbyggerne har digital postkasse' }],
  })
  expect(prerequisites).toEqual([
    { text: 'ID-porten er på plass', kind: 'system', value: 'ID-porten' },
    { text: 'KS FIKS er på plass', kind: 'system', value: 'KS FIKS' },
    { text: 'Samarbeid med andre kommuner, slik som IKT Agder', kind: 'agreement', value: 'IKT Agder' },
    { text: 'Testleder i 40 prosent stilling', kind: 'role', value: 'Testleder' },
    { text: 'Innbyggerne har digital postkasse', kind: 'system', value: 'Digital postkasse' },
  ])
})

test('standards, what must be adapted and the least resources are left for the writer', () => {
  const { solution, advice, documents } = drafted({ technologies: ['ID-porten'], methods: ['Klarspråk'] })
  expect([solution.standards, advice.mustAdapt.content, advice.leastResources.content, documents]).toEqual(['', [], [], []])
})
