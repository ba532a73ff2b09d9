import fs from 'node:fs'
import path from 'node:path'
import { holdsIdentityNumber, isIdentityNumber } from '../../lib/platform/numbers-of-people'

/** A token as providers and next-auth write them, signed or sealed. */
const token = /eyJ[\w-]{5,}\.[\w-]*\.[\w-]{5,}/

/** What is in a text that may be nowhere: a national identity number, or a token. Null where there is neither. */
export function traceIn(text: string, holdsOne = holdsIdentityNumber): 'identity number' | 'token' | null {
  if (holdsOne(text)) return 'identity number'
  return token.test(text) ? 'token' : null
}

/** As a program or a picture would hold one: eleven digits in a row. Its numbers stand side by side in other ways too. */
const inARow = /(?<![\d.])\d{11}(?![\d.])/g

const holdsOneInARow = (text: string) => (text.match(inARow) ?? []).some(isIdentityNumber)

/** The lines of the files below a place that hold either, by where they are; never what they say. */
export function tracesInFiles(place: string): string[] {
  if (!fs.existsSync(place)) return [`${place}: is not there to be looked through`]
  const files = fs.statSync(place).isDirectory()
    ? fs.readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => path.join(place, name))
    : [place]
  return files
    .filter((file) => fs.statSync(file).isFile() && !/\.(png|ico|woff2?|jpg|webp)$/.test(file))
    .flatMap((file) =>
      fs
        .readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) => {
          const trace = traceIn(line, /\.(js|css|svg|map)$/.test(file) ? holdsOneInARow : holdsIdentityNumber)
          return trace ? [`${file}:${index + 1}: ${trace}`] : []
        }),
    )
}

interface Database {
  query(sql: string): Promise<{ rows: Record<string, string>[] }>
}

/** The tables of a database that hold either, in any column of any row, whatever its type. */
export async function tracesInDatabase(database: Database): Promise<{ tables: number; traces: string[] }> {
  const { rows: tables } = await database.query(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  )
  const traces: string[] = []
  for (const { name } of tables) {
    const { rows } = await database.query(`SELECT t::text AS row FROM ${name} t`)
    for (const { row = '' } of rows) {
      const trace = traceIn(row)
      if (trace) traces.push(`${name}: ${trace}`)
    }
  }
  return { tables: tables.length, traces: [...new Set(traces)] }
}
