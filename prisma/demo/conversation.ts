import type { ProjectRole } from '@/generated/prisma/enums'

interface DemoPack {
  slug: string
  title: string
  lead: string
  fromPopulation: number | null
  toPopulation: number | null
  cases: { slug: string; note: string; roles: ProjectRole[] }[]
}

/** Packs from the advisors, by size of municipality. */
export const starterPacks: DemoPack[] = [
  {
    slug: 'digital-start-for-sma-kommuner',
    title: 'Digital start for små kommuner',
    lead: 'Tre tiltak som små kommuner har klart med få folk. Begynn med det som frigjør tid, og ta ett om gangen.',
    fromPopulation: null,
    toPopulation: 6000,
    cases: [
      {
        slug: 'fjernavleste-vannmalere-lillesand',
        note: 'Gir raske gevinster, og leverandørene kan det meste.',
        roles: ['project_owner', 'project_manager', 'benefit_owner'],
      },
      {
        slug: 'skuleloysing-for-ein-skule-ulvik',
        note: 'Skrive for ein kommune med éin skule: lite å byggje, mykje å avtale.',
        roles: ['project_owner', 'project_manager'],
      },
      {
        slug: 'trygghet-pa-oya-smola',
        note: 'Viser hva som skal til når avstandene er store og vaktene få.',
        roles: ['project_owner', 'project_manager', 'benefit_owner'],
      },
    ],
  },
]

interface DemoQuestion {
  report: string
  /** The number of the municipality that asks. */
  from: string
  text: string
  daysAgo: number
  answer?: { from: string; text: string; daysAfter: number }
}

/** Questions to those who have done it; one still waits. */
export const questions: DemoQuestion[] = [
  {
    report: 'fjernavleste-vannmalere-lillesand',
    from: '4620',
    text: 'Hvor mange timer brukte dere selv på å få inn de gamle målerstandene, og kunne dere latt det være?',
    daysAgo: 40,
    answer: {
      from: '4215',
      text: 'Omtrent 60 timer. Vi ville tatt bare siste avlesning i dag: historikken har ingen spurt etter.',
      daysAfter: 2,
    },
  },
  {
    report: 'ebyggesak-ikt-agder',
    from: '4215',
    text: 'Hvordan fordelte dere kostnadene mellom kommunene da noen kom til senere?',
    daysAgo: 12,
    answer: { from: '4203', text: 'Etter folketall, men de som kom til senere, slapp å betale for anskaffelsen.', daysAfter: 5 },
  },
  {
    report: 'nye-loysingar-for-skular-sogndal',
    from: '4620',
    text: 'Kva gjorde de med skulane som ikkje hadde godt nok nett?',
    daysAgo: 3,
  },
]

/** Which report was made on a copy of which. */
export const buildsOn: { report: string; on: string }[] = [
  { report: 'velferdsteknologi-i-hjemmet-kristiansand', on: 'trygghetsalarmer-bergen' },
  { report: 'tryggleik-pa-sjukeheimen-volda', on: 'velferdsteknologi-i-hjemmet-kristiansand' },
  { report: 'trygghet-pa-oya-smola', on: 'velferdsteknologi-i-hjemmet-kristiansand' },
]
