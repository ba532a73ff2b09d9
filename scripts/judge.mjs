// `npm run judge`: how well the search answers the judged queries of lib/search/judged, on a database of its own with the demo content.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startPostgres } from './postgres.mjs'
import { runTypeScript } from './steps/command.mjs'
import { prepareDatabase } from './steps/database.mjs'

const secret = 'a secret that only this measurement uses, and only here'
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'delt-judge-'))
const postgres = await startPostgres(folder)
try {
  const url = postgres.url('delt_judge')
  const appUrl = await prepareDatabase(url, { secret, isDemo: true, appOrigin: 'http://localhost:3000', idpPortBase: 29000 })
  const env = { DATABASE_URL: url, DATABASE_APP_URL: appUrl, AUTH_SECRET: secret, DELT_DEMO: '1' }
  await runTypeScript('scripts/judge/print.ts', [], { env, show: true })
} finally {
  postgres.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
