#!/usr/bin/env node
// Answers the Prisma command line in place of its native schema engine, which is a download of its own: the same JSON-RPC over
// standard input and output, served by the engine's WebAssembly build over the `pg` driver. Used by developers, not by the app.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import readline from 'node:readline'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const internalCharOid = 18
const textOid = 25
const errorCodes = { '3D000': 'P1003', ECONNREFUSED: 'P1001', '28P01': 'P1000' }

const { datamodels, datasource, task } = readArguments(process.argv.slice(2))
const url = datasource.url

function readArguments(args) {
  const read = { datamodels: [], datasource: {}, task: null }
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--datamodels') read.datamodels.push(args[++i])
    else if (args[i] === '--datasource') read.datasource = JSON.parse(args[++i])
    else if (args[i] === 'cli') read.task = args[++i]
    else if (args[i] === '--version' || args[i] === '-V') {
      console.log('schema-engine-wasm')
      process.exit(0)
    }
  }
  return read
}

function addressOf(database) {
  const address = new URL(url)
  if (database) address.pathname = `/${database}`
  address.searchParams.delete('schema')
  return address.toString()
}

const databaseName = () => decodeURIComponent(new URL(url).pathname.slice(1))

async function withClient(address, work) {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const createDatabase = () =>
  withClient(addressOf('postgres'), (client) => client.query(`CREATE DATABASE ${client.escapeIdentifier(databaseName())}`))

/** The catalogue gives PostgreSQL's internal "char", which the adapter refuses: it is handed on as a character. */
function readingInternalChars(adapter) {
  const queryRaw = adapter.queryRaw
  adapter.queryRaw = async (query) => {
    const columns = []
    const performIO = async (request) => {
      const result = await adapter.performIO(request)
      result.fields.forEach((field, index) => {
        if (field.dataTypeID !== internalCharOid) return
        columns.push(index)
        field.dataTypeID = textOid
      })
      return result
    }
    const result = await queryRaw.call(Object.create(adapter, { performIO: { value: performIO } }), query)
    for (const column of columns) result.columnTypes[column] = ColumnTypeEnum.Character
    return result
  }
  return adapter
}

/** As PrismaPg, but scripts run whole (it splits at every `;`) and the shadow database is truly another one. */
class MigrationAdapterFactory {
  provider = 'postgres'
  adapterName = '@prisma/adapter-pg'

  async #open(address, whenDisposed) {
    const pool = new pg.Pool({ connectionString: address, max: 1, options: '-c TimeZone=UTC' })
    const schema = new URL(url).searchParams.get('schema') ?? undefined
    const adapter = readingInternalChars(await new PrismaPg(pool, { schema }).connect())
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script)
      } catch (error) {
        adapter.onError(error)
      }
    }
    adapter.dispose = async () => {
      await pool.end()
      await whenDisposed?.()
    }
    return adapter
  }

  connect() {
    return this.#open(addressOf())
  }

  async connectToShadowDb() {
    const name = `prisma_shadow_${process.pid}_${Date.now()}`
    const onServer = (sql) => withClient(addressOf('postgres'), (client) => client.query(sql))
    await onServer(`CREATE DATABASE "${name}" TEMPLATE template0`)
    return this.#open(addressOf(name), () => onServer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`))
  }
}

async function openEngine() {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = fs.readFileSync(path.join(path.dirname(entry), 'schema_engine_bg.wasm'))
  const { exports } = await WebAssembly.instantiate(await WebAssembly.compile(bytes), { './schema_engine_bg.js': wasm })
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
    message: '',
    set_message(message) {
      this.message = message
    },
  }
  wasm.__wbg_set_wasm(exports)
  exports.__wbindgen_start()
  const models = datamodels.map((file) => [file, fs.readFileSync(file, 'utf8')])
  return wasm.SchemaEngine.new(
    { datamodels: models.length > 0 ? models : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new MigrationAdapterFactory()),
  )
}

let engine
const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

async function answer({ id, method, params }) {
  if (method === 'createDatabase') {
    await createDatabase()
    return { databaseName: databaseName() }
  }
  engine ??= await openEngine()
  const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params ?? {})
  // The native engine prints a diff itself, by a message of its own.
  if (method === 'diff' && result.stdout != null)
    send({ id: `print-${id}`, method: 'print', params: { content: result.stdout.replace(/\n$/, '') } })
  return result
}

async function handle(request) {
  if (!request.method) return
  try {
    send({ id: request.id, result: (await answer(request)) ?? {} })
  } catch (error) {
    const message = globalThis.PRISMA_WASM_PANIC_REGISTRY?.message || error?.message || String(error)
    send({
      id: request.id,
      error: {
        code: 4466,
        message: 'An error happened.',
        data: { is_panic: false, message, error_code: error?.code, meta: error?.meta },
      },
    })
  }
}

async function runTask() {
  try {
    if (task === 'can-connect-to-database') await withClient(addressOf(), () => {})
    else if (task === 'create-database') await createDatabase()
    process.exit(0)
  } catch (error) {
    const fields = { error_code: errorCodes[error.code] ?? 'P1011', message: error.message }
    process.stderr.write(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`)
    process.exit(1)
  }
}

if (task) await runTask()
let queue = Promise.resolve()
const requests = readline.createInterface({ input: process.stdin, crlfDelay: Infinity })
requests.on('line', (line) => {
  if (line.trim()) queue = queue.then(() => handle(JSON.parse(line)))
})
requests.on('close', () => queue.then(() => process.exit(0)))
