import 'server-only'
import packageJson from '@/package.json'
import { visitor } from './actor'
import { read } from './db'

export interface Health {
  version: string
  database: 'up' | 'down'
  /** The migrations that have been applied, oldest first. */
  migrations: string[]
}

/** How the app is: whether it reaches its database, and what that database has been migrated to. */
export async function health(): Promise<Health> {
  const { version } = packageJson
  const applied = await read(
    visitor,
    (tx) => tx.$queryRaw<{ name: string }[]>`SELECT applied_migrations AS name FROM applied_migrations()`,
  ).catch(() => null)
  return { version, database: applied ? 'up' : 'down', migrations: applied?.map(({ name }) => name) ?? [] }
}
