import type { z } from 'zod'
import type { IsoDate } from '@/lib/platform/dates'
import type { templateContent } from '@/lib/templates/content'

type Content = z.input<typeof templateContent>
type Parts = Required<Content['parts']>

/** A template of the demo. All of it is fiction. */
export interface DemoTemplate {
  /** Of the municipality. */
  number: string
  name: string
  description: string
  /** The first first. */
  versions: {
    /** Key of a person of the municipality. */
    author: string
    publishedOn: IsoDate
    comment: string
    content: Content
  }[]
}

const phases: Parts['phases'] = [
  { phase: 'idea', startOffsetDays: 0, endOffsetDays: 28 },
  { phase: 'concept', startOffsetDays: 28, endOffsetDays: 91 },
  { phase: 'planning', startOffsetDays: 91, endOffsetDays: 168 },
  { phase: 'execution', startOffsetDays: 168, endOffsetDays: 364 },
  { phase: 'closing', startOffsetDays: 364, endOffsetDays: 406 },
  { phase: 'realisation', startOffsetDays: 406, endOffsetDays: 770 },
]

const checklist: Parts['checklist'] = [
  { phase: 'idea', text: 'Behovet er beskrevet med tall fra i dag', isMandatory: true },
  { phase: 'idea', text: 'Vi har sett om andre kommuner har løst det samme', isMandatory: false },
  { phase: 'concept', text: 'Minst fem brukere er intervjuet', isMandatory: true },
  { phase: 'concept', text: 'Alternativene er sammenlignet, også å la være', isMandatory: true },
  { phase: 'planning', text: 'Vurdering av personvernkonsekvenser er gjort', isMandatory: true },
  { phase: 'planning', text: 'Den som skal eie tjenesten i linjen, er pekt ut', isMandatory: true },
  { phase: 'execution', text: 'Tjenesten er prøvd av folk som ikke er i prosjektet', isMandatory: true },
  { phase: 'execution', text: 'Krav til universell utforming er testet', isMandatory: true },
  { phase: 'closing', text: 'Drift og brukerstøtte har overtatt', isMandatory: true },
  { phase: 'realisation', text: 'Første måling av gevinstene er gjort', isMandatory: true },
]

const tasks: Parts['tasks'] = [
  {
    title: 'Måle dagens situasjon',
    description: 'Uten en nullmåling vet vi ikke om det ble bedre.',
    phase: 'idea',
    dueOffsetDays: 21,
    labels: ['gevinst'],
    steps: ['Finne hvilke tall vi alt har', 'Telle i to uker det vi mangler', 'Skrive opp hvordan vi målte'],
  },
  {
    title: 'Intervjue brukere og saksbehandlere',
    description: 'To og to sammen: en som spør og en som skriver.',
    phase: 'concept',
    dueOffsetDays: 60,
    labels: ['brukere'],
    steps: ['Lage intervjuguide', 'Avtale med fem innbyggere', 'Avtale med tre saksbehandlere', 'Oppsummere på én side'],
  },
  {
    title: 'Avklare arkiv og integrasjoner',
    description: 'Arkivlederen og IKT skal være med før vi velger løsning.',
    phase: 'concept',
    dueOffsetDays: 77,
    labels: ['arkiv', 'ikt'],
    steps: ['Møte med arkivleder', 'Møte med IKT'],
  },
  {
    title: 'Vurdere personvern',
    description: 'Personvernombudet skal ha fått uttale seg.',
    phase: 'planning',
    dueOffsetDays: 140,
    labels: ['personvern'],
    steps: ['Kartlegge opplysningene', 'Vurdere konsekvenser', 'Sende til personvernombudet'],
  },
  {
    title: 'Planlegge opplæring',
    description: 'Sett av tid i turnus og kalender før datoene er satt.',
    phase: 'planning',
    dueOffsetDays: 154,
    labels: ['opplæring'],
    steps: ['Finne superbrukere i hver enhet', 'Avtale tid med enhetslederne'],
  },
  {
    title: 'Prøve med en liten gruppe',
    description: '',
    phase: 'execution',
    dueOffsetDays: 273,
    labels: ['brukere'],
    steps: ['Velge gruppe', 'Prøve i tre uker', 'Rette det viktigste'],
  },
  {
    title: 'Overlevere til drift',
    description: 'Rutiner, kontaktpunkter og avtaler samlet på ett sted.',
    phase: 'closing',
    dueOffsetDays: 392,
    labels: [],
    steps: [],
  },
]

