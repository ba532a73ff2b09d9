import type { PhaseCode } from './content'

/** What goes on in a project from day to day. People are keys of the municipality's own. */
export interface DemoWork {
  number: string
  project: string
  tasks: {
    title: string
    phase: PhaseCode
    responsible?: string
    dueOn?: string
    isDone?: boolean
    labels?: string[]
    steps?: string[]
  }[]
  stakeholders: {
    title: string
    group:
      | 'employees'
      | 'management'
      | 'inhabitants'
      | 'business'
      | 'volunteers'
      | 'unions'
      | 'public_bodies'
      | 'academia'
      | 'funding'
      | 'users'
    interest: string
    affected: 'high' | 'medium' | 'low' | 'none'
    influence: 'high' | 'medium' | 'low' | 'none'
    actions: string
  }[]
  communications: {
    title: string
    audience: DemoWork['stakeholders'][number]['group'][]
    channel: string
    plannedOn: string
    responsible: string
    status: 'not_started' | 'started' | 'completed' | 'postponed'
  }[]
  allocations: {
    person?: string
    role: string
    startOn: string
    endOn: string
    percent: number
    status: 'requested' | 'assigned' | 'declined'
  }[]
  /** Titles of milestones and deliverables: the first must end before the second begins. */
  links: { from: string; to: string; lagDays: number }[]
}

/** Time away, without a word on why. */
export const absences = [
  { number: '4202', person: 'hanne', startOn: '2026-12-14', endOn: '2026-12-18', percent: 100 },
  { number: '4202', person: 'ingrid', startOn: '2026-12-28', endOn: '2027-01-08', percent: 50 },
]

export const programmes = [
  {
    number: '4202',
    title: 'Digitale tjenester i Grimstad',
    goal: 'Innbyggerne skal kunne søke, følge og få svar digitalt, og de ansatte skal bruke tiden der den trengs.',
    manager: 'tor',
    startOn: '2024-01-01',
    endOn: '2027-12-31',
    projects: ['byggesak', 'barnehage', 'arkiv'],
  },
]

