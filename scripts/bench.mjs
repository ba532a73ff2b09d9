// `npm run bench`: how long the heaviest pages of the portfolio take with very many projects, and what an export holds in memory.
// PROJECTS says how many (100 000 unless told). Prints what it measures; asserts nothing, since times depend on the machine.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate, openAppDoor } from './migrate.mjs'
import { startPostgres } from './postgres.mjs'
import { runTypeScript } from './steps/command.mjs'

const projects = Number(process.env.PROJECTS ?? 100_000)
const secret = 'a secret that only this measurement uses, and only here'
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'delt-bench-'))
const postgres = await startPostgres(folder)
try {
  const url = postgres.url('delt_bench')
  await migrate(url)
  const appUrl = await openAppDoor(url, secret)
  const env = { DATABASE_URL: url, DATABASE_APP_URL: appUrl, AUTH_SECRET: secret, IDP_PORT_BASE: '29000' }
  await runTypeScript('prisma/load.ts', ['register'], { env })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const started = Date.now()
  await client.query(fs.readFileSync('scripts/bench/generate.sql', 'utf8').replaceAll('$PROJECTS$', String(projects)))
  await client.end()
  console.log(`${projects} projects made in ${Math.round((Date.now() - started) / 1000)} s\n`)
  await runTypeScript('scripts/bench/measure.ts', [], { env, show: true })
} finally {
  postgres.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