const milestones: Parts['milestones'] = [
  { title: 'Konseptet er valgt', offsetDays: 84 },
  { title: 'Løsningen er anskaffet', offsetDays: 168 },
  { title: 'Første bruker i gang', offsetDays: 252 },
  { title: 'Åpnet for alle', offsetDays: 336 },
  { title: 'Overlevert til drift', offsetDays: 399 },
]

const deliverables: Parts['deliverables'] = [
  {
    title: 'Beslutningsgrunnlag med alternativer',
    startOffsetDays: 35,
    endOffsetDays: 84,
    quality: 'Høyst seks sider, med tall for kostnad og gevinst',
    acceptance: 'Godkjent av prosjekteieren',
  },
  {
    title: 'Digitalt skjema med veiledning',
    startOffsetDays: 175,
    endOffsetDays: 280,
    quality: 'Åtte av ti klarer å fylle ut uten hjelp',
    acceptance: 'Prøvd av ti innbyggere',
  },
  {
    title: 'Opplæring for saksbehandlerne',
    startOffsetDays: 245,
    endOffsetDays: 329,
    quality: 'Alle har gjort tre øvingssaker',
    acceptance: 'Godkjent av enhetslederen',
  },
]

const uncertainties: Parts['uncertainties'] = [
  {
    kind: 'risk',
    title: 'Integrasjonen mot sak og arkiv tar lengre tid enn planlagt',
    cause: 'Flere leverandører må være klare samtidig',
    consequenceText: 'Saksbehandlerne må føre opplysninger to ganger',
    proximity: 'this_phase',
    strategy: 'reduce',
    probability: 4,
    consequence: 4,
    probabilityAfter: 2,
    consequenceAfter: 3,
    actions: ['Avtale felles testdato med leverandørene', 'Ha en manuell reserveløsning klar'],
  },
  {
    kind: 'risk',
    title: 'Innbyggere som ikke er på nett, faller utenfor',
    cause: 'Papirskjemaet blir borte',
    consequenceText: 'Noen får ikke søkt om det de har rett på',
    proximity: 'within_project',
    strategy: 'reduce',
    probability: 3,
    consequence: 4,
    probabilityAfter: 1,
    consequenceAfter: 3,
    actions: ['Servicetorget hjelper til på skjermen', 'Beholde telefonmottak det første året'],
  },
  {
    kind: 'opportunity',
    title: 'Nabokommuner kan bruke samme skjema',
    cause: 'Regelverket er likt',
    consequenceText: 'Vi deler på vedlikeholdet',
    proximity: 'outside_project',
    strategy: 'exploit',
    probability: 3,
    consequence: 3,
    probabilityAfter: 4,
    consequenceAfter: 3,
    actions: ['Dele erfaringen når tjenesten er i drift'],
  },
]

const benefits: Parts['benefits'] = [
  {
    change: 'Innbyggerne søker selv på nett og får kvittering med en gang',
    title: 'Kortere svartid',
    kind: 'direct',
    category: 'quality',
    howRealised: 'Søknadene kommer komplette inn, og saksbehandleren begynner samme dag.',
    indicators: [
      { title: 'Dager fra søknad til svar', unit: 'count', start: 21, target: 10 },
      { title: 'Andel som får svar innen fristen', unit: 'percent', start: 80, target: 98 },
    ],
  },
  {
    change: 'Innbyggerne søker selv på nett og får kvittering med en gang',
    title: 'Mindre tid til purring og registrering',
    kind: 'indirect',
    category: 'time_saved',
    howRealised: 'Enheten avgjør selv hva timene brukes til, og skriver det opp.',
    indicators: [{ title: 'Timer i måneden til registrering', unit: 'hours', start: 60, target: 15 }],
  },
]

const stakeholders: Parts['stakeholders'] = [
  {
    title: 'Innbyggerne som søker',
    group: 'inhabitants',
    interest: 'Raskt svar og å vite hvor saken ligger',
    affected: 'high',
    influence: 'medium',
    actions: 'Intervjuer i konseptfasen og prøving før åpning',
  },
  {
    title: 'Saksbehandlerne',
    group: 'employees',
    interest: 'Mindre dobbeltarbeid',
    affected: 'high',
    influence: 'high',
    actions: 'To med i prosjektgruppen',
  },
  {
    title: 'Tillitsvalgte',
    group: 'unions',
    interest: 'Oppgaver og kompetanse',
    affected: 'medium',
    influence: 'medium',
    actions: 'Drøftes før gjennomføringen',
  },
]

