import type { Tx } from '@/lib/platform/db'
import { ownerClient } from './load/client'
import { registerSteps } from './load/register'
import { reindexWhereOutdated, rememberWords } from './load/reindex'

/**
 * `node --conditions=react-server --import tsx prisma/load.ts register demo`: brings the register up to date and loads the
 * demo content once, as the owner of the tables. All of it comes in, or nothing.
 */
const known = ['register', 'demo']
const wanted = process.argv.slice(2)
const url = process.env.DATABASE_URL

if (wanted.length === 0 || wanted.some((name) => !known.includes(name)) || !url) {
  console.error('Usage: DATABASE_URL=… node --conditions=react-server --import tsx prisma/load.ts [register] [demo]')
  process.exit(2)
}

/** Read only when asked for: a real installation has no use for the demo. */
async function demo(tx: Tx): Promise<string> {
  const { loadDemo } = await import('./load/demo')
  return loadDemo(tx, { secret: process.env.AUTH_SECRET ?? '', now: new Date() })
}

const prisma = ownerClient(url)
try {
  const isNew = (await prisma.searchDocument.count()) === 0
  await prisma.$transaction(
    async (tx) => {
      if (wanted.includes('register')) for (const step of registerSteps) console.log(await step(tx))
      if (wanted.includes('demo')) console.log(await demo(tx))
    },
    { maxWait: 10_000, timeout: 120_000 },
  )
  if (isNew) await rememberWords(prisma)
  else console.log((await reindexWhereOutdated(prisma)) ?? 'The search knows the same words as before')
} finally {
  await prisma.$disconnect()
}
