import 'server-only'
import pg from 'pg'
import { config } from './config'

const trustMs = 1000
const patienceMs = 1500

let pool: pg.Pool | undefined
let answeredAt = 0

/** Whether the database answers; asked at most once a second. Has a connection of its own, so that a full pool is not taken for a lost one. */
export async function databaseAnswers(): Promise<boolean> {
  if (Date.now() - answeredAt < trustMs) return true
  try {
    pool ??= newPool()
    await pool.query('SELECT 1')
    answeredAt = Date.now()
    return true
  } catch {
    return false
  }
}

function newPool(): pg.Pool {
  const made = new pg.Pool({
    connectionString: config().databaseUrl,
    max: 1,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  })
  // An idle connection that breaks is news for the next question, not a reason to stop the app.
  made.on('error', () => {})
  return made
}

/** What decides whether it is safe to serve from a database. */
export interface DatabaseFacts {
  /** The role one connects as, and what it may. */
  name: string
  isSuperuser: boolean
  stepsPast: boolean
  owns: boolean
  /** Those that have been applied. */
  migrations: string[]
  /** How many open doors lead to a provider over http. */
  httpDoors: number
}

/** Looks at a database as whoever the address connects as. */
export async function databaseFacts(connectionString: string): Promise<DatabaseFacts> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000, query_timeout: 5000 })
  await client.connect()
  try {
    const { rows } = await client.query<Omit<DatabaseFacts, 'migrations' | 'httpDoors'>>(`
      SELECT rolname AS name, rolsuper AS "isSuperuser", rolbypassrls AS "stepsPast", EXISTS (SELECT 1 FROM pg_class c
        WHERE c.relnamespace = to_regnamespace('public') AND pg_has_role(r.oid, c.relowner, 'MEMBER') AND NOT rolsuper) AS owns
      FROM pg_roles r WHERE rolname = current_user`)
    const migrations = await client
      .query<{ name: string }>('SELECT applied_migrations AS name FROM applied_migrations()')
      .catch(() => ({ rows: [] }))
    // The viewer is told for one transaction, as everywhere.
    await client.query('BEGIN')
    const doors = await client
      .query("SELECT act_as('signin', NULL, NULL, NULL)")
      .then(() =>
        client.query<{ n: number }>(
          "SELECT count(*)::int AS n FROM identity_provider WHERE status = 'approved' AND issuer LIKE 'http:%'",
        ),
      )
      .catch(() => ({ rows: [{ n: 0 }] }))
    const [role] = rows
    if (!role) throw new Error('Nobody is connected')
    return { ...role, migrations: migrations.rows.map(({ name }) => name), httpDoors: doors.rows[0]?.n ?? 0 }
  } finally {
    await client.end()
  }
}
