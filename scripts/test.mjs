// `npm test`: everything that must hold, from a bare clone. `npm test -- lint types unit e2e` runs some of it, and
// `npm test -- e2e finding sharing` those end-to-end tests whose files are named so.
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { buildApp, checkNode, generateClient, installPackages } from './steps/prepare.mjs'
import { fail, step } from './steps/progress.mjs'
import { services } from './steps/services.mjs'

const secret = 'a secret for end-to-end tests only, long enough'
const stages = ['lint', 'types', 'unit', 'e2e']
const chosen = process.argv.slice(2).filter((name) => stages.includes(name))
const specs = process.argv.slice(2).filter((name) => !stages.includes(name))
const results = []

/** Runs one stage; a failure is counted and shown, and the next stage runs all the same. */
async function stage(name, work) {
  if (chosen.length > 0 && !chosen.includes(name)) return
  console.log(`\n── ${name}`)
  const result = await work().catch((error) => {
    fail(error)
    return { passed: 0, failed: 1 }
  })
  results.push({ name, ...result })
}

/** A tool that either holds or does not counts as one test. */
async function check(name, args) {
  const { command } = await import('./steps/command.mjs')
  await command(name, args, { show: true })
  return { passed: 1, failed: 0 }
}

/** Runs a test runner that writes its figures as JSON, and reads them. A run that counted nothing has failed. */
async function counted(args, report, read, env) {
  const { command } = await import('./steps/command.mjs')
  fs.rmSync(report, { force: true })
  const ended = await command('npx', args, { show: true, env }).then(
    () => true,
    () => false,
  )
  const figures = fs.existsSync(report) ? read(JSON.parse(fs.readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  const isSilent = figures.passed + figures.failed === 0
  return isSilent || (!ended && figures.failed === 0) ? { ...figures, failed: figures.failed + 1 } : figures
}

const unit = () =>
  counted(
    ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/vitest.json'],
    'test-results/vitest.json',
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests + (report.numFailedTestSuites > 0 && report.numFailedTests === 0 ? 1 : 0),
    }),
  )

async function endToEnd() {
  const { requireBrowser } = await import('./steps/browser.mjs')
  await requireBrowser()
  await buildApp()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'delt-e2e-'))
  const { startPostgres } = await import('./postgres.mjs')
  const { prepareDatabase } = await import('./steps/database.mjs')
  const { runApp } = await import('./steps/run-app.mjs')
  const log = path.join(folder, 'printed.log')
  const running = services({ log })
  running.whenOneDies(fail)
  const postgres = await step('Starting PostgreSQL', () => startPostgres(folder, { isThrownAway: true }))
  try {
    const port = await freePort()
    const idpPortBase = await freePortRange(40)
    const origin = `http://localhost:${port}`
    const appUrl = await prepareDatabase(postgres.url('delt_e2e'), { secret, isDemo: true, appOrigin: origin, idpPortBase })
    await runApp(running, { port, appUrl, secret, isDemo: true, idpPortBase })
    const figures = await counted(
      ['playwright', 'test', ...specs],
      'test-results/playwright.json',
      ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, again: stats.flaky }),
      { E2E_ORIGIN: origin, E2E_DATABASE_URL: postgres.url('delt_e2e') },
    )
    return addTo(figures, await leavesNoTraces(postgres.url('delt_e2e'), [log, '.next/static']))
  } finally {
    await running.stop()
    postgres.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** L1: after all that the tests have done, with providers that tell national identity numbers, none is left anywhere, nor any token. */
async function leavesNoTraces(url, places) {
  const { runTypeScript } = await import('./steps/command.mjs')
  const env = { DATABASE_URL: url }
  return runTypeScript('scripts/tools/find-traces.ts', places, { env, show: true }).then(
    () => ({ passed: 1, failed: 0 }),
    () => ({ passed: 0, failed: 1 }),
  )
}

const addTo = (one, other) => ({ ...one, passed: one.passed + other.passed, failed: one.failed + other.failed })

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** A base from which so many ports in a row are free. */
async function freePortRange(length) {
  const isFree = (port) =>
    new Promise((resolve) => {
      const probe = net.createServer()
      probe.once('error', () => resolve(false))
      probe.listen(port, () => probe.close(() => resolve(true)))
    })
  for (let base = 20_000 + (process.pid % 200) * 100; ; base += length) {
    const ports = Array.from({ length }, (_, index) => base + index)
    const free = await Promise.all(ports.map(isFree))
    if (free.every(Boolean)) return base
  }
}

checkNode()
await installPackages()
await generateClient()
await stage('lint', () => check('npx', ['biome', 'check', '.']))
await stage('types', () => check('npx', ['tsc', '--noEmit']))
await stage('unit', unit)
await stage('e2e', endToEnd)

console.log('')
for (const { name, passed, failed, again } of results) {
  const hint = again ? `, ${again} of them at the second try: see «flaky» above` : ''
  console.log(`  ${failed ? '✗' : '✓'} ${name}: ${passed} passed${hint}, ${failed} failed`)
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
process.exitCode = total('failed') > 0 ? 1 : 0
console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
