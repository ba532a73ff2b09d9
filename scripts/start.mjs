// `npm start` and `npm run dev`: from a bare clone to a running Delt.
import { buildApp, checkNode, generateClient, installPackages, secretOf } from './steps/prepare.mjs'
import { fail, Mendable, step } from './steps/progress.mjs'
import { requireFreePort, services } from './steps/services.mjs'

const isDev = process.argv.includes('--dev')
const port = Number(process.env.PORT || 3000)
const idpPortBase = Number(process.env.IDP_PORT_BASE || 4400)
const ownDatabase = process.env.DATABASE_URL
// Real municipalities' providers and demo people never meet: an own server holds no demo unless it is asked for.
const isDemo = process.env.DELT_DEMO ? process.env.DELT_DEMO === '1' : !ownDatabase

const running = services()
let postgres

async function stop(code) {
  await running.stop()
  postgres?.stop()
  process.exit(code)
}

async function main() {
  checkNode()
  await requireFreePort(port, `Stop that program, or choose another port: PORT=${port + 1} npm start`)
  if (isDemo)
    await requireFreePort(
      idpPortBase,
      `Stop that program, or move the local identity providers: IDP_PORT_BASE=${idpPortBase + 100} npm start`,
    )
  await installPackages()
  const secret = secretOf('.data')
  if (ownDatabase && !process.env.AUTH_SECRET && !isDemo) {
    throw new Mendable(
      'AUTH_SECRET is not set.',
      'Set it to a long random text (openssl rand -hex 32), the same for every instance.',
    )
  }
  await checkEnvironment(secret)
  await generateClient()
  if (!ownDatabase) {
    const { startPostgres } = await import('./postgres.mjs')
    postgres = await step('Starting PostgreSQL', () => startPostgres('.data/pg'))
  }
  const { prepareDatabase } = await import('./steps/database.mjs')
  const databaseUrl = ownDatabase ?? postgres.url('delt')
  const appOrigin = process.env.APP_ORIGIN || `http://localhost:${port}`
  const appUrl = await prepareDatabase(databaseUrl, { secret, isDemo, appOrigin, idpPortBase })
  if (!isDev) await buildApp()
  const { runApp } = await import('./steps/run-app.mjs')
  const origin = await runApp(running, { port, appUrl, secret, isDemo, idpPortBase, isDev, show: true })
  console.log(`\n  Delt runs at ${origin}\n`)
  if (isDemo) await printDemoPeople(origin)
  console.log('  Ctrl-C stops everything it started.\n')
}

/** Everything that is wrong with the environment at once, before anything is migrated, built or started. */
async function checkEnvironment(secret) {
  const env = {
    AUTH_SECRET: secret,
    APP_ORIGIN: process.env.APP_ORIGIN || `http://localhost:${port}`,
    DELT_DEMO: isDemo ? '1' : '0',
    NODE_ENV: isDev ? 'development' : 'production',
  }
  const { runTypeScript } = await import('./steps/command.mjs')
  await runTypeScript('scripts/tools/check-environment.ts', [], { env }).catch((error) => {
    const lines = error.message.split('\n').filter((line) => line.startsWith('Delt does not start: '))
    if (lines.length === 0) throw error
    throw new Mendable(lines.join('\n'), 'Mend these (.env.example tells what each is), then run it again.')
  })
}

async function printDemoPeople(origin) {
  const { runTypeScript } = await import('./steps/command.mjs')
  console.log(await runTypeScript('scripts/demo-people.ts', [origin]))
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0))
running.whenOneDies((error) => {
  fail(error)
  stop(1)
})

main().catch((error) => {
  fail(error)
  stop(1)
})
