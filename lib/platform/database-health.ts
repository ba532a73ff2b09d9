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
