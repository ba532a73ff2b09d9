// The tables of the job queue: made by the owner of the database, used by the role of the app.
import pg from 'pg'
import PgBoss from 'pg-boss'

export const queues = [
  ...['letters-immediately', 'letters-daily', 'letters-weekly', 'letter-write', 'letter-deliver', 'letters-unsent'],
  ...['searches', 'upkeep', 'retention'],
]

/** Brings the queue's tables to today's state. Safe beside a running worker, and again. */
export async function prepareQueue(url) {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: true, max: 2 })
  await boss.start()
  // 'short': what already waits under the same key is not asked for twice.
  for (const name of queues) await boss.createQueue(name, { name, policy: name.startsWith('letter-') ? 'short' : 'standard' })
  await boss.stop({ graceful: false, close: true, wait: true })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`GRANT USAGE ON SCHEMA pgboss TO delt_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO delt_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO delt_app`)
  } finally {
    await client.end()
  }
}
