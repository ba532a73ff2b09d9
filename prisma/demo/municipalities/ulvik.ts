import { assemble } from '../assemble'
import type { DemoMunicipality } from '../content'
import { kultur, skular } from '../topics/nynorsk'

export const ulvik: DemoMunicipality = {
  number: '4620',
  intro: 'Ulvik herad viser at ein liten kommune kan kopiere og tilpasse raskt.',
  joinedOn: '2026-04-27',
  people: [
    { key: 'torbjorg', name: 'Torbjørg Osa', title: 'Heradsrådgjevar', roles: ['member', 'portfolio_manager'] },
    { key: 'nils', name: 'Nils Finse', title: 'Heradsdirektør', roles: ['member', 'municipality_admin'] },
    { key: 'anna', name: 'Anna Lekve', title: 'Lærar', roles: ['member'] },
  ],
  projects: [
    assemble({
      key: 'skule',
      topic: skular,
      number: '2025-001',
      title: 'Skuleløysing for éin skule',
      goal: 'Foreldra skal få alle beskjedar éin stad.',
      phase: 'closing',
      startOn: '2025-08-11',
      months: 15,
      budgetNok: 120_000,
      visibility: 'open',
      people: ['anna', 'nils', 'anna'],
      reportedOn: '2026-10-15',
      report: {
        slug: 'skuleloysing-for-ein-skule-ulvik',
        title: 'Skuleløysing for éin skule: kopiert frå Sogndal på to veker',
        summary:
          'Vi kopierte planen frå Sogndal og strauk halvparten. På éin skule held det med ein lærar i ti prosent. Nettet måtte likevel oppgraderast først.',
        outcome: 'completed',
        visibility: 'open',
        publishedOn: '2026-09-14',
        steward: 'Rektor',
        contact: 'postmottak@ulvik.kommune.no',
        language: 'nn',
      },
    }),
    assemble({
      key: 'kultur',
      topic: kultur,
      number: '2026-003',
      title: 'Nøkkelfritt grendehus',
      goal: 'Grendehuset skal opnast med kode.',
      phase: 'planning',
      startOn: '2026-02-23',
      months: 14,
      budgetNok: 85_000,
      visibility: 'municipalities',
      people: ['torbjorg', 'nils'],
      reportedOn: '2026-10-01',
    }),
  ],
}