const communication: Parts['communication'] = [
  {
    title: 'Nå begynner vi, og dette vet vi ikke ennå',
    audience: ['employees', 'unions'],
    channel: 'Avdelingsmøte',
    plannedOffsetDays: 14,
  },
  {
    title: 'Bli med og prøv',
    audience: ['inhabitants', 'users'],
    channel: 'Nettsidene og servicetorget',
    plannedOffsetDays: 238,
  },
  {
    title: 'Nå kan du søke på nett',
    audience: ['inhabitants'],
    channel: 'Nettsidene, lokalavisa og SMS',
    plannedOffsetDays: 336,
  },
]

export const templates: DemoTemplate[] = [
  {
    number: '4202',
    name: 'Digital tjeneste',
    description: 'For prosjekter som flytter en tjeneste fra papir til nett. Tar høyde for arkiv, personvern og opplæring.',
    versions: [
      {
        author: 'tor',
        publishedOn: '2026-06-18',
        comment: '',
        content: {
          phaseModel: 'prosjektveiviseren',
          parts: { phases, checklist, tasks: tasks.slice(0, 5), milestones, deliverables, uncertainties, benefits },
        },
      },
      {
        author: 'tor',
        publishedOn: '2026-10-29',
        comment:
          'Etter «Digital byggesaksbehandling»: prøving med en liten gruppe og overlevering til drift er egne oppgaver. Interessenter og kommunikasjon følger med.',
        content: {
          phaseModel: 'prosjektveiviseren',
          parts: {
            phases,
            checklist,
            tasks,
            milestones,
            deliverables,
            uncertainties,
            benefits,
            stakeholders,
            communication,
          },
        },
      },
    ],
  },
  {
    number: '4215',
    name: 'Bytte av fagsystem',
    description: 'Når en avtale går ut, eller et fagsystem må erstattes. Bygger på det vi lærte da vi byttet målere.',
    versions: [
      {
        author: 'kjell',
        publishedOn: '2026-09-03',
        comment: '',
        content: {
          phaseModel: 'prosjektveiviseren',
          parts: {
            phases: [
              { phase: 'concept', startOffsetDays: 0, endOffsetDays: 60 },
              { phase: 'planning', startOffsetDays: 60, endOffsetDays: 180 },
              { phase: 'execution', startOffsetDays: 180, endOffsetDays: 330 },
              { phase: 'closing', startOffsetDays: 330, endOffsetDays: 365 },
            ],
            checklist: [
              { phase: 'concept', text: 'Kravene er skrevet sammen med dem som skal bruke systemet', isMandatory: true },
              { phase: 'planning', text: 'Kunngjøringen er kvalitetssikret av innkjøp', isMandatory: true },
              { phase: 'execution', text: 'Data er flyttet på prøve og kontrollert', isMandatory: true },
              { phase: 'closing', text: 'Det gamle systemet er avsluttet og arkivert', isMandatory: true },
            ],
            tasks: [
              {
                title: 'Rydde i data før flytting',
                description: 'Det som ikke skal med, tar vi ikke med.',
                phase: 'planning',
                dueOffsetDays: 160,
                labels: ['data'],
                steps: ['Finne dubletter', 'Avtale hva som skal arkiveres'],
              },
              {
                title: 'Si opp den gamle avtalen',
                description: '',
                phase: 'execution',
                dueOffsetDays: 240,
                labels: ['avtale'],
                steps: [],
              },
            ],
            milestones: [
              { title: 'Leverandør valgt', offsetDays: 170 },
              { title: 'Første enhet over på nytt system', offsetDays: 270 },
              { title: 'Gammelt system slått av', offsetDays: 350 },
            ],
            uncertainties: [
              {
                kind: 'risk',
                title: 'Data lar seg ikke flytte slik leverandøren lovet',
                cause: 'Formatet i det gamle systemet er lite dokumentert',
                consequenceText: 'Vi må føre inn opplysninger for hånd',
                proximity: 'within_project',
                strategy: 'reduce',
                probability: 3,
                consequence: 5,
                probabilityAfter: 2,
                consequenceAfter: 3,
                actions: ['Kreve prøveflytting før signering'],
              },
            ],
          },
        },
      },
    ],
  },
]
