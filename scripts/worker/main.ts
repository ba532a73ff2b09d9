// The worker: writes and hands over letters, searches on behalf of those who saved a search, and asks for what is due.
import type { Cadence } from '../../generated/prisma/enums'
import { remindOfAdvice } from '../../lib/advice/commands'
import { writeLetter } from '../../lib/letters/commands'
import { deliverLetter, giveUpLetters } from '../../lib/letters/delivery/commands'
import { unsentLetters } from '../../lib/letters/delivery/queries'
import { peopleToWriteTo } from '../../lib/letters/queries'
import { noteRound } from '../../lib/letters/rounds/commands'
import { roundDue } from '../../lib/letters/rounds/queries'
import type { GatheringCadence } from '../../lib/letters/rounds/rules'
import { type Job, type Send, startWorker } from '../../lib/platform/jobs'
import { startFaults } from '../../lib/platform/start-check'
import { passOnQuestions } from '../../lib/questions/commands'
import { clearOutdated, removeDeleted } from '../../lib/retention/commands'
import { searchFor } from '../../lib/search/saved/commands'
import { peopleToSearchFor } from '../../lib/search/saved/queries'
import { askForUpkeep } from '../../lib/upkeep/commands'

type LetterCadence = Exclude<Cadence, 'off'>

/** Asks for the letters of a round: each person's is a job of its own, so that one that fails stops nobody else's. */
async function askForLetters(send: Send, cadence: LetterCadence, since = ''): Promise<void> {
  for (const personId of await peopleToWriteTo(cadence))
    await send('letter-write', `${cadence}:${personId}`, { personId, cadence, since })
}

/** Looked for every minute, so that a round that was due while no worker ran is begun by the next. */
function round(cadence: GatheringCadence): Job {
  return {
    name: `letters-${cadence}`,
    cron: '* * * * *',
    atStart: true,
    run: async (_data, send) => {
      const due = await roundDue(cadence)
      if (!due) return
      await askForLetters(send, cadence, due.toISOString())
      await noteRound(cadence, due)
    },
  }
}

const jobs: Job[] = [
  { name: 'letters-immediately', cron: '* * * * *', atStart: true, run: (_data, send) => askForLetters(send, 'immediately') },
  round('daily'),
  round('weekly'),
  {
    name: 'letter-write',
    run: async ({ personId = '', cadence, since }, send) => {
      const letterId = await writeLetter(personId, cadence as LetterCadence, since ? new Date(since) : undefined)
      if (letterId) await send('letter-deliver', letterId, { letterId })
    },
  },
  { name: 'letter-deliver', atATime: 4, run: async ({ letterId = '' }) => void (await deliverLetter(letterId)) },
  {
    // Letters whose worker died before they were handed over, and those that the mail server did not take.
    name: 'letters-unsent',
    cron: '* * * * *',
    atStart: true,
    run: async (_data, send) => {
      await giveUpLetters()
      for (const letterId of await unsentLetters()) await send('letter-deliver', letterId, { letterId })
    },
  },
  {
    // Each person's searches are a job of their own, so that one that fails stops nobody else's.
    name: 'searches',
    cron: '* * * * *',
    run: async (_data, send) => {
      for (const personId of await peopleToSearchFor()) await send('search-for', personId, { personId })
    },
  },
  { name: 'search-for', run: async ({ personId = '' }) => searchFor(personId) },
  {
    name: 'retention',
    cron: '30 3 * * *',
    atStart: true,
    run: async () => {
      await clearOutdated()
      await removeDeleted()
    },
  },
  {
    name: 'upkeep',
    cron: '0 6 * * *',
    atStart: true,
    run: async () => {
      await askForUpkeep()
      await passOnQuestions()
      await remindOfAdvice()
    },
  },
]

// The worker sends letters and clears what is old: it is as little to run misconfigured as the app.
const faults = await startFaults(process.env)
for (const fault of faults) console.error(`Delt does not start: ${fault}`)
if (faults.length > 0) process.exit(1)

const stop = await startWorker(jobs)
console.log('ready')

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop().then(() => process.exit(0)))
