import { assemble } from '../assemble'
import type { DemoMunicipality } from '../content'
import { velferdsteknologi } from '../topics/care'
import { selvbetjening } from '../topics/services'

export const kautokeino: DemoMunicipality = {
  number: '5612',
  intro: 'Guovdageaidnu–Kautokeino deler fra tospråklige tjenester og lange avstander.',
  joinedOn: '2026-04-13',
  people: [
    { key: 'elle', name: 'Elle Márjá Gaup', title: 'Ráđđeaddi / rådgiver', roles: ['member', 'portfolio_manager'] },
    { key: 'nils', name: 'Nils Ánte Hætta', title: 'Kommunedirektør', roles: ['member', 'municipality_admin'] },
    { key: 'berit', name: 'Berit Sara', title: 'Helsesykepleier', roles: ['member'] },
  ],
  projects: [
    assemble({
      key: 'sprak',
      topic: selvbetjening,
      number: '2024-001',
      title: 'Guovdageaidnu på nett: tospråklige skjema',
      goal: 'Innbyggerne skal kunne bruke alle skjema på samisk og norsk.',
      phase: 'closing',
      startOn: '2024-11-04',
      months: 24,
      budgetNok: 640_000,
      visibility: 'open',
      people: ['elle', 'nils', 'elle'],
      reportedOn: '2026-10-31',
      report: {
        slug: 'tospraklige-skjema-guovdageaidnu',
        title: 'Guovdageaidnu på nett: skjema på samisk og norsk',
        summary:
          'Ti skjema finnes nå på nordsamisk og norsk. Flere fullfører når de kan skrive på eget språk. Leverandøren støttet ikke samiske bokstaver i starten, og det burde stått i kravene.',
        outcome: 'completed',
        visibility: 'open',
        publishedOn: '2026-09-28',
        steward: 'Rådgiver',
        contact: 'postmottak@kautokeino.kommune.no',
        reusedBy: [{ number: '5540', state: 'in_progress', reason: 'Vi gjenbruker oversettelsene.', since: '2026-10-12' }],
      },
    }),
    assemble({
      key: 'velferd',
      topic: velferdsteknologi,
      number: '2026-001',
      title: 'Trygghet i hjemmet på vidda',
      goal: 'Alarmene skal virke der mobilnettet er svakt.',
      phase: 'planning',
      startOn: '2026-01-26',
      months: 20,
      budgetNok: 780_000,
      visibility: 'municipalities',
      people: ['berit', 'nils'],
      reportedOn: '2026-09-30',
    }),
  ],
}
