// Everything between a bare clone and something that can run: packages, secret, generated client, build.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { command } from './command.mjs'
import { hashOf, isChanged, remember } from './hash.mjs'
import { Mendable, step } from './progress.mjs'

const lockMark = 'node_modules/.delt-lock-hash'
const schemaMark = 'generated/.schema-hash'
const buildMark = '.next/.source-hash'

/** Stops early where nothing later can work. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Mendable(
      `Delt needs Node.js 20.19 or newer; this is ${process.versions.node}.`,
      'Install a newer one from nodejs.org, then run it again.',
    )
  }
}

/** Installs the packages when there are none, or when the lock file has changed. */
export async function installPackages() {
  const hash = hashOf(['package-lock.json'])
  if (!isChanged(lockMark, hash)) return
  await step('Installing packages', async () => {
    try {
      await command('npm', ['ci', '--no-audit', '--no-fund'])
    } catch (error) {
      throw new Mendable(`npm ci failed.\n${error.message}`, 'Check the network and the registry (npm ping), then run it again.')
    }
    remember(lockMark, hash)
  })
}

/** The secret that sessions and stored keys rest on: from the environment, else one made once and kept beside the data. */
export function secretOf(folder) {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET
  const file = `${folder}/secret`
  if (!fs.existsSync(file)) {
    fs.mkdirSync(folder, { recursive: true })
    fs.writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  }
  return fs.readFileSync(file, 'utf8').trim()
}

/** Generates the database client when the schema has changed. */
export async function generateClient() {
  const hash = hashOf(['prisma/schema', 'package-lock.json'])
  if (!isChanged(schemaMark, hash) && fs.existsSync('generated/prisma/client.ts')) return
  await step('Generating the database client', () => command('npx', ['prisma', 'generate']))
  remember(schemaMark, hash)
}

/** Builds the app when anything it is made of has changed. */
export async function buildApp() {
  const hash = hashOf([
    'app',
    'components',
    'lib',
    'messages',
    'public',
    'prisma/schema',
    'proxy.ts',
    'next.config.ts',
    'postcss.config.mjs',
    'tsconfig.json',
    'package-lock.json',
  ])
  if (!isChanged(buildMark, hash)) return
  await step('Building the app', () =>
    command('npx', ['next', 'build'], { env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' } }),
  )
  remember(buildMark, hash)
}
