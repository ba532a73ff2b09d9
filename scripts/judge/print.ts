import type { Advisor } from '../../lib/platform/actor'
import { judge, meanOf } from '../../lib/search/judged/queries'
import { ownerClient } from '../../prisma/load/client'

// Reads what is shared with all municipalities, as anybody who works in one does.
const client = ownerClient(process.env.DATABASE_URL ?? '')
const { id: personId, name } = await client.person.findFirstOrThrow({
  where: { municipalityId: null, status: 'active', roles: { some: { role: 'advisor' } } },
  select: { id: true, name: true },
})
await client.$disconnect()
const advisor: Advisor = { kind: 'advisor', personId, name, roles: ['advisor'] }
const judgements = await judge(advisor)
for (const { query, score, hits } of judgements) {
  const first = hits.slice(0, 3).join(', ') || 'nothing'
  console.log(`${score.toFixed(2)}  ${query.padEnd(58)} ${score < 1 ? first : ''}`)
}
const worst = judgements.toSorted((a, b) => a.score - b.score)[0]
console.log(
  `\nnDCG@10 over ${judgements.length} queries: ${meanOf(judgements).toFixed(3)}; the worst is «${worst?.query}»: ${worst?.score.toFixed(2)}`,
)
process.exit(0)
