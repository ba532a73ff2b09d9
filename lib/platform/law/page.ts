import type { Role } from '@/generated/prisma/enums'
import { type Actor, type Founder, visitor } from '../actor'
import { may } from '../law'
import { type Action, actions, law, type Rule, relations } from './table'

const here = { id: 'here', number: '', name: '', writtenNorm: '' }
const somebody = { personId: '', name: '' }
const from = (...roles: Role[]): Actor => ({ ...somebody, kind: 'staff', roles, municipality: here })

const columns: [head: string, actor: Actor | Founder][] = [
  ['visitor', visitor],
  ['founder', { ...somebody, kind: 'founder', setupId: '', role: 'municipality_admin', municipality: here }],
  ['advisor', { ...somebody, kind: 'advisor', roles: ['advisor'] }],
  ['operator', { ...somebody, kind: 'operator', roles: ['operator'] }],
  ['guest', { ...somebody, kind: 'staff', roles: [], municipality: here, home: { name: '' } }],
  [
    'let in',
    {
      ...somebody,
      kind: 'staff',
      roles: ['portfolio_reader'],
      municipality: here,
      advisor: { personId: '', until: new Date(0) },
    },
  ],
  ['no role', from()],
  ['member', from('member')],
  ['reader', from('portfolio_reader')],
  ['manager', from('portfolio_manager')],
  ['admin', from('municipality_admin')],
]

const areas: Record<string, string> = {
  own: 'Everybody',
  project: 'Projects',
  portfolio: 'The portfolio',
  report: 'Reports',
  sharing: 'Sharing',
  people: 'The municipality',
  nation: 'KommIT',
}

const intro = `# Who may do what

Printed from \`lib/platform/law/table.ts\` by \`npm run access\`; a test fails when it is out of date. Every \`policy.ts\` asks that table, and \`lib/platform/law.test.ts\` holds it against
a grid written by hand, cell by cell. What rows there are at all is the database's to say: see [security.md](security.md) and [decision 0001](decisions/0001-isolation-in-the-database.md).

● may. ○ may by what they are to the thing, as the last column says. Nothing: may not. «Own» is of the municipality the actor acts in, for a guest the host; «others» is of another one. A guest has no role where
they are a guest. An advisor or an operator has no municipality, and stands in no project. *let in* is an advisor whom the municipality has let in to read; one who was
let in to work, or to mind the portfolio, is a member or a manager there. *no role* is somebody at home in the municipality who has been given none; *reader* and *manager* are those of the portfolio. A
founder is somebody who was sent a link to set up the first connection; one who is to become an advisor may nothing here. Whoever has two roles, or is two things to something, may what either gives.`

/** The law as a page to read, each cell answered by \`may\`. */
export function accessPage(): string {
  const heads = ['Action', 'What it is', 'Of', ...columns.map(([head]) => head), '○ as']
  const parts = [intro]
  for (const action of actions) {
    const area = areas[action.slice(0, action.indexOf('.'))]
    if (area && !parts.includes(titleOf(area))) parts.push(titleOf(area), rowOf(heads), rowOf(heads.map(() => '---')))
    parts.push(rowOf(lineOf(action)))
  }
  return `${parts.join('\n')}\n`
}

const titleOf = (area: string) => `\n## ${area}`
const rowOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

function lineOf(action: Action): string[] {
  const { does, of, who, holding }: Rule = law[action]
  const as = relations.filter((relation) => who.includes(relation)).map((relation) => relation.replaceAll('_', ' '))
  const besides = holding ? `holding a role${holding.length === 1 ? `: ${holding[0]}` : ''}` : ''
  const cells = columns.map(([, actor]) => cellOf(actor, action, of === 'others' ? 'elsewhere' : 'here'))
  return [`\`${action}\``, does, of ?? 'any', ...cells, [as.join(', '), as.length > 0 ? besides : ''].filter(Boolean).join('; ')]
}

function cellOf(actor: Actor | Founder, action: Action, municipalityId: string): string {
  if (may(actor, action, { municipalityId })) return '●'
  return may(actor, action, { municipalityId, as: relations }) ? '○' : ''
}
