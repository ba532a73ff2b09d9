import 'server-only'
import fs from 'node:fs'
import path from 'node:path'
import { databaseUrlOf, environmentFaults } from './config'
import { type DatabaseFacts, databaseFacts } from './database-health'

/** All that makes it unsafe to start, a line each and all at once: a mistaken environment, and a database that is not what it should be. */
export async function startFaults(env: Record<string, string | undefined>): Promise<string[]> {
  const url = databaseUrlOf()
  // A database that is away is told on every page, and may come back; a role that may too much does not.
  const facts = url ? await databaseFacts(url).catch(() => null) : null
  return [...environmentFaults(env), ...(facts ? databaseFaults(facts, env.DELT_DEMO === '1') : [])]
}

/** What is wrong with the database and with how it is connected to. */
export function databaseFaults(facts: DatabaseFacts, isDemo: boolean): string[] {
  const { httpDoors } = facts
  return [
    ...powerFaults(facts),
    ...migrationFaults(facts.migrations, knownMigrations()),
    // The doors of the demo lead to providers without passwords. Where real people sign in, none may be open.
    ...(httpDoors > 0 && !isDemo
      ? [`identity_provider: ${httpDoors} open doors lead to a provider over http, as those of the demo do; close them`]
      : []),
  ]
}

/** Why a role may not serve pages. */
export function powerFaults(role: Omit<DatabaseFacts, 'migrations' | 'httpDoors'>): string[] {
  const { name, isSuperuser, stepsPast, owns } = role
  const may = [isSuperuser && 'is a superuser', stepsPast && 'steps past row-level security', owns && 'owns tables'].filter(
    Boolean,
  )
  return may.map((power) => `DATABASE_APP_URL: the role ${name} ${power}; use one that owns nothing`)
}

/** Those that this version of the program counts on, and the database has not been given. */
export function migrationFaults(applied: readonly string[], known: readonly string[]): string[] {
  const missing = known.filter((name) => !applied.includes(name))
  if (missing.length === 0) return []
  return [
    `DATABASE_APP_URL: ${missing.length} migrations are missing, the first is ${missing[0]}; apply them as the owner (npm start)`,
  ]
}

function knownMigrations(): string[] {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'prisma', 'migrations')
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .filter((name) => /^\d{14}_/.test(name))
    .sort()
}
