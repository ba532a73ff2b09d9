// `npm run audit`, `npm run reindex`, `npm run secrets -- rotate`: what the operator does at the database, as its owner. `DATABASE_URL`, or the one `npm start` made.
// `npm run access` needs none.
import fs from 'node:fs'
import { runTypeScript } from './steps/command.mjs'
import { secretOf } from './steps/prepare.mjs'
import { fail } from './steps/progress.mjs'

const [name, ...args] = process.argv.slice(2)

async function ownDatabase() {
  if (!fs.existsSync('.data/pg')) throw new Error('DATABASE_URL is not set, and there is no database of `npm start` here.')
  const { startPostgres } = await import('./postgres.mjs')
  return startPostgres('.data/pg')
}

const needsDatabase = name !== 'access'
const postgres = needsDatabase && !process.env.DATABASE_URL ? await ownDatabase().catch(fail) : null
if (needsDatabase && !process.env.DATABASE_URL && !postgres) process.exit(2)
const env = needsDatabase
  ? { DATABASE_URL: process.env.DATABASE_URL ?? postgres.url('delt'), AUTH_SECRET: secretOf('.data') }
  : {}
await runTypeScript(`scripts/tools/${name}.ts`, args, { env, show: true }).catch(() => {
  process.exitCode = 1
})
postgres?.stop()
