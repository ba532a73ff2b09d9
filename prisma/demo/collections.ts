import type { PartKind } from '@/generated/prisma/enums'

interface DemoCollection {
  slug: string
  title: string
  lead: string
  theme: string
  sections: {
    phase: 'idea' | 'concept' | 'planning' | 'execution' | 'closing' | 'realisation' | null
    title: string
    advice: string
    examples: { slug: string; part?: PartKind; note: string }[]
  }[]
}

/** Guides from the advisors. The last is a draft. */
export const collections: DemoCollection[] = [
  {
    slug: 'digital-byggesak-fra-ide-til-gevinst',
    title: 'Digital byggesak: fra idé til gevinst',
    lead: 'For deg som skal innføre digital byggesaksbehandling. Følg delene i rekkefølge, eller gå rett til fasen du står i. Rådene bygger på det kommunene selv har fortalt.',
    theme: 'byggesak',
    sections: [
      {
        phase: 'idea',
        title: 'Finn ut hva som er galt før dere velger system',
        advice:
          'Tell sakene i to uker: Hvor mange er mangelfulle når de kommer inn, og hva mangler? Det er nesten alltid tegninger og nabovarsel.\n\nSpør servicetorget og de som søker sjelden. De ser feilene som saksbehandlerne har sluttet å legge merke til.',
        examples: [
          {
            slug: 'ebyggesak-ikt-agder',
            note: 'Slik ble en felles løsning valgt og styrt av flere kommuner. Les delen om utgangspunktet først.',
          },
        ],
      },
      {
        phase: 'planning',
        title: 'Avklar arkiv, avtale og ansvar',
        advice:
          'Integrasjonen mot arkivet er det som oftest sprekker i tid. Navngi én person som leder den, og skriv det inn i avtalen.\n\nTa med risikolisten under, og stryk det som ikke gjelder hos dere.',
        examples: [
          { slug: 'ebyggesak-ikt-agder', part: 'uncertainties', note: 'Risikoer som faktisk slo til, med tiltak som virket.' },
          {
            slug: 'innkjop-sak-og-arkivsystem-grimstad',
            part: 'checklist',
            note: 'Sjekkliste for innkjøp av sak og arkiv sammen med andre.',
          },
        ],
      },
      {
        phase: 'realisation',
        title: 'Gi hver gevinst én eier',
        advice:
          'En gevinst uten navn bak blir ikke hentet ut. Avtal hvem som måler, når, og hva som skjer hvis målet ikke nås.\n\nMål det samme før og etter. Begynn å måle før dere tar i bruk løsningen.',
        examples: [
          {
            slug: 'gevinstrealiseringsplan-ebyggesak-ikt-agder',
            part: 'benefits',
            note: 'Gevinster med måleindikatorer som kan brukes som de er.',
          },
        ],
      },
    ],
  },
  {
    slug: 'velferdsteknologi-i-en-liten-kommune',
    title: 'Velferdsteknologi i en liten kommune',
    lead: 'Trygghet på natta og i hjemmet, med få folk og lange avstander. Rådene er skrevet for kommuner med under 5 000 innbyggere, men passer flere.',
    theme: 'helse-og-omsorg',
    sections: [
      {
        phase: 'concept',
        title: 'Mål dekningen der folk bor',
        advice:
          'Gå rom for rom og hus for hus. Kart fra leverandøren er ikke nok. Skriv ned hvor nettet faller ut, og hvem som bor der.',
        examples: [{ slug: 'tryggleik-pa-sjukeheimen-volda', note: 'Slik målte de nettet, og hva de fant.' }],
      },
      {
        phase: 'execution',
        title: 'Begynn med den minste avdelingen',
        advice:
          'Da rekker dere å lære før det blir mange. Avtal på forhånd hva som skal til for å gå videre, og hva som skal til for å stanse.',
        examples: [
          { slug: 'trygghet-pa-oya-smola', part: 'milestones', note: 'Milepæler for innføring med to ansatte.' },
          { slug: 'trygghetsalarmer-bergen', note: 'En stor kommune, men øvelsen på bortfall er nyttig for alle.' },
        ],
      },
      {
        phase: null,
        title: 'Når det bør stanses',
        advice: 'Det er ikke et nederlag å stanse. Det er dyrere å fortsette med noe som ikke virker.',
        examples: [
          { slug: 'journalsammendrag-stanset-kristiansand', note: 'Stanset før første pasient, og hvorfor det var riktig.' },
        ],
      },
    ],
  },
]

/** Drafts that only advisors see. */
export const draftCollections: DemoCollection[] = [
  {
    slug: 'beredskap-nar-nettet-er-borte',
    title: 'Beredskap når nettet er borte',
    lead: 'Øv før det skjer. Utkast til gjennomlesing.',
    theme: 'sikkerhet-og-personvern',
    sections: [
      {
        phase: 'planning',
        title: 'Øv først, skriv planen etterpå',
        advice: 'En øvelse på tre timer viser hvilke telefonnumre som mangler.',
        examples: [{ slug: 'ovelse-forst-bodo', note: 'Øvelsen kan brukes som den er.' }],
      },
    ],
  },
]

/** Advice to projects that are shared with the municipalities: the number of the municipality and the key of the project. */
export const advice: {
  number: string
  project: string
  title: string
  text: string
  report?: string
  answer?: { value: 'adopting' | 'in_progress' | 'already_done' | 'not_relevant'; by: string; reason: string }
}[] = [
  {
    number: '4225',
    project: 'byggesak',
    title: 'Navngi én som leder integrasjonen mot arkivet',
    text: 'To kommuner fortalte at ingen følte at integrasjonen var deres. Da sprakk tidsplanen med tre måneder.',
    report: 'ebyggesak-ikt-agder',
  },
]
