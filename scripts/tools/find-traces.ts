import pg from 'pg'
import { tracesInDatabase, tracesInFiles } from './traces'

// L1, after the end-to-end tests: no national identity number and no token is left in the database, in what the programs have printed, or in what
// browsers are sent. The address of the database is DATABASE_URL; the files and folders are the arguments.

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
await client.connect()
const { tables, traces } = await tracesInDatabase(client).finally(() => client.end())
const places = process.argv.slice(2)
const all = [...traces, ...places.flatMap(tracesInFiles)]
for (const trace of all) console.log(`\u2717 L1 ${trace}`)
if (all.length === 0) console.log(`\u2713 L1 nothing is left in ${tables} tables and ${places.join(', ')}`)
process.exitCode = all.length > 0 ? 1 : 0
