import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { follow } from '@/lib/following/commands'
import { tell } from '@/lib/news/commands'
import { transaction } from '@/lib/platform/db'
import { makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { type MailServer, mailServer } from '@/lib/testing/mail-server'
import { prepareQueue } from '../../scripts/steps/queue.mjs'

// A real worker in a process of its own, on the database of this file, handing letters to a mail server of its own.

let mail: MailServer
const workers: ChildProcess[] = []

function startWorker(): ChildProcess {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'scripts/worker/main.ts'], {
    env: { ...process.env, MAIL_SMTP_URL: mail.url, NODE_ENV: 'production' },
    stdio: 'ignore',
  })
  workers.push(child)
  return child
}

async function kill(worker: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => worker.once('exit', resolve))
  worker.kill('SIGKILL')
  await gone
}

const patience = { timeout: 200_000, interval: 200 }

beforeAll(async () => {
  await prepareQueue(process.env.DATABASE_URL ?? '')
  mail = await mailServer()
})

afterAll(async () => {
  await Promise.all(workers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).map(kill))
  mail.close()
})

/** People who follow a report at a cadence, and three pieces of news about it. */
async function begin(count: number, cadence: 'immediately' | 'daily', name: string) {
  const kari = await makeStaff()
  const report = await makeReport(kari, await makeProject(kari))
  const readers: { personId: string; address: string }[] = []
  for (let index = 0; index < count; index += 1) {
    const reader = await makeStaff({ municipality: kari.municipality, name: `Leser ${index}` })
    const address = `${name}${index}@fagervik.example`
    await owner().person.update({ where: { id: reader.personId }, data: { email: address } })
    const settings = { questions: cadence, work: cadence, upkeep: cadence, followed: cadence, searches: cadence }
    await owner().newsSettings.create({ data: { personId: reader.personId, ...settings } })
    await follow(reader, { kind: 'report', subject: report.id })
    readers.push({ personId: reader.personId, address })
  }
  const news = { kind: 'report_revised' as const, reportId: report.id }
  for (let times = 0; times < 3; times += 1) await transaction(kari, (tx) => tell(tx, kari, news))
  return { readers }
}

const lettersTo = (readers: { personId: string }[]) =>
  owner().letter.findMany({ where: { personId: { in: readers.map(({ personId }) => personId) } } })

/** Everybody has had one letter of all three pieces of news, and no letter came twice. */
async function expectToldOnce(readers: { personId: string; address: string }[]): Promise<void> {
  const addresses = new Set(readers.map(({ address }) => address))
  const taken = mail.taken.filter(({ to }) => addresses.has(to))
  expect(taken.map(({ to }) => to).sort()).toEqual([...addresses].sort())
  expect(new Set(taken.map(({ id }) => id)).size).toBe(readers.length)
  const notices = await owner().notice.findMany({ where: { personId: { in: readers.map(({ personId }) => personId) } } })
  expect(notices).toHaveLength(3 * readers.length)
  expect(new Set(notices.map(({ letterId }) => letterId)).size).toBe(readers.length)
  expect(notices.filter(({ letterId }) => letterId === null)).toEqual([])
}

const allAreSent = async (readers: { personId: string }[]) => {
  const letters = await lettersTo(readers)
  return letters.length === readers.length && letters.every(({ sentAt }) => sentAt !== null)
}

test('a worker killed while it writes has told nothing twice and lost nothing: the next one tells the rest', async () => {
  const { readers } = await begin(6, 'immediately', 'leser')
  const [blocked] = readers
  // The first worker is stopped in the very writing of one letter: what it wrote of it is held back by a lock on the notices it settles.
  await owner().$transaction(
    async (lock) => {
      await lock.$executeRaw`SELECT 1 FROM notice WHERE person_id = ${blocked?.personId}::uuid FOR UPDATE`
      const first = startWorker()
      await vi.waitUntil(async () => {
        const [row] = await owner().$queryRaw<[{ waiting: number }]>`
          SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%notice%'`
        return row.waiting > 0
      }, patience)
      await kill(first)
    },
    { timeout: 210_000 },
  )
  expect((await lettersTo(readers)).length).toBeLessThan(6)
  const second = startWorker()
  await vi.waitUntil(() => allAreSent(readers), patience)
  await expectToldOnce(readers)
  await kill(second)
}, 450_000)

test('a worker killed while it hands over a digest has sent nobody two, and the digest that was due while none ran is sent', async () => {
  const { readers } = await begin(24, 'daily', 'samlet')
  // Nobody began the round of this morning.
  await owner().letterRound.updateMany({ data: { dueAt: new Date('2026-01-01') } })
  // The mail server has some of the letters, and is silent on the next ones when the worker is killed.
  const silent = new Set<string>()
  mail.beforeTaking = (to) => {
    if (mail.taken.filter(({ to: one }) => one.startsWith('samlet')).length < 8) return Promise.resolve()
    silent.add(to)
    return new Promise(() => {})
  }
  const first = startWorker()
  await vi.waitUntil(() => silent.size > 0, patience)
  await kill(first)
  mail.beforeTaking = async () => {}

  startWorker()
  await vi.waitUntil(async () => (await lettersTo(readers)).filter(({ sentAt }) => sentAt !== null).length >= 20, patience)
  // What the first had in its hands is nobody else's until its hold has run out.
  expect(mail.taken.filter(({ to }) => silent.has(to))).toEqual([])
  await owner().letter.updateMany({ where: { sentAt: null }, data: { heldUntil: new Date('2026-01-01') } })
  await vi.waitUntil(() => allAreSent(readers), patience)
  await expectToldOnce(readers)
}, 450_000)
