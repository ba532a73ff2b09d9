import 'server-only'
import PgBoss from 'pg-boss'
import { config } from './config'
import { logFault, logInfo } from './log'

/** A kind of work done in the background: when, if by the clock (Norwegian time), and how. */
export interface Job {
  name: string
  /** A cron expression. */
  cron?: string
  /** Whether it is also done when a worker starts: what was due while none ran. */
  atStart?: boolean
  /** How many are done at a time by one worker. */
  atATime?: number
  run: (data: Record<string, string>, send: Send) => Promise<void>
}

/** Asks for work to be done once, soon. What already waits or is being done under the same key is not asked for twice. */
export type Send = (name: string, key: string, data: Record<string, string>) => Promise<void>

/** How a job that fails is tried again: five times, later and later. */
const retries = { retryLimit: 5, retryDelay: 15, retryBackoff: true, expireInSeconds: 120 }

/** Starts doing the jobs, beside any other worker on the same database. Gives what stops it, letting what has begun finish. */
export async function startWorker(jobs: Job[], databaseUrl = config().databaseUrl): Promise<() => Promise<void>> {
  // The tables were made when the database was prepared: this role may not make any.
  const boss = new PgBoss({
    connectionString: databaseUrl,
    migrate: false,
    max: 4,
    cronMonitorIntervalSeconds: 15,
    cronWorkerIntervalSeconds: 2,
  })
  boss.on('error', (error) => logFault(error, { worker: 'queue' }))
  await boss.start()
  const send: Send = async (name, key, data) => {
    await boss.send(name, data, { ...retries, singletonKey: key })
  }
  for (const { name, run, cron, atStart, atATime = 1 } of jobs) {
    for (let hand = 0; hand < atATime; hand += 1) await begin(boss, name, (data) => run(data, send))
    if (cron) await boss.schedule(name, cron, {}, { ...retries, tz: 'Europe/Oslo' })
    if (atStart) await send(name, 'start', {})
  }
  logInfo('worker started', { jobs: jobs.length })
  return () => boss.stop({ graceful: true, timeout: 10_000 })
}

/** Looks for work every other second, and at once when some has been done: there may be more. */
async function begin(boss: PgBoss, name: string, run: (data: Record<string, string>) => Promise<void>): Promise<void> {
  const hand = await boss.work<Record<string, string>>(name, { pollingIntervalSeconds: 2 }, async ([job]) => {
    if (!job) return
    await doing(name, () => run(job.data ?? {}))
    boss.notifyWorker(hand)
  })
}

/** What fails is logged under a reference, and tried again by the queue. */
async function doing(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    logFault(error, { job: name })
    throw error
  }
}
