import type { ItemKind } from '@/lib/projects/items/kinds'
import type { DemoLesson, DemoProject, DemoReport, DemoStatusReport } from '@/prisma/demo/content'

/** A project in execution with a little of everything, unshared until a test says otherwise. */
export const sampleProject: Omit<DemoProject, 'number'> = {
  key: 'sample',
  title: 'Digital søknad om barnehageplass',
  goal: 'Foreldre søker om barnehageplass på nett og får svar innen to uker.',
  background: 'I dag kommer halvparten av søknadene på papir, og vi bruker seks uker på hovedopptaket.',
  theme: 'barnehage',
  type: 'ict',
  lifecycle: 'active',
  phase: 'execution',
  startOn: '2026-01-12',
  endOn: '2027-12-17',
  phases: [
    { code: 'idea', plannedEndOn: '2026-02-13', actualEndOn: '2026-02-16' },
    { code: 'concept', plannedEndOn: '2026-04-17', actualEndOn: '2026-04-24' },
    { code: 'planning', plannedEndOn: '2026-08-28', actualEndOn: '2026-08-31' },
    { code: 'execution', plannedEndOn: '2027-04-30' },
    { code: 'closing', plannedEndOn: '2027-06-18' },
    { code: 'realisation', plannedEndOn: '2027-12-17' },
  ],
  visibility: 'municipality',
  manager: 'staff',
  owner: 'staff',
  benefitOwner: 'staff',
  technologies: ['ID-porten', 'KS FIKS'],
  suppliers: ['Nordlys Fagsystem AS'],
  methods: ['Brukerinvolvering'],
  unGoals: [4],
  budgets: [{ year: 2026, budgetNok: 640_000, costNok: 410_000, forecastNok: 620_000 }],
  decisions: [
    {
      gate: 'BP1',
      outcome: 'approved',
      on: '2026-02-16',
      decidedBy: 'Kommunedirektørens ledergruppe',
      rationale: 'Behovet er tydelig.',
    },
    {
      gate: 'BP2',
      outcome: 'approved_with_conditions',
      on: '2026-04-24',
      decidedBy: 'Kommunedirektørens ledergruppe',
      rationale: 'Alternativ to gir mest for pengene.',
      conditions: [
        { text: 'Barnehagestyrerne skal være med i prøvetiden', owner: 'Oppvekstsjefen', dueOn: '2026-06-01', isClosed: true },
      ],
    },
    { gate: 'BP3', outcome: 'approved', on: '2026-08-31', decidedBy: 'Oppvekstsjefen', rationale: 'Planen er klar.' },
  ],
  checklist: [{ phase: 'execution', text: 'Prøvd med ti foreldre', status: 'open' }],
  uncertainties: [
    {
      kind: 'risk',
      title: 'Integrasjonen mot folkeregisteret blir forsinket',
      cause: 'Leverandøren venter på tilgang',
      consequenceText: 'Saksbehandlerne må kontrollere adresser for hånd',
      proximity: 'this_phase',
      strategy: 'reduce',
      probability: 3,
      consequence: 4,
      probabilityAfter: 2,
      consequenceAfter: 3,
      status: 'identified',
      actions: [{ text: 'Søke om tilgang i god tid', dueOn: '2026-10-01', isDone: true }],
    },
  ],
  benefits: [
    {
      change: 'Søknadene kommer inn på nett',
      title: 'Kortere saksbehandling',
      kind: 'indirect',
      category: 'time_saved',
      howRealised: 'Hovedopptaket går uten registrering for hånd.',
      indicator: {
        title: 'Timer til hovedopptaket',
        unit: 'hours',
        start: 400,
        target: 150,
        measurements: [{ on: '2026-10-15', value: 320 }],
      },
    },
  ],
  milestones: [
    { title: 'Leverandør valgt', plannedOn: '2026-08-14', actualOn: '2026-08-20', status: 'achieved' },
    { title: 'Første søknad på nett', plannedOn: '2027-01-15', status: 'on_track' },
  ],
  deliverables: [
    {
      title: 'Søknadsskjema på nett',
      startOn: '2026-09-01',
      endOn: '2027-01-15',
      quality: 'Oppfyller kravene til universell utforming',
      acceptance: 'Ni av ti foreldre klarer å søke uten hjelp',
      status: 'on_plan',
    },
  ],
  statusReports: [],
  log: [{ on: '2026-09-10', kind: 'event', text: 'Oppstartsmøte med leverandøren', isLessonCandidate: true }],
  lessons: [],
}

