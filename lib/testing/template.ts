import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate, openAppDoor } from '../../scripts/migrate.mjs'
import { startPostgres } from '../../scripts/postgres.mjs'
import { runTypeScript } from '../../scripts/steps/command.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the server, as its owner, with `DATABASE` where a database's name belongs. */
    serverUrl: string
    authSecret: string
  }
}

const authSecret = 'a secret for tests only, long enough to be accepted'

/** One server for the whole run, with a migrated database that each worker copies. `TEST_SERVER_URL` names another server to use. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'delt-test-'))
  const server = process.env.TEST_SERVER_URL ? null : startPostgres(folder, { isThrownAway: true })
  const urlOf = (database: string) => process.env.TEST_SERVER_URL?.replace('DATABASE', database) ?? server?.url(database) ?? ''
  await migrate(urlOf('delt_template'))
  await openAppDoor(urlOf('delt_template'), authSecret)
  await runTypeScript('prisma/load.ts', ['register'], { env: { DATABASE_URL: urlOf('delt_template'), AUTH_SECRET: authSecret } })
  project.provide('serverUrl', urlOf('DATABASE'))
  project.provide('authSecret', authSecret)
  return () => {
    server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
