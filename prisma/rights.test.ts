import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '@/lib/platform/actor'
import { hashOf } from '@/lib/platform/auth/session-store'
import { signin, type Tx, transaction, worker } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { Refusal } from '@/lib/platform/refusal'
import { makeAdvisor, makeOperator, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { makeGuest } from '@/lib/testing/guests'
import { furnish } from '@/lib/testing/household'

// What the role the program connects as may do at all, whoever it says is asking: as little as the program needs.

/** What proves who somebody is, or who the app is. Asked about by functions, one at a time, and read by nobody. */
const secret = [
  ...['audit_link.detail_hash', 'audit_link.hash', 'audit_link.salt'],
  ...['auth_session.provider_session_hash', 'auth_session.token_hash'],
  'client_key.private_key_encrypted',
  'identity_provider.client_secret_encrypted',
  'logout_token.jti',
  'rate_limit.key',
  'scim_token.token_hash',
  ...['setup_invitation.session_hash', 'setup_invitation.token_hash'],
  'used_link.token_hash',
]
/** What is called something like it, and is none: names of things, and fingerprints of files. */
const open = [
  ...['document_version.sha256', 'report_document.sha256'],
  'identity_provider.secret_changed_at',
  'improvement_answer.item_key',
  'report_kept_finding.key',
  ...['benefit', 'checklist_item', 'communication', 'deliverable', 'milestone', 'stakeholder', 'task', 'uncertainty'].map(
    (table) => `${table}.source_item_key`,
  ),
]

type Cell = Record<string, unknown>
const rows = (tx: Pick<Tx, '$queryRawUnsafe'>, sql: string, ...values: unknown[]) => tx.$queryRawUnsafe<Cell[]>(sql, ...values)
const names = (found: Cell[]) => found.map((row) => String(row.name)).sort()
const tables = "c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')"
const ourFunctions = `SELECT p.proname AS name, p.prosecdef AS "isDefiner", pg_get_functiondef(p.oid) AS body FROM pg_proc p
  WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`

describe('secrets', () => {
  test('R2 a column that may hold one is known: either no secret, or read by nobody', async () => {
    const likely = await rows(
      owner(),
      `SELECT c.relname || '.' || a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE ${tables} AND a.attnum > 0 AND NOT a.attisdropped
       AND (a.atttypid = 'bytea'::regtype OR a.attname ~ '(hash|secret|private|token|password|credential|salt|jti|sealed|encrypted)' OR a.attname ~ '(^|_)key$')`,
    )
    expect(names(likely)).toEqual([...secret, ...open].sort())
  })

  test('R2 the program reads none of them, in no way', async () => {
    const readable = await rows(
      owner(),
      `SELECT c.relname || '.' || a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE ${tables} AND a.attnum > 0 AND NOT a.attisdropped AND has_column_privilege('delt_app', c.oid, a.attnum, 'SELECT')`,
    )
    expect(names(readable).filter((name) => secret.includes(name))).toEqual([])
    const read: string[] = []
    for (const actor of [signin, worker, await makeOperator(), await furnish()])
      for (const [table, column] of secret.map((name) => name.split('.')))
        for (const sql of [
          `SELECT "${column}" FROM "${table}"`,
          `SELECT t::text FROM "${table}" t`,
          `SELECT 1 FROM "${table}" WHERE "${column}" IS NOT NULL`,
        ])
          await transaction(actor, (tx) => tx.$queryRawUnsafe(sql)).then(
            () => read.push(`${actor.kind}: ${sql}`),
            (error: Error) => expect(error.message).toMatch(/permission denied/),
          )
    expect(read).toEqual([])
  })

  test('R2 a client secret and a key are given to the sign-in, one connection at a time; others learn no more than that there is one', async () => {
    const kari = await furnish()
    const place = { municipalityId: kari.municipality.id }
    const { id } = await owner().identityProvider.findFirstOrThrow({ where: place })
    const ask = (actor: Parameters<typeof transaction>[0], id: string) =>
      transaction(actor, async (tx) => [
        (await rows(tx, 'SELECT * FROM secrets_of_connection($1::uuid)', id)).length,
        (await rows(tx, 'SELECT has_client_secret($1::uuid) AS has', id))[0]?.has,
      ])
    expect(await ask(signin, id)).toEqual([1, false])
    for (const actor of [kari, await makeOperator()]) expect(await ask(actor, id)).toEqual([0, true])
    for (const actor of [await makeStaff(), await makeAdvisor(), worker]) expect(await ask(actor, id)).toEqual([0, false])
  })

  test('S2 whoever has a token finds its session, and nobody finds one by anything else', async () => {
    const kari = await furnish()
    const sessions = await owner().authSession.findMany({ where: { personId: kari.personId } })
    const { id, tokenHash } = sessions[0] as { id: string; tokenHash: Uint8Array }
    const withHash = (actor: Parameters<typeof transaction>[0], hash: Uint8Array) =>
      transaction(actor, async (tx) => (await tx.$queryRaw<Cell[]>`SELECT session_with(${hash}) AS id`)[0]?.id)
    expect(await withHash(signin, tokenHash)).toBe(id)
    expect(await withHash(signin, hashOf('another'))).toBeNull()
    expect(await withHash(kari, tokenHash)).toBeNull()
  })
})

describe('rights', () => {
  let source = ''

  beforeAll(() => {
    const files = (folder: string): string[] =>
      fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const at = path.join(folder, entry.name)
        if (entry.isDirectory()) return at === 'lib/testing' ? [] : files(at)
        return /\.tsx?$/.test(at) && !/\.test\.tsx?$/.test(at) ? [at] : []
      })
    source = ['lib', 'app', 'scripts/worker', 'scripts/tools']
      .flatMap(files)
      .map((file) => fs.readFileSync(file, 'utf8'))
      .join('\n')
  })

  test('the program may run no function that nothing asks: neither its code, nor a policy, nor a function that runs with its rights', async () => {
    const mayRun = await rows(owner(), `${ourFunctions} AND has_function_privilege('delt_app', p.oid, 'EXECUTE')`)
    const all = await rows(owner(), ourFunctions)
    const [{ text } = { text: '' }] = await rows(
      owner(),
      `SELECT string_agg(concat(qual, ' ', with_check), ' ') AS text FROM pg_policies WHERE schemaname = 'public'`,
    )
    const idle = mayRun.filter(({ name }) => {
      const asked = new RegExp(`\\b${name}\\(`)
      const within = all.some((other) => !other.isDefiner && other.name !== name && asked.test(String(other.body)))
      return !within && !asked.test(source) && !asked.test(String(text))
    })
    expect(names(idle)).toEqual([])
  })

  test('what is written once is not rewritten, and what is to stay is not removed', async () => {
    const able = async (right: 'UPDATE' | 'DELETE') =>
      new Set(
        names(
          await rows(
            owner(),
            `SELECT c.relname AS name FROM pg_class c WHERE ${tables}
             AND ${right === 'UPDATE' ? 'has_any_column_privilege' : 'has_table_privilege'}('delt_app', c.oid, '${right}')`,
          ),
        ),
      )
    const [changed, removed] = [await able('UPDATE'), await able('DELETE')]
    const written = [
      ...['audit_event', 'audit_link', 'gate_decision', 'report_version', 'report_version_section', 'used_link', 'search_log'],
      ...['answer', 'project_prerequisite', 'starter_pack_taken', 'project_template_version', 'project_copy'],
      'report_series',
    ]
    expect(written.filter((table) => changed.has(table) || removed.has(table))).toEqual([])
    // Follows a document that is deleted, and comes back with it as it was.
    expect(changed.has('document_version')).toBe(false)
    const kept = [
      ...['project', 'experience_report', 'idea', 'programme', 'project_phase', 'project_template', 'report_part', 'reuse'],
      ...['copied_part', 'auth_session', 'setup_invitation', 'scim_token', 'advice', 'question', 'letter', 'notice', 'news_item'],
      'municipality_settings',
    ]
    expect(kept.filter((table) => removed.has(table))).toEqual([])
  })
})

