import { environmentFaults } from '../../lib/platform/config'

// Before anything is built, migrated or started: every fault of the environment, a line each. The address of the app's role may follow later.

const faults = environmentFaults({
  ...process.env,
  DATABASE_APP_URL: process.env.DATABASE_APP_URL || 'follows from DATABASE_URL',
})
for (const fault of faults) console.log(`Delt does not start: ${fault}`)
process.exitCode = faults.length > 0 ? 1 : 0
