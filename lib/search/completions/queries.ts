import 'server-only'
import type { SearchKind } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { correctedTsqueryOf, tsqueryOf, typosOf } from '../asking'
import type { Sought } from '../hits/queries'
import { marker } from '../marking'

export interface Completion {
  kind: SearchKind
  key: string | null
  anchor: string | null
  title: string
  municipality: string | null
}

export interface Completions {
  found: Completion[]
  /** Technologies named where the words were found, as they are written most often. */
  technologies: string[]
  /** Whether they were found only by reading what was typed as misspelt. */
  isGuess: boolean
}

type Row = Completion & { technologies: string[] }

const none: Completions = { found: [], technologies: [], isGuess: false }

/** No more is looked at than what could be shown, and what names the technologies. */
const most = 60

/**
 * What could be meant while somebody types, as the actor may see it: what bears the words, by any of their forms, in title or names; where nothing
 * does, what bears them if they are misspelt.
 */
export function completions(actor: Actor, typed: string): Promise<Completions> {
  const exact = tsqueryOf(typed, 'AB')
  if (!exact || typed.length < 2) return Promise.resolve(none)
  return read(actor, async (tx) => {
    const rows = await named(tx, typed, { tsquery: exact })
    if (rows.length > 0) return { found: rows, technologies: technologiesIn(rows, typed), isGuess: false }
    const guesses: Sought[] = [{ tsquery: correctedTsqueryOf(typed, 'AB') }, { typos: typosOf(typed) }]
    for (const sought of guesses) {
      const guessed = sought.tsquery || sought.typos ? await named(tx, typed, sought) : []
      if (guessed.length > 0) return { found: guessed, technologies: technologiesIn(guessed, typed), isGuess: true }
    }
    return none
  })
}

/** First what begins with what was typed, then the whole cases, then their parts and lessons. */
function named(tx: Tx, typed: string, { tsquery = null, typos = null }: Sought): Promise<Row[]> {
  const beginning = `${typed.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return tx.$queryRaw<Row[]>`
    SELECT kind, key, anchor, title, municipality, technologies FROM search_hits(${tsquery}::tsquery, NULL, ${typos}::text[])
    ORDER BY (kind <> 'part' AND lower(title) LIKE ${beginning}) DESC, kind IN ('lesson', 'part'), rank DESC, title, id LIMIT ${most}`
}

function technologiesIn(rows: Row[], typed: string): string[] {
  const mark = marker(typed)
  const named = rows.flatMap(({ technologies }) => technologies).filter((name) => mark(name).some(({ isHit }) => isHit))
  const counts = new Map<string, { name: string; count: number }>()
  for (const name of named) {
    const known = counts.get(name.toLowerCase()) ?? { name, count: 0 }
    counts.set(name.toLowerCase(), { ...known, count: known.count + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'nb')).map(({ name }) => name)
}