export const sampleStatusReport: DemoStatusReport = {
  periodEndOn: '2026-10-31',
  text: 'Vi er i rute, men venter på tilgang til folkeregisteret.',
  progress: 'on_plan',
  progressText: '',
  economy: 'on_budget',
  economyText: '',
  quality: 'to_spec',
  qualityText: '',
  risk: 'medium',
  riskText: 'Integrasjonen mot folkeregisteret.',
  benefit: 'not_started',
  benefitText: '',
  budgetNok: 640_000,
  costNok: 410_000,
  forecastNok: 620_000,
}

export const sampleLesson: DemoLesson = {
  title: 'Søk om tilgang til folkeregisteret først',
  phase: 'planning',
  kind: 'would_do_differently',
  whatHappened: 'Tilgangen tok to måneder.',
  cause: 'Vi søkte først da leverandøren var valgt.',
  effect: 'Prøvetiden ble kortere.',
  recommendation: 'Søk om tilgangene samme uke som prosjektet starter.',
}

export const sampleReport: Omit<DemoReport, 'slug'> = {
  title: 'Slik fikk vi søknad om barnehageplass på nett',
  summary: 'Ni av ti foreldre søker nå på nett, og hovedopptaket tar to uker mot seks før.',
  outcome: 'in_operation',
  language: 'nb',
  visibility: 'municipalities',
  publishedOn: '2026-11-02',
  confirmedOn: '2026-11-02',
  need: 'Papirsøknader tok for lang tid.',
  affected: 'Foreldre og saksbehandlere i oppvekst.',
  alternatives: 'Fortsette med papir, eller kjøpe et eget fagsystem.',
  version: '2026.1',
  standards: 'ID-porten, KS FIKS',
  steps: 'Forprosjekt to måneder, innføring fem måneder.',
  costs: [
    { kind: 'purchase', year: 2026, planned: 400_000, actual: 380_000, quality: 'measured' },
    { kind: 'own_hours', year: 2026, planned: 300, actual: 340, quality: 'measured' },
  ],
  effects: [
    {
      category: 'time_saved',
      title: 'Timer til hovedopptaket',
      unit: 'hours',
      before: 400,
      after: 160,
      period: '2025 mot 2026',
      source: 'Timeføring',
      beneficiary: 'Saksbehandlerne',
    },
  ],
  unintended: 'Flere foreldre søker tidligere.',
  worked: 'Styrerne var med fra første dag.',
  didNotWork: 'Tilgangen til folkeregisteret kom sent.',
  wouldChange: 'Søke om tilgangene samme uke som prosjektet starter.',
  prerequisites: ['Avtale om ID-porten'],
  mustAdapt: 'Vedtektene for opptak.',
  maySkip: 'Egen app.',
  firstSteps: ['Les vedtektene', 'Søk om tilganger', 'Snakk med styrerne'],
  leastResources: 'En halv stilling i et halvt år.',
  parts: ['checklist', 'uncertainties', 'benefits', 'milestones', 'deliverables'],
  steward: {
    role: 'Rådgiver i oppvekst',
    standIn: 'Oppvekstsjefen',
    contact: 'postmottak@kommunen.no',
    askAbout: 'Opptak',
    wants: ['share', 'talk'],
  },
}

export type Typed = Record<string, string | string[]>