describe('whoever is asking', () => {
  const newcomer = newId()
  const asked = (actor: Parameters<typeof transaction>[0]) =>
    transaction(actor, async () => 'let in').catch((error: unknown) => (error instanceof Refusal ? error.reason : error))

  test('A4 is somebody there is, where they work, for as long as they do', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    expect(await asked(kari)).toBe('let in')
    const claims: Staff[] = [
      { ...kari, personId: newcomer },
      { ...kari, municipality: ola.municipality },
      { ...kari, municipality: { ...kari.municipality, id: newcomer } },
      { ...kari, home: { name: 'Et annet sted' } },
    ]
    for (const claim of claims) expect(await asked(claim)).toBe('forbidden')
    await owner().person.update({ where: { id: kari.personId }, data: { status: 'deactivated' } })
    expect(await asked(kari)).toBe('forbidden')
  })

  test('A4 is an advisor or an operator only with that role, and of no municipality', async () => {
    const [advisor, operator, kari] = [await makeAdvisor(), await makeOperator(), await makeStaff({ roles: ['member'] })]
    expect(await asked({ ...advisor, kind: 'operator' })).toBe('forbidden')
    expect(await asked({ ...operator, kind: 'advisor' })).toBe('forbidden')
    for (const kind of ['advisor', 'operator'] as const)
      expect(await asked({ kind, personId: kari.personId, name: '', roles: [kind] })).toBe('forbidden')
    expect(await asked({ ...kari, personId: advisor.personId })).toBe('forbidden')
    await owner().roleAssignment.deleteMany({ where: { personId: operator.personId } })
    expect(await asked(operator)).toBe('forbidden')
    expect(await asked({ ...kari, advisor: { personId: advisor.personId, until: new Date() } })).toBe('forbidden')
  })

  test('A4 is a guest whose row there is one, and who works at home still', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const guest = await makeGuest(ola, await makeProject(kari), 'project_support')
    expect(await asked(guest)).toBe('let in')
    const { home: _, ...asColleague } = guest
    expect(await asked(asColleague)).toBe('forbidden')
    await owner().person.update({ where: { id: ola.personId }, data: { status: 'deactivated' } })
    expect(await asked(guest)).toBe('forbidden')
  })

  test('A4 sets up a connection by a link that counts, and keeps people up to date where somebody takes part', async () => {
    const { municipality } = await furnish()
    const founder = {
      kind: 'founder' as const,
      personId: newcomer,
      setupId: newcomer,
      name: '',
      role: 'municipality_admin' as const,
      municipality,
    }
    expect(await asked(founder)).toBe('forbidden')
    const kari = await makeStaff()
    expect(await asked({ kind: 'provisioner', municipalityId: kari.municipality.id })).toBe('let in')
    expect(await asked({ kind: 'provisioner', municipalityId: newcomer })).toBe('forbidden')
    await owner().participation.deleteMany({ where: { municipalityId: kari.municipality.id } })
    expect(await asked({ kind: 'provisioner', municipalityId: kari.municipality.id })).toBe('forbidden')
  })

  test('A4 a claim that does not hold leaves nobody: also where somebody was before', async () => {
    const kari = await makeStaff()
    const left = await transaction(kari, async (tx) => {
      const claims = ['staff', 'visitor', 'operator', 'guest', 'owner', '']
      const held: unknown[] = []
      for (const kind of claims) {
        const [{ holds }] = await tx.$queryRaw<[{ holds: boolean }]>`
          SELECT act_as(${kind}, ${kari.municipality.id}::uuid, ${newcomer}::uuid, NULL) AS holds`
        held.push(holds, (await rows(tx, 'SELECT viewer_kind() AS kind'))[0]?.kind, await tx.person.count())
      }
      return held
    })
    expect(left).toEqual(Array(6).fill([false, null, 0]).flat())
  })
})