export const work: DemoWork[] = [
  {
    number: '4202',
    project: 'byggesak',
    tasks: [
      {
        title: 'Skriv sluttrapporten',
        phase: 'closing',
        responsible: 'ingrid',
        dueOn: '2026-12-04',
        labels: ['sluttrapport'],
        steps: ['Hent tall for gevinstene', 'Les gjennom loggen', 'Send til prosjekteieren'],
      },
      { title: 'Overfør veiledningene til servicetorget', phase: 'closing', responsible: 'kjell', dueOn: '2026-12-11' },
      {
        title: 'Rydd gamle saker i papirarkivet',
        phase: 'closing',
        responsible: 'bjorn',
        dueOn: '2026-11-13',
        labels: ['arkiv'],
      },
      { title: 'Avtal hvem som måler saksbehandlingstiden', phase: 'realisation', responsible: 'kjell', dueOn: '2027-01-29' },
      { title: 'Lær opp to superbrukere', phase: 'execution', responsible: 'ingrid', dueOn: '2026-02-20', isDone: true },
    ],
    stakeholders: [
      {
        title: 'Saksbehandlerne i byggesak',
        group: 'employees',
        interest: 'Vil bruke tiden på å vurdere saker, ikke på å lete og skanne.',
        affected: 'high',
        influence: 'high',
        actions: 'Er med og tester. Får tid til opplæring i arbeidstiden.',
      },
      {
        title: 'Foretak som søker for andre',
        group: 'business',
        interest: 'Vil sende alt ett sted og se hvor saken ligger.',
        affected: 'high',
        influence: 'medium',
        actions: 'Frokostmøte to ganger i året.',
      },
      {
        title: 'Private som søker selv',
        group: 'inhabitants',
        interest: 'Vil vite hva som mangler før de sender.',
        affected: 'medium',
        influence: 'low',
        actions: 'Servicetorget hjelper dem som trenger det.',
      },
      {
        title: 'Statsforvalteren',
        group: 'public_bodies',
        interest: 'Får klagesakene digitalt.',
        affected: 'low',
        influence: 'medium',
        actions: 'Avklart i eget møte.',
      },
    ],
    communications: [
      {
        title: 'Papirmottaket er stengt: slik søker du nå',
        audience: ['inhabitants', 'business'],
        channel: 'Nettsiden og lokalavisen',
        plannedOn: '2026-05-04',
        responsible: 'kjell',
        status: 'completed',
      },
      {
        title: 'Hva vi har oppnådd, og takk',
        audience: ['employees', 'management'],
        channel: 'Allmøte',
        plannedOn: '2026-12-15',
        responsible: 'ingrid',
        status: 'not_started',
      },
      {
        title: 'Erfaringene våre til de andre i Agder',
        audience: ['public_bodies'],
        channel: 'Fagdag i IKT-samarbeidet',
        plannedOn: '2027-02-10',
        responsible: 'ingrid',
        status: 'started',
      },
    ],
    allocations: [
      { person: 'ingrid', role: 'Prosjektleder', startOn: '2026-09-01', endOn: '2026-12-18', percent: 60, status: 'assigned' },
      {
        person: 'kjell',
        role: 'Fagansvarlig byggesak',
        startOn: '2026-09-01',
        endOn: '2027-01-31',
        percent: 20,
        status: 'assigned',
      },
      { role: 'Jurist til gjennomgang av maler', startOn: '2026-12-01', endOn: '2026-12-18', percent: 10, status: 'requested' },
    ],
    links: [
      { from: 'Opplæring av saksbehandlere og servicetorg', to: 'Papirmottaket stengt', lagDays: 14 },
      {
        from: 'Driftsavtale og rutiner for forvaltning',
        to: 'Sluttrapport levert og løsningen overlevert til drift',
        lagDays: 0,
      },
    ],
  },
  {
    number: '4202',
    project: 'tilsyn',
    tasks: [
      {
        title: 'Gå gjennom varslene med nattvaktene',
        phase: 'execution',
        responsible: 'hanne',
        dueOn: '2026-11-20',
        labels: ['opplæring'],
      },
      { title: 'Skriv til pårørende på det andre sykehjemmet', phase: 'execution', responsible: 'hanne', dueOn: '2026-12-11' },
      {
        title: 'Mål åpnede dører per natt',
        phase: 'execution',
        responsible: 'hanne',
        dueOn: '2027-02-01',
        steps: ['Avtal uke', 'Tell i sju netter'],
      },
    ],
    stakeholders: [
      {
        title: 'Nattvaktene',
        group: 'employees',
        interest: 'Må kunne stole på varslene.',
        affected: 'high',
        influence: 'high',
        actions: 'Justerer grensene sammen med oss hver uke.',
      },
      {
        title: 'Beboere og pårørende',
        group: 'users',
        interest: 'Ro om natten, og ingen følelse av overvåking.',
        affected: 'high',
        influence: 'medium',
        actions: 'Samtale før sensoren monteres.',
      },
    ],
    communications: [
      {
        title: 'Slik virker tilsynet, og hva vi ikke ser',
        audience: ['users', 'inhabitants'],
        channel: 'Pårørendemøte',
        plannedOn: '2026-12-03',
        responsible: 'hanne',
        status: 'started',
      },
    ],
    allocations: [
      { person: 'hanne', role: 'Prosjektleder', startOn: '2026-08-01', endOn: '2027-04-30', percent: 80, status: 'assigned' },
      { person: 'siri', role: 'IKT-koordinator', startOn: '2026-10-01', endOn: '2027-02-28', percent: 30, status: 'assigned' },
      { person: 'ingrid', role: 'Rådgiver', startOn: '2026-11-01', endOn: '2027-01-31', percent: 50, status: 'assigned' },
    ],
    links: [
      { from: 'Første sykehjem ferdig', to: 'Begge sykehjem ferdig', lagDays: 60 },
      { from: 'Utbedret trådløst nett', to: 'Første avdeling i gang', lagDays: 14 },
    ],
  },
]
