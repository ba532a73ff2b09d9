import { assemble } from '../assemble'
import type { DemoMunicipality } from '../content'
import { sikkerhet } from '../topics/inside'
import { selvbetjening } from '../topics/services'

export const kafjord: DemoMunicipality = {
  number: '5540',
  intro: 'Gáivuotna–Kåfjord bygger tjenester på tre språk sammen med naboene.',
  joinedOn: '2026-04-27',
  people: [
    { key: 'rolf', name: 'Rolf Olderdalen', title: 'Rådgiver', roles: ['member', 'portfolio_manager'] },
    { key: 'inga', name: 'Inga Birtavarre', title: 'Kommunalsjef', roles: ['member', 'municipality_admin'] },
    { key: 'synnove', name: 'Synnøve Manndalen', title: 'Fagarbeider', roles: ['member'] },
  ],
  projects: [
    assemble({
      key: 'sprak',
      topic: selvbetjening,
      number: '2025-002',
      title: 'Kåfjord på tre språk',
      goal: 'Nettsidene skal virke på norsk, samisk og kvensk.',
      phase: 'execution',
      startOn: '2025-09-01',
      months: 18,
      budgetNok: 310_000,
      visibility: 'municipalities',
      people: ['rolf', 'inga'],
      reportedOn: '2026-10-15',
    }),
    assemble({
      key: 'sikkerhet',
      topic: sikkerhet,
      number: '2025-004',
      title: 'Beredskap når nettet er borte',
      goal: 'Tjenestene skal virke i to døgn uten nett.',
      phase: 'closing',
      startOn: '2025-01-20',
      months: 21,
      budgetNok: 240_000,
      visibility: 'open',
      people: ['rolf', 'inga', 'rolf'],
      isStrained: true,
      reportedOn: '2026-10-31',
      report: {
        slug: 'beredskap-uten-nett-kafjord',
        title: 'Beredskap når nettet er borte: to døgn på papir',
        summary:
          'Vi øvde to døgn uten nett og fant at medisinlistene ikke var skrevet ut. Planen er nå på papir i hver avdeling. Vaktlisten må oppdateres oftere enn vi trodde.',
        outcome: 'completed',
        visibility: 'open',
        publishedOn: '2026-10-05',
        steward: 'Beredskapskoordinator',
        contact: 'postmottak@kafjord.kommune.no',
      },
    }),
  ],
}
