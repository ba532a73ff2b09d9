import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { doorChoices, numberToday } from '@/lib/municipalities/queries'
import { carryOutReform } from '@/lib/operation/reform/commands'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import { read, signin, type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { copyProject } from '@/lib/sharing/commands'
import {
  makeAdvisor,
  makeCollaboration,
  makeDraftReport,
  makeFeatured,
  makeItems,
  makeLesson,
  makeOperator,
  makeProject,
  makeReport,
  makeReuse,
  makeStaff,
  makeStatusReport,
  owner,
} from '@/lib/testing/builders'
import { furnish, makeHousehold } from '@/lib/testing/household'
import { verifyAudit } from '@/scripts/tools/verify-audit'

// Held against a real database, as the role the program connects as: what one municipality keeps to itself, no other sees or touches.

/** Tables with a municipality that anybody may read: who the municipalities are, and in which collaborations. Who takes part, operators say. */
const register = ['municipality', 'collaboration_member', 'former_municipality', 'municipality_succession']
/** Sensitive tables that have no municipality of their own. */
const sensitive = [
  ...['audit_link', 'client_key', 'logout_token', 'rate_limit'],
  ...['role_assignment', 'external_identity', 'featured_case', 'search_log'],
  ...['collection', 'collection_section', 'collection_item', 'need_mark'],
  ...['follow', 'letter', 'letter_round', 'news_settings', 'notice', 'report_evaluation', 'used_link'],
  ...['saved_search', 'starter_pack', 'starter_pack_item', 'report_merge', 'report_not_duplicate'],
]
/** What nobody needs to hide: the themes and the collaborations are the nation's. */
const national = ['collaboration', 'theme']

type Cell = Record<string, unknown>
const rows = (tx: Pick<Tx, '$queryRawUnsafe'>, sql: string, ...values: unknown[]) => tx.$queryRawUnsafe<Cell[]>(sql, ...values)
const names = (found: Cell[]) => found.map((row) => String(row.name)).sort()

async function count(tx: Pick<Tx, '$queryRawUnsafe'>, table: string, municipality?: { id: string }): Promise<number> {
  const where = municipality ? `WHERE municipality_id = '${municipality.id}'` : ''
  return Number((await rows(tx, `SELECT count(*) AS n FROM "${table}" ${where}`))[0]?.n)
}

/** As `count`, where a table that may not be read at all counts as empty. */
async function seen(actor: Actor | typeof signin, table: string, municipality?: { id: string }): Promise<number> {
  return read(actor, (tx) => count(tx, table, municipality)).catch((error: Error) => {
    expect(error.message).toMatch(/permission denied/)
    return 0
  })
}

const check = (position: number) => ({ position, textNb: 'Behovet er kjent', textNn: 'Behovet er kjent', isMandatory: true })

const refused = /row-level security|permission denied/
const final = /cannot be changed|permission denied/

let municipal: string[] = []

beforeAll(async () => {
  const withMunicipality = await rows(
    owner(),
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname = 'municipality_id'`,
  )
  municipal = names(withMunicipality).filter((table) => ![...register, 'participation'].includes(table))
})

describe('the catalogue', () => {
  test('A4 every table that is not national or of the register is closed, also to its owner, until a policy opens it', async () => {
    const open = await rows(
      owner(),
      `SELECT relname AS name FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
       AND NOT (relrowsecurity AND relforcerowsecurity
         AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND 'delt_app'::regrole = ANY (p.polroles)))`,
    )
    expect(names(open).filter((table) => table !== '_prisma_migrations')).toEqual([...national, ...register].sort())
    for (const table of [...municipal, ...sensitive]) expect(names(open)).not.toContain(table)
    expect(municipal.length).toBeGreaterThan(30)
    expect(municipal).toContain('person')
  })

  test('what is open to all cannot be written', async () => {
    const writable = await rows(
      owner(),
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relrowsecurity
       AND (has_table_privilege('delt_app', oid, 'INSERT, UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege('delt_app', oid, 'INSERT, UPDATE'))`,
    )
    expect(names(writable)).toEqual([])
  })

  test('A4 the program owns nothing, and cannot step past the policies', async () => {
    const [role] = await rows(
      owner(),
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
         (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships FROM pg_roles r WHERE rolname = 'delt_app'`,
    )
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, memberships: 0 })
    const owned = await rows(
      owner(),
      `SELECT relname AS name FROM pg_class WHERE relowner = 'delt_app'::regrole
       UNION ALL SELECT proname FROM pg_proc WHERE proowner = 'delt_app'::regrole
       UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = 'delt_app'::regrole`,
    )
    expect(owned).toEqual([])
    const truncatable = await rows(
      owner(),
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND (has_table_privilege('delt_app', oid, 'TRUNCATE') OR has_table_privilege('delt_app', oid, 'TRIGGER'))`,
    )
    expect(truncatable).toEqual([])
  })

  test('every foreign key has an index that begins with its columns', async () => {
    const bare = await rows(
      owner(),
      `SELECT k.conname AS name FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indpred IS NULL
         AND (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
    )
    expect(names(bare)).toEqual([])
  })

  test('A5 a row points into its own municipality, but for what is meant to cross: sharing, and people of KommIT', async () => {
    const crossing = await rows(
      owner(),
      `SELECT k.conrelid::regclass::text || ' → ' || k.confrelid::regclass::text AS name FROM pg_constraint k
       WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
       AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attname = 'municipality_id')
       AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = k.confrelid AND a.attname = 'municipality_id')
       AND NOT EXISTS (SELECT 1 FROM unnest(k.conkey) n JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = n
         WHERE a.attname = 'municipality_id')`,
    )
    const tables = new Set(names(crossing).map((link) => link.split(' → ')[0]))
    expect([...tables].sort()).toEqual([
      ...[
        'advice',
        'advisor_grant',
        'answer',
        'auth_session',
        'collaboration_invitation',
        'copied_part',
        'improvement_offer',
        'news_item',
        'outdated_flag',
      ],
      ...[
        'person',
        'plan_interest',
        'programme_project',
        'project',
        'project_copy',
        'project_prerequisite',
        'question',
        'question_recipient',
        'recommendation_reply',
      ],
      ...['report_recommendation', 'report_review', 'reuse', 'search_document', 'setup_invitation'],
    ])
  })

  test('A5 no view looks past the policies of its reader', async () => {
    const views = await rows(
      owner(),
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
       AND (relkind = 'm' OR (relkind = 'v' AND NOT coalesce(reloptions, '{}') && ARRAY['security_invoker=true', 'security_invoker=on']))`,
    )
    expect(names(views)).toEqual([])
  })

  test('what runs as the owner is little, has a fixed search path, and is not for everybody', async () => {
    const definers = await rows(
      owner(),
      `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef`,
    )
    expect(names(definers)).toEqual([
      ...[
        'act_as',
        'add_answer_to_search',
        'add_successor',
        'administers',
        'advisors_come_and_go',
        'advisors_to_let_in',
        'answer_collaboration',
        'answer_invitation',
        'answer_times',
        'applied_migrations',
        'ask_for_recommendations',
        'ask_for_upkeep',
        'audience_settles_merges',
        'carry_identities',
        'clear_outdated',
        'deleted_projects',
        'end_outdated_sessions',
        'ended_grants_lead_out',
        'erase_person',
        'erased_come_not_in',
        'examples_for_municipalities',
        'find_participant',
        'flag_as_visitor',
        'found_collaboration',
        'founds',
        'give_advisor_grant',
        'grant_counts',
        'guest_people',
        'guest_projects',
      ],
      ...[
        'guests_follow_home',
        'hand_over_views',
        'has_client_secret',
        'has_room',
        'is_provisioned',
        'leave_collaboration',
        'lineage_links',
        'link_audit',
        'manages',
        'may_find',
        'merge_brings_along',
        'merge_consequences',
        'merge_municipality',
        'my_guest_projects',
        'my_guest_rows',
        'my_invitations',
        'my_leave',
        'note_answer',
        'pass_on_questions',
        'people_count',
        'people_to_search_for',
        'people_to_write_to',
      ],
      ...[
        'reform_preview',
        'remind_of_advice',
        'remove_deleted',
        'report_contacts',
        'report_evidence',
        'report_taken_back',
        'search_arrivals',
        'search_hits',
        'search_suggestions',
        'seat_founder',
        'secrets_of_connection',
        'session_with',
        'sessions_of_provider',
        'settle_merge',
        'setup_of_link',
        'setup_of_session',
        'shared_plans',
        'slug_is_taken',
        'storage_use',
        'stored_of',
        'tell_of_findable',
        'tell_people',
        'troubled_letters',
        'try_letter_again',
        'use_scim_token',
      ],
    ])
    const loose = await rows(
      owner(),
      `SELECT proname AS name FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND prosecdef
       AND (NOT EXISTS (SELECT 1 FROM unnest(proconfig) c WHERE c IN ('search_path=""', 'search_path=pg_catalog, public, pg_temp'))
         OR proacl IS NULL OR EXISTS (SELECT 1 FROM aclexplode(proacl) a WHERE a.grantee = 0))`,
    )
    expect(names(loose)).toEqual([])
  })

  test('what runs as the owner cannot be led to tables of the caller’s making', async () => {
    const make = 'CREATE TEMPORARY TABLE municipality AS SELECT 1 AS id'
    await expect(read(visitor, (tx) => tx.$executeRawUnsafe(make))).rejects.toThrow(/permission denied/)
  })
})