/** What is typed in the form of each kind of item when it is new, and what when it is changed. «person» and «phase» stand for their ids. */
export const sampleItems: Record<ItemKind, readonly [Typed, Typed]> = {
  uncertainty: [
    {
      ...{
        title: 'Leverandøren går konkurs',
        kind: 'risk',
        cause: 'Dårlig likviditet',
        consequenceText: 'Vi må lyse ut på nytt',
      },
      ...{ probability: '2', consequence: '5', probabilityAfter: '1', consequenceAfter: '4' },
      ...{ proximity: 'this_phase', strategy: 'transfer', status: 'identified', responsibleId: 'person' },
      ...{ occurredOn: '2026-10-05', ledTo: 'Vi fant en ny leverandør på seks uker' },
    },
    { probability: '4', strategy: 'avoid', cause: '', responsibleId: '', occurredOn: '', ledTo: '' },
  ],
  action: [
    { text: 'Be om bankgaranti', responsibleId: 'person', dueOn: '2026-12-01', isDone: '' },
    { isDone: 'on', dueOn: '' },
  ],
  change: [{ text: 'Vedtak sendes digitalt' }, { text: 'Alle vedtak sendes digitalt' }],
  benefit: [
    {
      ...{ title: 'Mindre porto', kind: 'direct', category: 'avoided_cost', responsibleId: 'person', ownerId: 'person' },
      ...{ prerequisites: 'Innbyggerne har digital postkasse', howRealised: 'Budsjettet kuttes', expectedFromOn: '2027-09-01' },
    },
    { category: 'quality', ownerId: '', expectedFromOn: '2028-01-01' },
  ],
  indicator: [
    { title: 'Porto i året', unit: 'nok', startValue: '1,5 mill', targetValue: '−250,5' },
    { unit: 'count', targetValue: '0' },
  ],
  measurement: [
    { measuredOn: '2026-11-02', value: '1 250 000,25', note: 'Etter første kvartal' },
    { measuredOn: '2026-11-03', value: '0', note: '' },
  ],
  milestone: [
    { title: 'Kontrakt signert', plannedOn: '2027-02-01', actualOn: '', status: 'on_track' },
    { plannedOn: '2027-02-15', actualOn: '2027-02-14', status: 'achieved' },
  ],
  deliverable: [
    {
      ...{ title: 'Opplæringspakke', startOn: '2027-01-04', endOn: '2027-03-01', quality: 'Universelt utformet' },
      ...{ acceptance: 'Prøvd av ti', tolerance: 'To uker', responsibleId: 'person', approvalMethod: 'Gjennomgang' },
      ...{ approvedBy: 'Oppvekstsjefen', approvedOn: '2027-03-02', status: 'on_plan' },
    },
    { startOn: '', endOn: '2027-04-01', status: 'approved' },
  ],
  task: [
    {
      ...{ title: 'Bestille møterom', projectPhaseId: 'phase', responsibleId: 'person', dueOn: '2026-12-10' },
      ...{ description: 'Med skjerm', labels: 'møte, rådhuset , møte', isDone: '' },
    },
    { projectPhaseId: '', labels: '', isDone: 'on' },
  ],
  step: [{ text: 'Ringe servicetorget', isDone: '' }, { isDone: 'on' }],
  stakeholder: [
    {
      ...{ title: 'Foreldreutvalget', group: 'users', affected: 'high', influence: 'low' },
      ...{ interest: 'Trygghet', actions: 'Møte hver måned' },
    },
    { group: 'inhabitants', influence: 'none', actions: '' },
  ],
  communication: [
    {
      ...{ title: 'Brev hjem', audience: ['users', 'employees'], channel: 'SvarUt', plannedOn: '2027-01-10' },
      ...{ responsibleId: 'person', status: 'not_started' },
    },
    { audience: [], plannedOn: '', status: 'postponed' },
  ],
  allocation: [
    {
      ...{ role: 'Testleder', personId: '', startOn: '2027-01-01', endOn: '2027-06-30', percent: '40' },
      ...{ status: 'requested', note: 'Helst fra it' },
    },
    { personId: 'person', percent: '100', status: 'assigned', role: '' },
  ],
  budget: [
    {
      ...{ year: '2031', budgetNok: '1,5 mill', costNok: '0', forecastNok: 'kr 1.400.000' },
      ...{ budgetHours: '300', costHours: '12,5', forecastHours: '280' },
    },
    { year: '2032', costNok: '10 000,50' },
  ],
  log: [
    {
      ...{ loggedOn: '2026-11-05', kind: 'deviation', text: 'Testmiljøet var nede', consequence: 'To dager tapt' },
      ...{ recommendation: 'Avtal reservedager', reportedBy: 'Drift', responsibleId: 'person', isLessonCandidate: 'on' },
    },
    { kind: 'decision', isLessonCandidate: '', responsibleId: '' },
  ],
  lesson: [
    {
      ...{ title: 'Avtal reservedager', kind: 'went_wrong', projectPhaseId: 'phase', whatHappened: 'Testen ble avbrutt.' },
      ...{
        cause: 'Nedetid',
        effect: 'Forsinket',
        earlySigns: 'Varsler',
        wasKnownRisk: 'on',
        recommendation: 'Legg inn to dager',
      },
      ...{ technologies: 'ID-porten, SvarUt', suppliers: 'Nordlys Fagsystem AS', visibility: 'municipality' },
    },
    { wasKnownRisk: '', technologies: '', visibility: 'municipalities' },
  ],
  checklist: [
    { text: 'Personvern vurdert', projectPhaseId: 'phase', isMandatory: 'on', status: 'open', reason: '' },
    { status: 'not_relevant', reason: 'Ingen personopplysninger', isMandatory: '' },
  ],
  document: [
    { title: 'Kravspesifikasjon', type: 'requirements', projectPhaseId: 'phase', isArchivable: 'on' },
    { type: 'contract', projectPhaseId: '', isArchivable: '' },
  ],
}
