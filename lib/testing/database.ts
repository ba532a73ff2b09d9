import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { openAppDoor } from '../../scripts/migrate.mjs'

// Every test file has a database of its own, copied from the template in a tenth of a second.
const serverUrl = inject('serverUrl')
const database = `delt_${process.pid}_${Date.now()}`

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl.replace('DATABASE', 'postgres') })
  await client.connect()
  try {
    // One copy at a time: PostgreSQL refuses to copy a template that another session is using.
    await client.query('SELECT pg_advisory_lock(1)')
    await client.query(sql)
  } finally {
    await client.end()
  }
}

await onServer(`CREATE DATABASE ${database} TEMPLATE delt_template`)
process.env.DATABASE_URL = serverUrl.replace('DATABASE', database)
process.env.DATABASE_APP_URL = await openAppDoor(process.env.DATABASE_URL, inject('authSecret'))
process.env.AUTH_SECRET = inject('authSecret')
process.env.DELT_DEMO = '1'

afterAll(() => onServer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`))
