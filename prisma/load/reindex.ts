import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { indexCollection } from '@/lib/collections/indexing/commands'
import { indexReport } from '@/lib/experiences/indexing/commands'
import type { Tx } from '@/lib/platform/db'
import { indexLesson, indexProject } from '@/lib/projects/indexing/commands'
import type { ownerClient } from './client'
import { indexCollaborations, indexMunicipalities } from './index-register'

type Client = ReturnType<typeof ownerClient>

/** So many are indexed anew in one transaction: nobody waits long for a lock, and what is done stays done. */
const atOnce = 50

/**
 * Reads everything that can be found anew, with the words the search knows now. Nobody is told: what was shared is as old as it was. Can be run while the
 * app is in use, and again from the start where it was stopped. Says what it did.
 */
export async function reindex(client: Client): Promise<string> {
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
  const byId = { select: { id: true }, orderBy: { id: 'asc' } } as const
  const projects = ids(await client.project.findMany({ where: { deletedAt: null }, ...byId }))
  const lessons = ids(await client.lesson.findMany({ where: { project: { deletedAt: null } }, ...byId }))
  const reports = ids(await client.experienceReport.findMany({ where: { status: 'published' }, ...byId }))
  const guides = ids(await client.collection.findMany(byId))
  await client.$transaction(indexMunicipalities, slow)
  await client.$transaction(indexCollaborations, slow)
  await inTurns(client, projects, (tx, id) => indexProject(tx, id))
  await inTurns(client, lessons, (tx, id) => indexLesson(tx, id))
  await inTurns(client, reports, indexReport)
  await inTurns(client, guides, indexCollection)
  return `${projects.length} projects, ${lessons.length} lessons, ${reports.length} reports and ${guides.length} guides read anew`
}

/** What decides by which words a thing is found. */
const sources = ['lexicon.ts', 'stem.ts', 'words.ts', 'rules.ts'].map((name) => path.join(process.cwd(), 'lib/search', name))

function wordsNow(): string {
  const hash = createHash('sha256')
  for (const source of sources) hash.update(fs.readFileSync(source))
  return `words ${hash.digest('hex')}`
}

/** Reads everything anew where it was read by other words than those of today: the table remembers which. Says what it did, or null. */
export async function reindexWhereOutdated(client: Client): Promise<string | null> {
  const [known] = await client.$queryRaw<{ words: string | null }[]>`SELECT obj_description('search_document'::regclass) AS words`
  if (known?.words === wordsNow()) return null
  const done = await reindex(client)
  await rememberWords(client)
  return done
}

/** Notes that all that can be found was read by the words of today. */
export async function rememberWords(client: Client): Promise<void> {
  await client.$executeRawUnsafe(`COMMENT ON TABLE search_document IS '${wordsNow()}'`)
}

const slow = { timeout: 120_000 }

async function inTurns(client: Client, ids: string[], index: (tx: Tx, id: string) => Promise<void>): Promise<void> {
  for (let from = 0; from < ids.length; from += atOnce) {
    await client.$transaction(async (tx) => {
      for (const id of ids.slice(from, from + atOnce)) await index(tx, id)
    }, slow)
  }
}