describe('table by table', () => {
  let [ours, theirs]: Staff[] = []
  const our = () => ours as Staff
  const their = () => (theirs as Staff).municipality

  beforeAll(async () => {
    ours = await furnish()
    theirs = await furnish()
  })

  test('there is something to hide in every table', async () => {
    const empty: string[] = []
    for (const table of municipal) if ((await count(owner(), table, their())) === 0) empty.push(table)
    for (const table of sensitive) if ((await count(owner(), table)) === 0) empty.push(table)
    expect(empty).toEqual([])
  })

  test('one’s own is there', async () => {
    const hidden: string[] = []
    for (const table of municipal) if ((await seen(our(), table, our().municipality)) === 0) hidden.push(table)
    expect(hidden).toEqual([])
  })

  test('A3 nobody else reads a row', async () => {
    const others = { staff: our(), advisor: await makeAdvisor(), visitor, stranger: await makeStaff() }
    const leaks: string[] = []
    for (const [who, actor] of Object.entries(others))
      for (const table of municipal) {
        const leaked = await seen(actor, table, their())
        // What advisors sent to a municipality they may read themselves.
        if (leaked > 0 && !(actor.kind === 'advisor' && ['advice', 'report_review'].includes(table)))
          leaks.push(`${who} ${table}`)
      }
    expect(leaks).toEqual([])
  })

  test('the sign-in sees people, doors and sessions, and nothing a municipality owns', async () => {
    const opened: string[] = []
    for (const table of [...municipal, 'featured_case', 'search_log']) if ((await seen(signin, table)) > 0) opened.push(table)
    // The phase model it sees is the national one.
    expect(opened).toEqual([
      ...[
        'advisor_grant',
        'auth_session',
        'identity_provider',
        'municipality_closure',
        'person',
        'person_invitation',
        'phase_model',
      ],
      'setup_invitation',
    ])
    expect(await seen(signin, 'phase_model', their())).toBe(0)
  })

  test('A3 nobody else adds, changes or removes a row', async () => {
    const before = await fingerprint()
    const broken: string[] = []
    const attempt = async (what: string, sql: string, ...values: unknown[]) => {
      const answer = await transaction(our(), (tx) => tx.$executeRawUnsafe(sql, ...values)).then(
        (changed) => (changed === 0 ? null : `changed ${changed}`),
        (error: Error) => (refused.test(error.message) || final.test(error.message) ? null : error.message),
      )
      if (answer !== null) broken.push(`${what}: ${answer}`)
    }
    for (const table of municipal) {
      await attempt(`delete ${table}`, `DELETE FROM "${table}" WHERE municipality_id = $1::uuid`, their().id)
      for (const column of await updatable(table))
        await attempt(
          `update ${table}`,
          `UPDATE "${table}" SET "${column}" = "${column}" WHERE municipality_id = $1::uuid`,
          their().id,
        )
      const copy = await rowLike(table)
      await attempt(
        `insert ${table}`,
        `INSERT INTO "${table}" SELECT (jsonb_populate_record(NULL::"${table}", $1::jsonb)).*`,
        copy,
      )
      await attempt(
        `give ${table}`,
        `UPDATE "${table}" SET municipality_id = $1::uuid WHERE municipality_id = $2::uuid`,
        their().id,
        our().municipality.id,
      )
    }
    expect(broken).toEqual([])
    expect(await fingerprint()).toEqual(before)
  })

  test('an insert refused above is refused for whose row it is: one’s own is let in', async () => {
    const row = { ...JSON.parse(await rowLike('change', our().municipality)), text: 'Vår egen' }
    const insert = 'INSERT INTO "change" SELECT (jsonb_populate_record(NULL::"change", $1::jsonb)).*'
    expect(await transaction(our(), (tx) => tx.$executeRawUnsafe(insert, JSON.stringify(row)))).toBe(1)
  })

  test('reuse is told only of a report that one may read', async () => {
    const report = await owner().experienceReport.findFirstOrThrow({
      where: { municipalityId: their().id },
      select: { id: true },
    })
    const municipalityId = our().municipality.id
    const told = { municipalityId, reportId: report.id, state: 'planned' as const, sinceOn: new Date('2026-06-01') }
    await expect(transaction(our(), (tx) => tx.reuse.createMany({ data: [told] }))).rejects.toThrow(refused)
  })

  test('A4 whoever has not said who they are sees nothing at all', async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL })
    await client.connect()
    const leaks: string[] = []
    for (const table of [...municipal, ...sensitive]) {
      const found = await client.query(`SELECT 1 FROM "${table}" LIMIT 1`).then(
        ({ rowCount }) => rowCount,
        (error: Error) => (refused.test(error.message) ? 0 : error.message),
      )
      if (found !== 0) leaks.push(`${table} ${found}`)
    }
    const { rowCount } = await client.query('SELECT 1 FROM search_hits(NULL, NULL, NULL)')
    await client.end()
    expect([leaks, rowCount]).toEqual([[], 0])
  })

  test('a made-up kind of viewer sees nothing of others', async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL })
    await client.connect()
    const leaks: string[] = []
    for (const kind of ['', 'owner', 'postgres', 'STAFF']) {
      await client.query(`SELECT set_config('delt.viewer_kind', $1, false), set_config('delt.municipality_id', $2, false)`, [
        kind,
        their().id,
      ])
      for (const table of ['project', 'experience_report', 'lesson', 'person', 'log_entry', 'status_report']) {
        const { rowCount } = await client.query(`SELECT 1 FROM "${table}" WHERE municipality_id = $1`, [their().id])
        if (rowCount !== 0) leaks.push(`${kind} ${table}`)
      }
    }
    await client.end()
    expect(leaks).toEqual([])
  })

  test('everything of one that goes up in another follows, for the people of that and nobody else; its trail stays, and is read by them', async () => {
    await owner().municipalityClosure.deleteMany({})
    const [before, heir] = [their(), await makeStaff()]
    const counted = async (id: string) => {
      const found: Record<string, number> = {}
      for (const table of municipal) found[table] = await count(owner(), table, { id })
      return found
    }
    const own = await makeProject(heir, { number: 'felles-1' })
    const [some] = await owner().project.findMany({ where: { municipalityId: before.id }, select: { id: true } })
    await owner().project.update({ where: { id: some?.id ?? '' }, data: { number: 'felles-1' }, select: { id: true } })
    const [had, has] = [await counted(before.id), await counted(heir.municipality.id)]
    const trail = had.audit_event ?? 0
    expect(trail).toBeGreaterThan(0)
    const operator = await makeOperator()
    const reform = {
      from: [before.number],
      to: heir.municipality.number,
      others: [our().municipality.number],
      onDate: '2028-01-01',
    }
    await expect(carryOutReform(our(), reform)).rejects.toMatchObject({ reason: 'forbidden' })
    await carryOutReform(operator, reform)
    const [left, now] = [await counted(before.id), await counted(heir.municipality.id)]
    expect(Object.entries(left).filter(([table, n]) => n > 0 && table !== 'audit_event')).toEqual([])
    const lost = municipal.filter((table) => (now[table] ?? 0) < (had[table] ?? 0) + (has[table] ?? 0))
    expect(lost).toEqual(['audit_event'])
    const moved: Staff = { ...(theirs as Staff), municipality: heir.municipality }
    const reread: string[] = []
    for (const table of municipal) {
      if ((await seen(moved, table, heir.municipality)) === 0 && (now[table] ?? 0) > 0) reread.push(`misses ${table}`)
      for (const stranger of [our(), await makeStaff(), visitor])
        if ((await seen(stranger, table, heir.municipality)) > 0) reread.push(`${stranger.kind} sees ${table}`)
    }
    expect(reread).toEqual([])
    expect(await read(heir, (tx) => tx.auditEvent.count({ where: { municipalityId: before.id } }))).toBeGreaterThanOrEqual(trail)
    expect(await read(our(), (tx) => tx.auditEvent.count({ where: { municipalityId: before.id } }))).toBe(0)
    const numbers = await owner().project.findMany({
      where: { municipalityId: heir.municipality.id, number: { startsWith: 'felles-1' } },
    })
    expect(numbers.map(({ number }) => number).sort()).toEqual(['felles-1', `felles-1-${before.number}`])
    expect(numbers.find(({ number }) => number === 'felles-1')?.id).toBe(own.id)
    expect(await numberToday(visitor, before.number)).toBe(heir.municipality.number)
    const doors = await doorChoices(visitor)
    expect(doors.some(({ number }) => number === before.number)).toBe(false)
    expect(doors.find(({ number }) => number === heir.municipality.number)?.also).toContain(before.name)
    expect((await verifyAudit(owner())).faults).toEqual([])
    await expect(carryOutReform(operator, reform)).rejects.toMatchObject({ reason: 'conflict' })
    // Records are as unchangeable as they were.
    const decided = (tx: Tx) =>
      tx.gateDecision.updateMany({ where: { municipalityId: heir.municipality.id }, data: { outcome: 'rejected' } })
    await expect(owner().$transaction(decided)).rejects.toThrow(final)
  })

  /** What the other municipality has, as one line a table. */
  async function fingerprint(): Promise<Cell[]> {
    const lines = municipal.map(
      (table) =>
        `SELECT '${table}' AS name, count(*)::int AS n, md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM "${table}" t WHERE municipality_id = $1::uuid`,
    )
    return rows(owner(), lines.join(' UNION ALL '), their().id)
  }

  async function updatable(table: string): Promise<string[]> {
    const found = await rows(
      owner(),
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = '"${table}"'::regclass AND attnum > 0 AND NOT attisdropped
       AND has_column_privilege('delt_app', attrelid, attnum, 'UPDATE')`,
    )
    return names(found).slice(0, 3)
  }

  /** A row like one of theirs, under an id of its own. */
  async function rowLike(table: string, of = their()): Promise<string> {
    const [found] = await rows(
      owner(),
      `SELECT to_jsonb(t) AS row FROM "${table}" t WHERE municipality_id = $1::uuid LIMIT 1`,
      of.id,
    )
    return JSON.stringify({ ...(found?.row as Cell), id: newId() })
  }
})

describe('the pool', () => {
  // The client of the program, past the door that tells the database who asks.
  const pool = () => (globalThis as typeof globalThis & { deltPrisma: Pick<Tx, '$queryRawUnsafe'> }).deltPrisma

  test('A5 a connection given back has forgotten who used it', async () => {
    const kari = await makeStaff()
    await makeProject(kari)
    const used = await read(kari, async (tx) => {
      expect(await count(tx, 'project')).toBe(1)
      return (await rows(tx, 'SELECT pg_backend_pid() AS pid'))[0]?.pid
    })
    const after = await Promise.all(
      Array.from({ length: 12 }, () =>
        rows(
          pool(),
          `SELECT pg_backend_pid() AS pid, viewer_kind() AS kind, viewer_municipality() AS municipality, viewer_person() AS person,
             (SELECT count(*)::int FROM project) AS projects`,
        ),
      ),
    )
    expect(after.flat().map(({ pid }) => pid)).toContain(used)
    for (const { kind, municipality, person, projects } of after.flat())
      expect([kind, municipality, person, projects]).toEqual([null, null, null, 0])
  })

  test('also when the work failed', async () => {
    const kari = await makeStaff()
    await expect(
      transaction(kari, () => {
        throw new Error('halfway')
      }),
    ).rejects.toThrow('halfway')
    const after = await Promise.all(Array.from({ length: 12 }, () => rows(pool(), 'SELECT viewer_kind() AS kind')))
    expect(after.flat().every(({ kind }) => kind === null)).toBe(true)
  })

  test('A5 forty at once never see each other’s', async () => {
    const both = [await makeStaff(), await makeStaff()]
    for (const staff of both) await makeProject(staff)
    const seenBy = await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const staff = both[index % 2] as Staff
        return read(staff, async (tx) => {
          const first = await tx.project.findMany({ select: { municipalityId: true } })
          await tx.$queryRawUnsafe(`SELECT pg_sleep(${(index % 5) / 100})::text`)
          const second = await tx.milestone.findMany({ select: { municipalityId: true } })
          return { own: staff.municipality.id, found: [...first, ...second].map((row) => row.municipalityId) }
        })
      }),
    )
    for (const { own, found } of seenBy) {
      expect(found.length).toBeGreaterThan(1)
      expect(new Set(found)).toEqual(new Set([own]))
    }
  })
})

describe('a shared project', () => {
  const plan = [
    ...['project', 'project_phase', 'checklist_item', 'milestone', 'deliverable', 'uncertainty', 'uncertainty_action'],
    ...['change', 'benefit', 'indicator', 'task', 'task_step', 'stakeholder', 'communication', 'plan_link'],
  ]
  const kept = [
    ...['project_member', 'gate_decision', 'gate_condition', 'budget_line', 'measurement', 'status_report', 'log_entry'],
    ...['project_copy', 'copied_part', 'audit_event', 'lesson', 'person', 'search_document', 'uncertainty_assessment'],
    ...['allocation', 'absence', 'document', 'document_version', 'deleted_item', 'report_series', 'saved_view', 'idea'],
    ...['municipality_settings', 'programme', 'programme_project', 'project_template', 'project_template_version'],
  ]
  const audiences = [
    { visibility: 'open', sees: { visitor: true, advisor: true, stranger: true, partner: true } },
    { visibility: 'municipalities', sees: { visitor: false, advisor: true, stranger: true, partner: true } },
    { visibility: 'collaboration', sees: { visitor: false, advisor: false, stranger: false, partner: true } },
    { visibility: 'municipality', sees: { visitor: false, advisor: false, stranger: false, partner: false } },
  ] as const

  test.each(audiences)(
    '$visibility: the plan is read by its audience, the rest by its own municipality only',
    async (audience) => {
      const [kari, partner] = [await makeStaff(), await makeStaff()]
      const collaboration = await makeCollaboration([kari.municipality, partner.municipality])
      const source = await makeReport(await makeStaff(), await makeProject(await makeStaff(), { visibility: 'open' }))
      const project = await makeProject(kari, { visibility: audience.visibility, collaboration: collaboration.slug })
      await makeItems(kari, project)
      await makeHousehold(kari, project)
      await makeStatusReport(kari, project)
      await makeLesson(kari, project)
      await makeReuse(kari, source)
      const origin = await makeProject(await makeStaff(), { visibility: 'open' })
      const copy = await copyProject(kari, { projectId: origin.id, title: 'Kopi', startOn: '2027-01-04', parts: ['milestones'] })
      await owner().project.update({
        where: { id: copy.projectId },
        data: {
          visibility: audience.visibility,
          visibleToCollaborationId: audience.visibility === 'collaboration' ? collaboration.id : null,
        },
      })
      for (const table of [...plan, ...kept]) expect(await seen(kari, table, kari.municipality), table).toBeGreaterThan(0)
      const readers = { visitor, advisor: await makeAdvisor(), stranger: await makeStaff(), partner }
      for (const [who, reader] of Object.entries(readers)) {
        const isSeen = audience.sees[who as keyof typeof readers]
        for (const table of plan) expect((await seen(reader, table, kari.municipality)) > 0, `${who} ${table}`).toBe(isSeen)
        for (const table of kept) expect(await seen(reader, table, kari.municipality), `${who} ${table}`).toBe(0)
      }
    },
  )
})

describe('a report', () => {
  const lines = {
    cost: 'report_cost_line',
    effect: 'report_effect',
    advice: 'report_prerequisite',
    parts: 'report_part',
  } as const
  const whole = ['experience_report', 'report_section', ...Object.values(lines)]

  test('a section with a narrower audience is not there for others, nor is what belongs to it', async () => {
    const [kari, partner, stranger] = [await makeStaff(), await makeStaff(), await makeStaff()]
    const { id: collaborationId } = await makeCollaboration([kari.municipality, partner.municipality])
    const report = await makeReport(kari, await makeProject(kari))
    const own = kari.municipality
    for (const table of whole) expect(await seen(stranger, table, own), table).toBeGreaterThan(0)
    for (const [kind, table] of Object.entries(lines)) {
      const reportId_kind = { reportId: report.id, kind: kind as keyof typeof lines }
      const narrow = (visibility: 'municipality' | 'collaboration' | null) =>
        owner().reportSection.update({
          where: { reportId_kind },
          data: { visibility, visibleToCollaborationId: visibility === 'collaboration' ? collaborationId : null },
        })
      const sectionSeen = (actor: Actor) => read(actor, (tx) => tx.reportSection.count({ where: reportId_kind }))
      await narrow('municipality')
      for (const actor of [stranger, partner, visitor, await makeAdvisor()])
        expect([await sectionSeen(actor), await seen(actor, table, own)], `${actor.kind} ${kind}`).toEqual([0, 0])
      expect(await seen(kari, table, own), kind).toBeGreaterThan(0)
      await narrow('collaboration')
      expect([await sectionSeen(stranger), await seen(stranger, table, own)], kind).toEqual([0, 0])
      expect(await sectionSeen(partner), kind).toBe(1)
      expect(await seen(partner, table, own), kind).toBeGreaterThan(0)
      await narrow(null)
    }
  })

  test('a section cannot be wider than its report', async () => {
    const kari = await makeStaff()
    const report = await makeReport(kari, await makeProject(kari), { visibility: 'municipality' })
    await owner().reportSection.updateMany({ where: { reportId: report.id }, data: { visibility: 'open' } })
    for (const actor of [visitor, await makeStaff()])
      for (const table of whole) expect(await seen(actor, table, kari.municipality), table).toBe(0)
  })

  test('a draft, a withdrawn report, and everything in them is unseen by others whatever their audience', async () => {
    const [kari, drafter] = [await makeStaff(), await makeStaff()]
    const report = await makeReport(kari, await makeProject(kari), { visibility: 'open' })
    await makeDraftReport(drafter, await makeProject(drafter), { visibility: 'open' })
    await makeReuse(await makeStaff(), report, { visibility: 'open' })
    await makeFeatured(await makeAdvisor(), report)
    expect(await seen(visitor, 'reuse')).toBeGreaterThan(0)
    const before = await seen(visitor, 'featured_case')
    await owner().experienceReport.update({ where: { id: report.id }, data: { status: 'withdrawn' } })
    for (const actor of [visitor, await makeStaff(), await makeAdvisor()])
      for (const table of whole)
        for (const { municipality } of [kari, drafter])
          expect(await seen(actor, table, municipality), `${actor.kind} ${table}`).toBe(0)
    expect(await read(visitor, (tx) => tx.reuse.count({ where: { reportId: report.id } }))).toBe(0)
    expect(await seen(visitor, 'featured_case')).toBe(before - 1)
    for (const table of whole) expect(await seen(kari, table, kari.municipality), table).toBeGreaterThan(0)
  })
})

describe('a saved view', () => {
  test('is seen by its owner until it is shared with the colleagues, and changed by the owner alone', async () => {
    const kari = await makeStaff()
    const ola = await makeStaff({ name: 'Ola', municipality: kari.municipality })
    const admin = await makeStaff({ municipality: kari.municipality, roles: ['member', 'municipality_admin'] })
    const stranger = await makeStaff()
    await makeHousehold(kari, await makeProject(kari))
    const mine = { municipalityId: kari.municipality.id, ownerId: kari.personId, list: 'prosjekter', query: '' }
    await transaction(kari, (tx) => tx.savedView.createMany({ data: [{ ...mine, name: 'Delt med oss', isShared: true }] }))
    const namesSeen = (actor: Actor) =>
      read(actor, async (tx) => (await tx.savedView.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name))
    expect(await namesSeen(kari)).toEqual(['Delt med oss', 'Mine'])
    for (const colleague of [ola, admin]) expect(await namesSeen(colleague)).toEqual(['Delt med oss'])
    for (const other of [stranger, await makeAdvisor(), visitor]) expect(await namesSeen(other)).toEqual([])
    for (const other of [ola, admin, stranger]) {
      expect((await transaction(other, (tx) => tx.savedView.updateMany({ data: { name: 'Min nå' } }))).count).toBe(0)
      expect((await transaction(other, (tx) => tx.savedView.deleteMany({}))).count).toBe(0)
      const inHerName = { data: [{ ...mine, name: 'I hennes navn' }] }
      await expect(transaction(other, (tx) => tx.savedView.createMany(inHerName))).rejects.toThrow(refused)
    }
    const giveAway = { where: { ownerId: kari.personId }, data: { ownerId: ola.personId } }
    await expect(transaction(kari, (tx) => tx.savedView.updateMany(giveAway))).rejects.toThrow(refused)
    expect((await transaction(kari, (tx) => tx.savedView.updateMany({ data: { isStandard: true } }))).count).toBe(2)
  })
})

describe('records', () => {
  test('a condition of a decision is followed up, not rewritten or removed', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    const where = { decision: { projectId: project.id } }
    const before = await owner().gateCondition.findFirstOrThrow({ where })
    const change = (data: object) => transaction(kari, (tx) => tx.gateCondition.updateMany({ where, data }))
    const kept = { text: 'Noe annet', owner: 'Ingen', dueOn: new Date('2030-01-01'), gateDecisionId: newId(), id: newId() }
    for (const [name, value] of Object.entries(kept)) await expect(change({ [name]: value }), name).rejects.toThrow(refused)
    await expect(change({ closedNote: 'Ok', text: 'Noe annet' })).rejects.toThrow(refused)
    await expect(transaction(kari, (tx) => tx.gateCondition.deleteMany({ where }))).rejects.toThrow(refused)
    const followed = { closedOn: new Date('2026-11-23'), closedNote: 'Styrerne er med', version: 2 }
    expect((await change(followed)).count).toBe(1)
    expect(await owner().gateCondition.findFirstOrThrow({ where })).toEqual({ ...before, ...followed })
  })

  test('a phase model is written by its own municipality alone, a national one by nobody, and no version is rewritten', async () => {
    const [kari, ola] = [await makeStaff({ roles: ['member', 'portfolio_manager'] }), await makeStaff()]
    const theirs = await owner().phaseModel.create({
      data: {
        municipalityId: ola.municipality.id,
        code: 'egen',
        name: 'Deres modell',
        phases: {
          create: [
            { position: 1, code: 'start', nameNb: 'Start', nameNn: 'Start', nameEn: 'Start', checklist: { create: [check(1)] } },
          ],
        },
      },
      include: { phases: true },
    })
    const national = await owner().phaseModel.findFirstOrThrow({ where: { municipalityId: null }, include: { phases: true } })
    const phase = { code: 'ny', position: 90, nameNb: 'Ny', nameNn: 'Ny', nameEn: 'New' }
    for (const model of [theirs, national]) {
      const phaseModelPhaseId = model.phases[0]?.id ?? ''
      for (const run of [
        (tx: Tx) => tx.phaseModelPhase.createMany({ data: [{ ...phase, phaseModelId: model.id }] }),
        (tx: Tx) => tx.phaseModelChecklistItem.createMany({ data: [{ ...check(90), phaseModelPhaseId }] }),
        (tx: Tx) => tx.phaseModelPhase.updateMany({ where: { phaseModelId: model.id }, data: { nameNb: 'Endret' } }),
        (tx: Tx) => tx.phaseModelPhase.deleteMany({ where: { phaseModelId: model.id } }),
        (tx: Tx) => tx.phaseModelChecklistItem.deleteMany({ where: { phaseModelPhaseId } }),
        (tx: Tx) => tx.phaseModel.deleteMany({ where: { id: model.id } }),
        (tx: Tx) => tx.phaseModel.updateMany({ where: { id: model.id }, data: { name: 'Endret' } }),
      ])
        await expect(transaction(kari, run)).rejects.toThrow(refused)
      const retired = await transaction(kari, (tx) =>
        tx.phaseModel.updateMany({ where: { id: model.id }, data: { isActive: false } }),
      )
      expect(retired.count).toBe(0)
    }
    await expect(
      transaction(kari, (tx) => tx.phaseModel.createMany({ data: [{ code: 'felles', name: 'Felles' }] })),
    ).rejects.toThrow(refused)
    const seenBy = (actor: Actor) =>
      read(actor, async (tx) => [
        await tx.phaseModelPhase.count({ where: { phaseModelId: theirs.id } }),
        await tx.phaseModelChecklistItem.count({ where: { phase: { phaseModelId: theirs.id } } }),
        await tx.phaseModelPhase.count({ where: { phaseModelId: national.id } }),
      ])
    for (const actor of [kari, visitor, await makeAdvisor()]) expect(await seenBy(actor)).toEqual([0, 0, national.phases.length])
    expect(await seenBy(ola)).toEqual([1, 1, national.phases.length])
    const own = (tx: Tx) => tx.phaseModelPhase.createMany({ data: [{ ...phase, phaseModelId: theirs.id }] })
    expect((await transaction(ola, own)).count).toBe(1)
    const rewrite = (tx: Tx) => tx.phaseModelPhase.updateMany({ where: { phaseModelId: theirs.id }, data: { nameNb: 'Endret' } })
    await expect(transaction(ola, rewrite)).rejects.toThrow(refused)
  })

  test('an uploaded file and a published version of a template are never changed', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    await makeItems(kari, project)
    await makeHousehold(kari, project)
    const where = { municipalityId: kari.municipality.id }
    for (const run of [
      (tx: Tx) => tx.documentVersion.updateMany({ where, data: { fileName: 'annet.pdf' } }),
      (tx: Tx) => tx.projectTemplateVersion.updateMany({ where, data: { comment: 'Annet' } }),
    ]) {
      await expect(transaction(kari, run)).rejects.toThrow(final)
      await expect(owner().$transaction(run)).rejects.toThrow(final)
    }
  })

  test('a gate decision is never changed or removed, not by its own and not by the owner of the tables', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    const where = { projectId: project.id }
    for (const run of [
      (tx: Tx) => tx.gateDecision.updateMany({ where, data: { outcome: 'rejected' } }),
      (tx: Tx) => tx.gateDecision.deleteMany({ where }),
    ]) {
      await expect(transaction(kari, run)).rejects.toThrow(final)
      await expect(owner().$transaction(run)).rejects.toThrow(final)
    }
    expect(await owner().gateDecision.count({ where: { ...where, outcome: 'rejected' } })).toBe(0)
    expect(await owner().gateDecision.count({ where })).toBe(3)
  })

  test('a published status report is locked; a draft is not', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    const { id } = await makeStatusReport(kari, project)
    const where = { id }
    const change = (tx: Tx) => tx.statusReport.updateMany({ where, data: { text: 'Alt går bra' } })
    const remove = (tx: Tx) => tx.statusReport.deleteMany({ where })
    for (const run of [change, remove]) {
      await expect(transaction(kari, run)).rejects.toThrow(final)
      await expect(owner().$transaction(run)).rejects.toThrow(final)
    }
    const reopen = (tx: Tx) => tx.statusReport.updateMany({ where, data: { publishedAt: null } })
    await expect(transaction(kari, reopen)).rejects.toThrow(final)
    const { id: _, ...locked } = await owner().statusReport.findUniqueOrThrow({ where })
    const draft = { ...locked, id: newId(), publishedAt: null, picture: undefined }
    expect((await transaction(kari, (tx) => tx.statusReport.createMany({ data: [draft] }))).count).toBe(1)
    expect((await transaction(kari, (tx) => tx.statusReport.deleteMany({ where: { id: draft.id } }))).count).toBe(1)
  })

  test('L2 the trail is only added to, in one’s own name and municipality', async () => {
    const [kari, other] = [await makeStaff(), await makeStaff()]
    const event = (actorId: string | null, municipalityId: string | null) => ({
      data: [{ actorId, municipalityId, action: 'project.copy', subjectType: 'project', subjectId: newId() }],
    })
    const add = (actor: Actor, actorId: string | null, municipalityId: string | null) =>
      transaction(actor, (tx) => tx.auditEvent.createMany(event(actorId, municipalityId)))
    expect((await add(kari, kari.personId, kari.municipality.id)).count).toBe(1)
    await expect(add(kari, other.personId, kari.municipality.id)).rejects.toThrow(refused)
    await expect(add(kari, kari.personId, other.municipality.id)).rejects.toThrow(refused)
    await expect(add(kari, kari.personId, null)).rejects.toThrow(refused)
    await expect(add(visitor, null, null)).rejects.toThrow(refused)
    const where = { actorId: kari.personId }
    for (const run of [
      (tx: Tx) => tx.auditEvent.updateMany({ where, data: { action: 'nothing' } }),
      (tx: Tx) => tx.auditEvent.deleteMany({ where }),
    ]) {
      await expect(transaction(kari, run)).rejects.toThrow(final)
      await expect(owner().$transaction(run)).rejects.toThrow(final)
    }
    expect(await owner().auditEvent.count({ where })).toBe(1)
  })

  test('nobody raises themselves: roles and people are given by the sign-in as member, else by an administrator', async () => {
    const kari = await makeStaff()
    const role = { personId: kari.personId, role: 'municipality_admin' as const }
    for (const actor of [kari, await makeAdvisor(), visitor, signin])
      await expect(transaction(actor, (tx) => tx.roleAssignment.createMany({ data: [role] }))).rejects.toThrow(refused)
    await expect(
      transaction(kari, (tx) => tx.person.createMany({ data: [{ name: 'Ola', municipalityId: kari.municipality.id }] })),
    ).rejects.toThrow(refused)
    const renamed = await transaction(kari, (tx) => tx.person.updateMany({ where: { id: kari.personId }, data: { name: 'Ola' } }))
    expect(renamed.count).toBe(0)
    const siri = await makeStaff({ municipality: kari.municipality, roles: ['member', 'municipality_admin'] })
    for (const claimed of ['advisor', 'operator'] as const)
      await expect(
        transaction(siri, (tx) => tx.roleAssignment.createMany({ data: [{ ...role, role: claimed }] })),
      ).rejects.toThrow(refused)
    const stranger = { ...role, personId: (await makeStaff()).personId }
    await expect(transaction(siri, (tx) => tx.roleAssignment.createMany({ data: [stranger] }))).rejects.toThrow(refused)
    expect((await transaction(siri, (tx) => tx.roleAssignment.createMany({ data: [role] }))).count).toBe(1)
  })

  test('only advisors feature, and in their own name', async () => {
    const [kari, advisor] = [await makeStaff(), await makeAdvisor()]
    const report = await makeReport(kari, await makeProject(kari), { visibility: 'open' })
    const hidden = await makeReport(kari, await makeProject(kari), { visibility: 'municipality' })
    const on = new Date('2026-11-01')
    const feature = (actor: Actor, featuredBy: string, reportId: string) =>
      transaction(actor, (tx) =>
        tx.featuredCase.createMany({ data: [{ reportId, featuredBy, reason: 'God', startsOn: on, endsOn: on }] }),
      )
    await expect(feature(kari, kari.personId, report.id)).rejects.toThrow(refused)
    await expect(feature(advisor, kari.personId, report.id)).rejects.toThrow(refused)
    await expect(feature(advisor, advisor.personId, hidden.id)).rejects.toThrow(refused)
    expect((await feature(advisor, advisor.personId, report.id)).count).toBe(1)
    expect((await transaction(kari, (tx) => tx.featuredCase.deleteMany({}))).count).toBe(0)
  })
})
