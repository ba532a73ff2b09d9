import { assemble } from '../assemble'
import type { DemoMunicipality } from '../content'
import { byggesak } from '../topics/building'
import { lonn } from '../topics/inside'
import { barnehage } from '../topics/services'

export const lyngdal: DemoMunicipality = {
  number: '4225',
  intro: 'Lyngdal bygger på andres planer og melder tilbake hva som måtte tilpasses.',
  joinedOn: '2026-03-16',
  people: [
    { key: 'rune', name: 'Rune Korshamn', title: 'Digitaliseringsrådgiver', roles: ['member', 'portfolio_manager'] },
    { key: 'grete', name: 'Grete Austad', title: 'Kommunalsjef', roles: ['member'] },
    { key: 'alf', name: 'Alf Kvås', title: 'IKT-rådgiver', roles: ['member', 'municipality_admin'] },
    { key: 'ida', name: 'Ida Rom', title: 'Fagleder', roles: ['member'] },
  ],
  projects: [
    assemble({
      key: 'byggesak',
      topic: byggesak,
      number: '2025-003',
      title: 'Byggesak på nett',
      goal: 'Søkere i Lyngdal skal kunne levere byggesøknaden på nett.',
      phase: 'execution',
      startOn: '2025-05-05',
      months: 24,
      budgetNok: 1_500_000,
      visibility: 'open',
      people: ['rune', 'grete', 'ida'],
      reportedOn: '2026-10-31',
    }),
    assemble({
      key: 'barnehage',
      topic: barnehage,
      number: '2026-005',
      title: 'Foreldreportal',
      goal: 'Foreldrene skal få alle beskjeder ett sted.',
      phase: 'concept',
      startOn: '2026-04-13',
      months: 16,
      budgetNok: 420_000,
      visibility: 'municipalities',
      people: ['ida', 'grete'],
    }),
    assemble({
      key: 'lonn',
      topic: lonn,
      number: '2024-008',
      title: 'Timelister uten papir',
      goal: 'Lønnskjøringen skal gå på halve tiden.',
      phase: 'realisation',
      lifecycle: 'closed',
      startOn: '2024-01-08',
      months: 16,
      budgetNok: 380_000,
      visibility: 'collaboration',
      collaboration: 'ddv',
      people: ['rune', 'grete', 'grete'],
      reportedOn: '2025-03-31',
      report: {
        slug: 'timelister-uten-papir-lyngdal',
        title: 'Timelister uten papir: stryk steg før du automatiserer',
        summary:
          'Vi tok bort ni av tjueto steg før vi kjøpte noe. Lønnskjøringen går på godt under halve tiden. Roboten vi planla, ble unødvendig for to av tre oppgaver.',
        outcome: 'in_operation',
        visibility: 'open',
        publishedOn: '2025-05-19',
        steward: 'Personalrådgiver',
        contact: 'postmottak@lyngdal.kommune.no',
        reusedBy: [{ number: '1573', state: 'considering', reason: 'Ser på flyten før nytt innkjøp.', since: '2026-02-09' }],
      },
    }),
  ],
}
