import { ownerClient } from '../../prisma/load/client'
import { verifyAudit } from './verify-audit'

// `npm run audit [-- number:hash]`: verifies the chain of the trail, and that an entry noted earlier is still the same.

const [noted] = process.argv.slice(2)
const prisma = ownerClient(process.env.DATABASE_URL ?? '')
const { faults, head } = await verifyAudit(prisma, noted).finally(() => prisma.$disconnect())
for (const fault of faults) console.error(`✗ ${fault}`)
if (faults.length === 0) console.log(`✓ The trail holds: ${head?.number ?? 0} entries.`)
if (head) console.log(`  Note this somewhere else, to find out later if the end is cut off: ${head.number}:${head.hash}`)
process.exitCode = faults.length > 0 ? 1 : 0
