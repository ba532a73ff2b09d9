import { ownerClient } from '../../prisma/load/client'
import { reindex } from '../../prisma/load/reindex'

// `npm run reindex`: after a change of what the search knows of words, so that what was indexed before is found by them too.

const prisma = ownerClient(process.env.DATABASE_URL ?? '')
console.log(`✓ ${await reindex(prisma).finally(() => prisma.$disconnect())}.`)
