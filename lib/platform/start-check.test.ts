import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { owner } from '@/lib/testing/builders'
import { makeDoor } from '@/lib/testing/sign-in'
import { environmentFaults, productionFaults } from './config'
import { databaseFacts } from './database-health'
import { databaseFaults, migrationFaults, powerFaults, startFaults } from './start-check'

const chance = (seed: string) => Buffer.from(`${seed}-0f9a7c3be1d25864`.repeat(3)).toString('base64url').slice(0, 44)
const sound = {
  NODE_ENV: 'production',
  DELT_DEMO: '0',
  DATABASE_APP_URL: 'postgresql://delt_app@db.example/delt',
  APP_ORIGIN: 'https://delt.example',
  AUTH_SECRET: chance('a'),
  SECRETS_KEYS: `2026:${chance('b')}`,
}

describe('R2 production', () => {
  test('starts when it is set up', () => expect(environmentFaults(sound)).toEqual([]))

  test.each<[string, string | undefined]>([
    ['APP_ORIGIN', 'http://delt.example'],
    ['APP_ORIGIN', 'http://localhost:3000'],
    ['APP_ORIGIN', undefined],
    ['AUTH_SECRET', undefined],
    ['AUTH_SECRET', 'short'],
    ['AUTH_SECRET', 'a'.repeat(40)],
    ['AUTH_SECRET', 'my secret password that is long enough for it'],
    ['SECRETS_KEYS', undefined],
    ['SECRETS_KEYS', 'nonsense'],
    ['SECRETS_KEYS', `2026:${'k'.repeat(40)}`],
    ['SECRETS_KEYS', `2026:${sound.AUTH_SECRET}`],
    ['DATABASE_APP_URL', undefined],
    ['FILES_S3_BUCKET', 'only-a-name'],
    ['FILES_CLAMAV', 'clamav'],
    ['MAIL_SMTP_URL', 'http://mail.example'],
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0'],
    ['NODE_OPTIONS', '--inspect=0.0.0.0:9229'],
    ['NEXTAUTH_DEBUG', '1'],
    ['AUTH_DEBUG', '1'],
    ['AUTH_TRUST_HOST', '1'],
  ])('does not start with %s as %s, and says so in one line', (name, value) => {
    expect(environmentFaults({ ...sound, [name]: value })).toEqual([expect.stringContaining(name.replace('S3_BUCKET', 'S3'))])
  })

  test('is not the demo: its doors have no passwords, and stay on this machine', () => {
    expect(environmentFaults({ ...sound, DELT_DEMO: '1' })).toEqual([expect.stringMatching(/^DELT_DEMO: /)])
    expect(productionFaults({ NODE_ENV: 'production', DELT_DEMO: '1', APP_ORIGIN: 'http://localhost:3000' })).toEqual([])
  })

  test('says every fault at once, a line each', () => {
    const faults = environmentFaults({ NODE_ENV: 'production', AUTH_SECRET: 'x', AUTH_DEBUG: '1', FILES_MAX_MEGABYTES: '0' })
    const names = ['DATABASE_APP_URL', 'AUTH_SECRET', 'FILES_MAX_MEGABYTES', 'APP_ORIGIN', 'SECRETS_KEYS', 'NEXTAUTH_DEBUG']
    for (const name of names) expect(faults.filter((fault) => fault.startsWith(name)).length, name).toBeGreaterThan(0)
    expect(faults.filter((fault) => fault.includes('\n'))).toEqual([])
  })

  test.each([
    ['npm start', ['scripts/start.mjs'], 'DATABASE_URL'],
    ['the worker', ['--conditions=react-server', '--import', 'tsx', 'scripts/worker/main.ts'], 'DATABASE_APP_URL'],
  ])(
    '%s ends at once with all of them, and starts nothing',
    (_, args, database) => {
      const env = {
        ...{ PATH: process.env.PATH, HOME: process.env.HOME, PORT: '39871', NODE_ENV: 'production' as const },
        ...{ [database]: 'postgresql://nobody@127.0.0.1:1/none', AUTH_SECRET: 'a'.repeat(40), AUTH_DEBUG: '1', DELT_DEMO: '0' },
      }
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8', timeout: 60_000 })
      const said = `${stdout}${stderr}`
      expect(status).toBe(1)
      for (const name of ['AUTH_SECRET', 'APP_ORIGIN', 'SECRETS_KEYS', 'NEXTAUTH_DEBUG'])
        expect(said).toContain(`Delt does not start: ${name}`)
      expect(said).not.toMatch(/migrations|Building|ready|worker started/i)
    },
    90_000,
  )
})

test('R2 does not start where people sign in while a door of the demo is open', async () => {
  const { provider } = await makeDoor()
  const facts = await databaseFacts(process.env.DATABASE_APP_URL ?? '')
  expect(databaseFaults(facts, false)).toEqual([expect.stringContaining('lead to a provider over http')])
  expect(databaseFaults(facts, true)).toEqual([])
  await owner().identityProvider.updateMany({ where: { issuer: { startsWith: 'http:' } }, data: { status: 'disabled' } })
  expect(databaseFaults(await databaseFacts(process.env.DATABASE_APP_URL ?? ''), false)).toEqual([])
  expect(provider.issuer).toMatch(/^http:/)
})

test('R2 does not start on a database that lacks migrations', () => {
  expect(migrationFaults(['1_a', '2_b'], ['1_a', '2_b'])).toEqual([])
  expect(migrationFaults(['1_a', '3_newer'], ['1_a', '2_b'])).toEqual([expect.stringContaining('2_b')])
  expect(migrationFaults([], ['1_a', '2_b'])).toEqual([expect.stringContaining('2 migrations')])
})

describe('A4 the role of the database', () => {
  const harmless = { name: 'delt_app', isSuperuser: false, stepsPast: false, owns: false }
  test('that the app comes with may nothing past row-level security', async () =>
    expect(await startFaults({ ...sound, ...process.env, NODE_ENV: 'test' })).toEqual([]))
  test('that owns the tables keeps the app from starting', async () => {
    expect(databaseFaults(await databaseFacts(process.env.DATABASE_URL ?? ''), true)).toEqual([
      expect.stringContaining('superuser'),
      expect.stringContaining('row-level security'),
    ])
  })
  test.each(['isSuperuser', 'stepsPast', 'owns'])('that %s keeps the app from starting', (power) => {
    expect(powerFaults(harmless)).toEqual([])
    expect(powerFaults({ ...harmless, [power]: true })).toHaveLength(1)
  })
})
