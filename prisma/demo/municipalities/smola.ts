import { assemble } from '../assemble'
import type { DemoMunicipality } from '../content'
import { velferdsteknologi } from '../topics/care'
import { lonn } from '../topics/inside'

export const smola: DemoMunicipality = {
  number: '1573',
  intro: 'Smøla viser hva en øykommune kan få til med 20 prosent stilling.',
  joinedOn: '2026-04-13',
  people: [
    { key: 'jorunn', name: 'Jorunn Dyrnes', title: 'Rådgiver', roles: ['member', 'portfolio_manager'] },
    { key: 'asle', name: 'Asle Veiholmen', title: 'Kommunedirektør', roles: ['member', 'municipality_admin'] },
    { key: 'tiril', name: 'Tiril Nordvika', title: 'Sykepleier', roles: ['member'] },
  ],
  projects: [
    assemble({
      key: 'velferd',
      topic: velferdsteknologi,
      number: '2025-001',
      title: 'Trygghet på øya',
      goal: 'De eldre skal kunne be om hjelp også når båten ikke går.',
      phase: 'closing',
      startOn: '2025-01-13',
      months: 22,
      budgetNok: 390_000,
      visibility: 'open',
      collaboration: 'ikt-orkide',
      people: ['tiril', 'asle', 'tiril'],
      reportedOn: '2026-10-31',
      report: {
        slug: 'trygghet-pa-oya-smola',
        title: 'Trygghet på øya: digitalt tilsyn med små ressurser',
        summary:
          'Med 20 prosent stilling og utstyr lånt av naboene er 22 brukere i gang. Vi kopierte sjekkliste og risikoer fra Grimstad og strøk det som gjaldt egen alarmsentral. Dekningen på ytterøyene måtte løses med to nett.',
        outcome: 'completed',
        visibility: 'open',
        publishedOn: '2026-09-07',
        steward: 'Sykepleier med ansvar for velferdsteknologi',
        contact: 'postmottak@smola.kommune.no',
      },
    }),
    assemble({
      key: 'lonn',
      topic: lonn,
      number: '2026-002',
      title: 'Mindre papir på rådhuset',
      goal: 'Reiseregninger og timelister skal bli digitale.',
      phase: 'idea',
      startOn: '2026-09-28',
      months: 14,
      budgetNok: 160_000,
      visibility: 'collaboration',
      collaboration: 'ikt-orkide',
      people: ['jorunn', 'asle'],
    }),
  ],
}
