import { beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { transaction } from '@/lib/platform/db'
import { renewDocuments } from '@/lib/search/commands'
import { makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { makeGuest } from '@/lib/testing/guests'
import { furnish } from '@/lib/testing/household'
import { verifyAudit } from '@/scripts/tools/verify-audit'
import { admitPerson, invitePerson, namePerson } from '../administration/commands'
import { erasePerson, exportPerson } from './commands'
import { ownData } from './queries'

// Somebody is written into everything a municipality has, and taken out again: nothing may be left, and nothing else may be gone.

const name = 'Quillbert Zanzibarius'
const email = 'quillbert.zanzibarius@erased.example'
const traces = /quillbert|zanzibar/i

type Row = { name: string }

/** Every column of every table where a name could stand. */
function columns() {
  return owner().$queryRaw<{ table: string; column: string; kind: string; owned: boolean; personal: boolean }[]>`
    SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL) AS kind,
      EXISTS (SELECT 1 FROM pg_attribute m WHERE m.attrelid = c.oid AND m.attname = 'municipality_id' AND NOT m.attisdropped) AS owned,
      EXISTS (SELECT 1 FROM pg_attribute m WHERE m.attrelid = c.oid AND m.attname = 'person_id' AND NOT m.attisdropped) AS personal
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT IN ('person', 'municipality', 'audit_event', 'audit_link')
      AND a.attname <> 'slug' AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY (k.conkey))
      AND format_type(a.atttypid, NULL) IN ('text', 'text[]', 'json', 'jsonb')
    ORDER BY 1, 2`
}

const said = `Spør ${name} (${email}), eller ${name.split(' ').reverse().join(', ')}.\nQuillbert\nZanzibarius' vurdering`

function planted({ column, kind }: { column: string; kind: string }): string {
  const text = `$$${said}$$`
  if (kind === 'text[]') return `"${column}" || ${text}`
  if (kind === 'text') return column === 'email' ? `$$${email}$$` : `concat_ws(' ', "${column}", ${text}::text)`
  return `(CASE jsonb_typeof("${column}"::jsonb) WHEN 'object' THEN "${column}"::jsonb || jsonb_build_object('x', ${text}::text)
    WHEN 'array' THEN "${column}"::jsonb || to_jsonb(ARRAY[${text}::text]) ELSE to_jsonb(${text}::text) END)::${kind}`
}

/** Writes somebody into all that a municipality has; what a column does not take is left out. Gives the columns. */
async function plant({ municipality, personId }: Staff): Promise<string[]> {
  const done: string[] = []
  for (const column of await columns()) {
    const mine = [
      column.owned && `municipality_id = '${municipality.id}'`,
      column.personal && `person_id = '${personId}'`,
      column.table === 'search_log' && 'true',
    ].filter(Boolean)
    if (mine.length === 0) continue
    await owner()
      .$transaction(async (tx) => {
        await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica')
        const sql = `UPDATE "${column.table}" SET "${column.column}" = ${planted(column)} WHERE ${mine.join(' OR ')}`
        if ((await tx.$executeRawUnsafe(sql)) > 0) done.push(`${column.table}.${column.column}`)
      })
      .catch(() => {})
  }
  return done
}

/** The tables where anything of them is left, whatever the type of the column. */
async function left(): Promise<string[]> {
  const tables = await owner().$queryRaw<Row[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`
  const found: string[] = []
  for (const table of tables) {
    const rows = await owner().$queryRawUnsafe<{ row: string }[]>(
      `SELECT t::text AS row FROM ${table.name} t WHERE t::text ~* 'quillbert|zanzibar'`,
    )
    if (rows.length > 0) found.push(`${table.name}: ${/.{0,60}(quillbert|zanzibar).{0,30}/is.exec(rows[0]?.row ?? '')?.[0]}`)
  }
  return found
}

async function rowCounts(): Promise<Map<string, number>> {
  const tables = await owner().$queryRaw<Row[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`
  const counts = new Map<string, number>()
  for (const table of tables) {
    const [row] = await owner().$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM "${table.name}"`)
    counts.set(table.name, Number(row?.n))
  }
  return counts
}

describe('what is stored of somebody', () => {
  test('is every row that points to them, of every table, with nothing that opens a door and nobody else’s id', async () => {
    const who = await furnish()
    const admin = await makeStaff({
      municipality: who.municipality,
      roles: ['member', 'municipality_admin'],
      name: 'Siri Strand',
    })
    const rows = await ownData(who)
    const pointing = await owner().$queryRaw<{ table: string; column: string }[]>`
      SELECT r.relname AS table, a.attname AS column FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[cardinality(c.conkey)]
      WHERE c.confrelid = 'person'::regclass AND c.contype = 'f' AND c.conrelid <> c.confrelid`
    let there = 0
    for (const { table, column } of pointing) {
      const [count] = await owner().$queryRawUnsafe<{ n: bigint }[]>(
        `SELECT count(*) AS n FROM "${table}" WHERE "${column}" = '${who.personId}'`,
      )
      const told = rows.filter((row) => row.table === table && row.column === column).length
      expect(`${table}.${column}: ${told}`).toBe(`${table}.${column}: ${count?.n}`)
      if (told > 0) there += 1
    }
    expect(there).toBeGreaterThan(30)
    const people = await owner().person.findMany({ where: { id: { not: who.personId } }, select: { id: true } })
    const columns = rows.filter(({ table }) => table !== 'audit_event').flatMap(({ content }) => Object.entries(content))
    expect(columns.filter(([, value]) => people.some(({ id }) => id === value))).toEqual([])
    expect(columns.map(([field]) => field).filter((field) => /hash|secret|token|vector|unsubscribe/.test(field))).toEqual([])
    expect((await exportPerson(admin, who.personId)).rows.length).toBeGreaterThanOrEqual(rows.length)
    expect(
      await owner().auditEvent.count({ where: { action: 'person.export', actorId: admin.personId, subjectId: who.personId } }),
    ).toBe(1)
  })

  test('is for themselves and their administrator alone, whatever the program says', async () => {
    const kari = await makeStaff()
    const sql = `SELECT stored_of('${kari.personId}')`
    for (const viewer of [
      await makeStaff({ municipality: kari.municipality }),
      await makeStaff({ roles: ['municipality_admin'] }),
    ]) {
      await expect(exportPerson(viewer, kari.personId)).rejects.toMatchObject({ name: 'Refusal' })
      await expect(transaction(viewer, (tx) => tx.$queryRawUnsafe(sql))).rejects.toThrow(/stored of oneself/)
    }
  })
})

describe('L1 whoever is erased', () => {
  let who: Staff
  let siri: Staff
  let columnsPlanted: string[]
  let before: Map<string, number>

  beforeAll(async () => {
    who = await furnish()
    siri = await makeStaff({ municipality: who.municipality, roles: ['member', 'municipality_admin'], name: 'Siri Strand' })
    const host = await makeStaff()
    const visited = await makeProject(host)
    await makeGuest({ ...who, name }, visited, 'project_support')
    await owner().milestone.updateMany({ where: { projectId: visited.id }, data: { title: `Avklart med ${name}` } })
    await owner().person.updateMany({ where: { id: who.personId }, data: { name, email, jobTitle: 'Zanzibarius-rådgiver' } })
    await transaction(who, (tx) =>
      audit(tx, who, {
        ...{ action: 'gate.decide', subjectType: 'project', subjectId: visited.id },
        detail: { decidedBy: name, note: `${email} sier ja`, title: 'BP2' },
      }),
    )
    columnsPlanted = await plant(who)
    const documents = await owner().searchDocument.findMany({
      where: { municipalityId: who.municipality.id },
      select: { id: true },
    })
    await owner().$transaction((tx) =>
      renewDocuments(
        tx,
        documents.map(({ id }) => id),
      ),
    )
    await owner().person.updateMany({ where: { id: who.personId }, data: { status: 'deactivated' } })
    before = await rowCounts()
    expect((await left()).length).toBeGreaterThan(50)
    await erasePerson(siri, { personId: who.personId })
  }, 60_000)

  test('was in nearly everything', () => {
    expect(columnsPlanted.length).toBeGreaterThan(140)
    for (const column of [
      'gate_decision.decided_by',
      'gate_decision.basis',
      'status_report.picture',
      'identity_provider.tested_by',
      'letter.html',
      'report_draft.content',
      'report_version_section.content',
      'deleted_item.content',
      'document_version.file_name',
      'shared_plan.contact',
      'question.signature',
      'search_document.body',
      'copied_part.content',
    ])
      expect(columnsPlanted).toContain(column)
  })

  test('is in no text, list, document or index of any table', async () => {
    expect(await left()).toEqual([])
  })

  test('leaves what they wrote, under «tidligere ansatt»', async () => {
    const decision = await owner().gateDecision.findFirstOrThrow({ where: { municipalityId: who.municipality.id } })
    expect(decision.decidedBy).toContain('tidligere ansatt (tidligere ansatt), eller tidligere ansatt')
    const after = await rowCounts()
    const gone = [...before].filter(([table, count]) => (after.get(table) ?? 0) < count).map(([table]) => table)
    const personal = [
      'auth_session',
      'external_identity',
      'follow',
      'letter',
      'news_settings',
      'notice',
      'person_invitation',
      'role_assignment',
      'saved_search',
      'used_link',
    ]
    expect(gone.filter((table) => !personal.includes(table))).toEqual([])
    expect(await owner().person.findUnique({ where: { id: who.personId } })).toMatchObject({
      name: 'Tidligere ansatt',
      email: null,
      jobTitle: null,
    })
  })

  test('leaves a trail that holds, and tells of it', async () => {
    expect((await verifyAudit(owner())).faults).toEqual([])
    const entry = await owner().auditEvent.findFirstOrThrow({ where: { action: 'person.erase', subjectId: who.personId } })
    expect(entry).toMatchObject({ actorId: siri.personId, detail: { entries: expect.any(Number) } })
    expect(JSON.stringify(entry.detail)).not.toMatch(traces)
    const decided = await owner().auditEvent.findFirstOrThrow({ where: { action: 'gate.decide', actorId: who.personId } })
    expect(decided.detail).toMatchObject({ decidedBy: 'tidligere ansatt', note: 'tidligere ansatt sier ja', title: 'BP2' })
    // As somebody with the whole database in hand would: the words of an entry changed under cover of an erasure that was of others.
    const faults = await owner()
      .$transaction(async (tx) => {
        await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica')
        const [other] = await tx.auditLink.findMany({
          where: { salt: { not: null }, event: { action: { not: 'person.erase' } } },
          take: 1,
        })
        await tx.auditLink.updateMany({ where: { number: other?.number ?? 0n }, data: { salt: null, erasedIn: entry.id } })
        await tx.auditEvent.updateMany({ where: { id: other?.eventId ?? '' }, data: { detail: { title: 'løgn' } } })
        const { faults: found } = await verifyAudit(tx as unknown as ReturnType<typeof owner>)
        throw Object.assign(new Error('undone'), { found })
      })
      .catch((error: { found: string[] }) => error.found)
    expect(faults).toEqual([expect.stringContaining('more was erased')])
  })

  test('cannot be let in again, named, invited or known, not by the owner of the tables either', async () => {
    const target = { personId: who.personId }
    await expect(admitPerson(siri, target)).rejects.toMatchObject({ reason: 'conflict' })
    await expect(namePerson(siri, { ...target, name: 'Ny' })).rejects.toMatchObject({ reason: 'conflict' })
    await expect(erasePerson(siri, target)).rejects.toMatchObject({ reason: 'conflict' })
    await expect(owner().person.updateMany({ where: { id: who.personId }, data: { status: 'active' } })).rejects.toThrow(
      /stays so/,
    )
    const door = await owner().identityProvider.findFirstOrThrow({ where: { municipalityId: who.municipality.id } })
    const known = { identityProviderId: door.id, subject: 'kari', personId: who.personId }
    await expect(owner().externalIdentity.create({ data: known })).rejects.toThrow(/stays so/)
    // Whoever comes by the same sign-in, or is invited by the same address, is somebody new.
    const again = await invitePerson(siri, { name, email, jobTitle: '', roles: [] })
    expect(again).not.toBe(who.personId)
    await owner().externalIdentity.create({ data: { ...known, personId: again } })
  })
})

describe('erasing', () => {
  async function makePair(names: [string, string]) {
    const siri = await makeStaff({ roles: ['member', 'municipality_admin'], name: names[0] })
    const other = await makeStaff({ municipality: siri.municipality, name: names[1] })
    await owner().person.updateMany({ where: { id: other.personId }, data: { status: 'deactivated' } })
    return { siri, other }
  }
  const idea = ({ municipality, personId }: Staff, title: string) =>
    owner().idea.create({ select: { id: true }, data: { municipalityId: municipality.id, title, registeredBy: personId } })
  const titleOf = async ({ id }: { id: string }) => (await owner().idea.findUniqueOrThrow({ where: { id } })).title

  test('leaves the texts of other municipalities, and of a colleague of the same name', async () => {
    const { siri, other } = await makePair(['Ola Haugen', 'Per Bakke'])
    const stranger = await makeStaff()
    const [own, theirs] = [await idea(siri, 'Spør Per Bakke'), await idea(stranger, 'Spør Per Bakke')]
    await erasePerson(siri, { personId: other.personId })
    expect([await titleOf(own), await titleOf(theirs)]).toEqual(['Spør tidligere ansatt', 'Spør Per Bakke'])
    const pair = await makePair(['Eva Lie', 'Eva Lie'])
    const shared = await idea(pair.siri, 'Spør Eva Lie')
    await erasePerson(pair.siri, { personId: pair.other.personId })
    expect(await titleOf(shared)).toBe('Spør Eva Lie')
  })

  test('takes whole names alone, and the genitive; a name of one word stands for too much', async () => {
    const { siri, other } = await makePair(['Ola Haugen', 'Bo Ek'])
    const rows = [await idea(siri, 'Bo Eks plan, bo eksklusivt, BO EK'), await idea(siri, 'Jumbo Ek')]
    await erasePerson(siri, { personId: other.personId })
    expect(await Promise.all(rows.map(titleOf))).toEqual(['Tidligere ansatts plan, bo eksklusivt, tidligere ansatt', 'Jumbo Ek'])
    const single = await makePair(['Ola Haugen', 'Prosjekt'])
    const untouched = await idea(single.siri, 'Prosjekt for alle')
    await erasePerson(single.siri, { personId: single.other.personId })
    expect(await titleOf(untouched)).toBe('Prosjekt for alle')
  })

  test('is the administrator’s, whatever the program says', async () => {
    const { siri, other } = await makePair(['Ola Haugen', 'Per Bakke'])
    const member = await makeStaff({ municipality: siri.municipality })
    const sql = `SELECT erase_person('${other.personId}')`
    for (const viewer of [member, await makeStaff({ roles: ['municipality_admin'] })])
      await expect(transaction(viewer, (tx) => tx.$queryRawUnsafe(sql))).rejects.toThrow(/only an administrator/)
    // Neither does the word that lets the function change records let anybody else.
    const change = (tx: { $executeRawUnsafe: (sql: string) => Promise<number> }) =>
      tx.$executeRawUnsafe(`UPDATE audit_event SET action = action`)
    await expect(
      transaction(siri, async (tx) => {
        await tx.$queryRaw`SELECT set_config('delt.erasing', 'on', true)`
        await change(tx)
      }),
    ).rejects.toThrow(/permission denied/)
  })
})
