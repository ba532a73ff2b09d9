import { keyringOf } from '../../lib/platform/vault'
import { ownerClient } from '../../prisma/load/client'
import { keysInUse, rotateSecrets } from './rotate-secrets'

// `npm run secrets`: which keys the stored secrets rest on. `npm run secrets -- rotate`: hides all of them anew with the first key of SECRETS_KEYS.

const keyring = keyringOf(process.env.SECRETS_KEYS, process.env.AUTH_SECRET ?? '')
const prisma = ownerClient(process.env.DATABASE_URL ?? '')
try {
  if (process.argv[2] === 'rotate')
    console.log(`✓ ${await rotateSecrets(prisma, keyring)} secrets now rest on «${keyring.current}».`)
  for (const [key, count] of await keysInUse(prisma))
    console.log(`  «${key}»: ${count}${keyring.keys.has(key) ? '' : '  ← is not in SECRETS_KEYS'}`)
} catch (error) {
  console.error(`✗ ${(error as Error).message}`)
  process.exitCode = 1
} finally {
  await prisma.$disconnect()
}
