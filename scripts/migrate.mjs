// Applies prisma/migrations with nothing but `pg`, recorded as Prisma's own engine records them, and opens the door for the app's role.
import { createHash, createHmac, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** The advisory lock of Prisma's own engine, so that both keep out of each other's way. */
const prismaLock = 72707369
const appRole = 'delt_app'

/** Connects; a database that does not exist is made first. */
async function connect(url) {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return client
  } catch (error) {
    if (error.code !== '3D000') throw error
    await createDatabase(url)
    const second = new pg.Client({ connectionString: url })
    await second.connect()
    return second
  }
}

async function createDatabase(url) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  const server = new URL(url)
  server.pathname = '/postgres'
  const admin = new pg.Client({ connectionString: server.toString() })
  await admin.connect()
  try {
    await admin.query(`CREATE DATABASE ${admin.escapeIdentifier(name)}`)
  } catch (error) {
    const madeMeanwhile = ['42P04', '23505'].includes(error.code)
    if (!madeMeanwhile) throw error
  } finally {
    await admin.end()
  }
}

/** Applies what is missing, in order, each once. Gives the names of those applied now. Throws at the first that fails. */
export async function migrate(url, folder = 'prisma/migrations') {
  const client = await connect(url)
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock])
    await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id VARCHAR(36) PRIMARY KEY, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
      logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`)
    const { rows } = await client.query(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    )
    const done = new Map(rows.map((row) => [row.migration_name, row]))
    const applied = []
    for (const { name, sql, checksum } of readMigrations(folder)) {
      const row = done.get(name)
      if (row && !row.finished_at) throw new Error(`Migration ${name} failed earlier. Mend it, then: npx prisma migrate resolve`)
      if (row && row.checksum !== checksum)
        throw new Error(`Migration ${name} was changed after it was applied. Undo the change and add a new one.`)
      if (row) continue
      await apply(client, name, sql, checksum)
      applied.push(name)
    }
    return applied
  } finally {
    await client.end()
  }
}

function readMigrations(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** One transaction a migration: it is there whole and recorded, or not at all. */
async function apply(client, name, sql, checksum) {
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)',
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${name}: ${error.message}`)
  }
}

/**
 * Lets the app's role sign in to this database with a password that follows from the secret, so that every instance with the
 * same secret knows it. Gives the app's connection address.
 */
export async function openAppDoor(url, secret) {
  const password = createHmac('sha256', secret).update(appRole).digest('hex')
  const client = await connect(url)
  try {
    const name = decodeURIComponent(new URL(url).pathname.slice(1))
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock])
    await client.query(`ALTER ROLE ${appRole} LOGIN PASSWORD '${password}'`)
    await client.query(`GRANT CONNECT ON DATABASE ${client.escapeIdentifier(name)} TO ${appRole}`)
    // A database that was copied from another has not its rights.
    await client.query(`REVOKE TEMPORARY ON DATABASE ${client.escapeIdentifier(name)} FROM PUBLIC`)
  } finally {
    await client.end()
  }
  const app = new URL(url)
  app.username = appRole
  app.password = password
  return app.toString()
}
