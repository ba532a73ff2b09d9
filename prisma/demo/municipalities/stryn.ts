import { assemble } from '../assemble'
import type { DemoMunicipality } from '../content'
import { sjukeheim } from '../topics/care'
import { skular, vatn } from '../topics/nynorsk'

export const stryn: DemoMunicipality = {
  number: '4651',
  intro: 'Stryn deler frå vatn og skule i ein kommune med lange avstandar.',
  joinedOn: '2026-03-16',
  people: [
    { key: 'eldbjorg', name: 'Eldbjørg Loen', title: 'Rådgjevar', roles: ['member', 'portfolio_manager'] },
    { key: 'ivar', name: 'Ivar Olden', title: 'Teknisk sjef', roles: ['member'] },
    { key: 'ragnhild', name: 'Ragnhild Hornindal', title: 'Oppvekstsjef', roles: ['member', 'municipality_admin'] },
    { key: 'kare', name: 'Kåre Blakset', title: 'Driftsteknikar', roles: ['member'] },
  ],
  projects: [
    assemble({
      key: 'vatn',
      topic: vatn,
      number: '2024-002',
      title: 'Vassmålarar og varsling',
      goal: 'Vasstapet skal ned til 28 prosent.',
      phase: 'closing',
      startOn: '2024-10-07',
      months: 25,
      budgetNok: 1_900_000,
      visibility: 'open',
      people: ['ivar', 'ragnhild', 'ivar'],
      reportedOn: '2026-10-31',
      report: {
        slug: 'vassmalarar-og-varsling-stryn',
        title: 'Vassmålarar og varsling: éin mottakar på fjellet',
        summary:
          'Éin mottakar på fjellet dekkjer heile dalen, og vakta køyrer langt mindre. Den første månaden kom det for mange varsel. Grensene bør stillast saman med vakta før ein slår på.',
        outcome: 'completed',
        visibility: 'open',
        publishedOn: '2026-10-26',
        steward: 'Teknisk sjef',
        contact: 'postmottak@stryn.kommune.no',
        language: 'nn',
      },
    }),
    assemble({
      key: 'skule',
      topic: skular,
      number: '2025-006',
      title: 'Éi skuleløysing for tre skular',
      goal: 'Tre skular skal få felles løysing.',
      phase: 'execution',
      startOn: '2025-08-18',
      months: 18,
      budgetNok: 520_000,
      visibility: 'municipalities',
      people: ['eldbjorg', 'ragnhild'],
      reportedOn: '2026-10-15',
    }),
    assemble({
      key: 'heim',
      topic: sjukeheim,
      number: '2026-009',
      title: 'Varsling i omsorgsbustadene',
      goal: 'Bebuarane skal kunne be om hjelp heile døgnet.',
      phase: 'idea',
      startOn: '2026-09-21',
      months: 18,
      budgetNok: 1_100_000,
      visibility: 'municipality',
      people: ['eldbjorg', 'ragnhild'],
    }),
  ],
}
