import fs from 'node:fs'
import path from 'node:path'
import { type APIRequestContext, type Browser, expect, test } from '@playwright/test'
import pg from 'pg'
import { alf, ida, signIn, solveig, turid } from './people'

// What Grimstad keeps to itself, asked for at every address there is, by everybody who is from somewhere else.

const siri = { door: '/logg-inn/4202', name: 'Siri Tveiten' }
const others = { nobody: null, member: ida, administrator: alf, advisor: solveig, operator: turid }

/** Addresses of the app with something to fill in, as the folders say them. */
function addresses(folder = 'app'): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return addresses(path.posix.join(folder, entry.name))
    const isWayIn = /^(page|route)\.tsx?$/.test(entry.name) && folder.includes('[')
    return isWayIn ? [folder.replace(/^app/, '').replace(/\/\([^)]+\)/g, '')] : []
  })
}

/** Shows the same to everybody, or what is the nation’s: nothing a municipality keeps to itself is filled in. */
const national = [
  ...['/kommuner/[nummer]', '/logg-inn/[nummer]', '/logg-inn/[nummer]/start', '/drift/kommuner/[nummer]', '/kart/[fil]'],
  ...['/samlinger/[slug]', '/startpakker/[slug]', '/strom/kommune/[nummer]', '/strom/tema/[kode]'],
  ...['/kuratering/forsiden/[id]', '/kuratering/startpakker/[id]', '/kuratering/tall/[tall]'],
  ...['', '/[seksjon]', '/[seksjon]/slett', '/ny', '/rediger', '/slett'].map((part) => `/kuratering/samlinger/[id]${part}`),
  // The public halves of keys, for providers; and an operator looks after every door.
  ...['/.well-known/jwks/[connection]', '/drift/tilkoblinger/[id]'],
]
/** Opens by a key that is sealed or sent, whoever comes with it. */
const byKey = [
  ...['/avmeld/[token]', '/bekreft/[token]', '/invitasjon/[token]', '/invitasjon/[token]/start', '/api/brev/avmeld/[token]'],
  ...['/kom-i-gang/lenke/[token]', '/kom-i-gang/lenke/[token]/start', '/api/auth/[...nextauth]', '/api/scim/v2/[[...path]]'],
  ...['/api/auth/backchannel/[connection]', '/api/auth/frontchannel/[connection]'],
]
/** Lists of one’s own, and one’s own letters, which are not written before somebody waits for one. */
const own = ['/portefolje/[liste]', '/portefolje/eksport/[liste]', '/post/[id]']

const nowhere = '01a22e00-0000-7000-8000-00000000dead'
const noSlug = 'finnes-ikke-noe-sted'

interface Kept {
  /** What stands in place of what the folders leave open, by the address up to there. */
  ids: Record<string, string>
  /** What nobody else may be told. */
  names: string[]
}

const project = '/prosjekter/[id]'

/** Arranges what Grimstad keeps, past the app. */
async function arrange(): Promise<Kept> {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL })
  await client.connect()
  const one = async (sql: string, ...values: unknown[]) => (await client.query(sql, values)).rows[0]
  /** A row like another of its table. */
  const like = (table: string, from: string, changes: object) =>
    one(
      `INSERT INTO "${table}" SELECT (jsonb_populate_record(NULL::"${table}", to_jsonb(t) || $1::jsonb)).* FROM "${table}" t ${from} LIMIT 1 RETURNING *`,
      JSON.stringify({ id: crypto.randomUUID(), ...changes }),
    )
  const { id: municipality_id } = await one("SELECT id FROM municipality WHERE number = '4202'")
  const person = await one('SELECT id FROM person WHERE municipality_id = $1 AND name = $2', municipality_id, siri.name)
  const kept = await one(
    "SELECT id, title FROM project WHERE municipality_id = $1 AND title = 'Elektronisk føring av variabel lønn' AND visibility = 'municipality'",
    municipality_id,
  )
  const place = { municipality_id, project_id: kept.id }
  const title = 'Kjelleren i rådhuset'
  const document = await one(
    'INSERT INTO document (id, municipality_id, project_id, title) VALUES (gen_random_uuid(), $1, $2, $3) RETURNING id',
    ...[municipality_id, kept.id, title],
  )
  await one(
    `INSERT INTO document_version (id, municipality_id, document_id, number, file_name, content_type, size_bytes, sha256, uploaded_by)
     VALUES (gen_random_uuid(), $1, $2, 1, 'kjelleren.pdf', 'application/pdf', 1, sha256('k'), $3)`,
    ...[municipality_id, document.id, person.id],
  )
  const report = await like('experience_report', '', {
    ...{ ...place, collaboration_id: null, slug: 'kjelleren-i-radhuset', title, status: 'draft' },
    ...{ visibility: 'municipality', visible_to_collaboration_id: null, published_at: null },
  })
  const model = await like('phase_model', '', {
    municipality_id,
    code: 'kjelleren',
    name: title,
    is_current: false,
    is_active: false,
  })
  const first = async (table: string, where = 'municipality_id = $1', value: unknown = municipality_id) =>
    (await one(`SELECT id FROM "${table}" WHERE ${where} ORDER BY id LIMIT 1`, value)).id as string
  const inProject = (table: string) => first(table, 'project_id = $1', kept.id)
  const door = await first('identity_provider')
  const idea = await one('SELECT id, title FROM idea WHERE municipality_id = $1 ORDER BY id LIMIT 1', municipality_id)
  const risk = await one('SELECT id, title FROM uncertainty WHERE project_id = $1 ORDER BY id LIMIT 1', kept.id)
  const ids = {
    [project]: kept.id,
    [`${project}/[slag]`]: 'usikkerheter',
    [`${project}/[slag]/[del]`]: risk.id,
    [`${project}/dokumenter/[del]`]: document.id,
    [`${project}/dokumenter/[del]/versjon/[nummer]`]: '1',
    [`${project}/faser/beslutninger/[beslutning]`]: await inProject('gate_decision'),
    [`${project}/status/[rapport]`]: await inProject('status_report'),
    '/planer/[id]': kept.id,
    '/api/kalender/[project]': kept.id,
    '/api/kalender/[project]/[token]': 'a'.repeat(80),
    '/erfaringer/[slug]': report.slug,
    '/erfaringer/[slug]/dokumenter/[del]': document.id,
    '/erfaringer/[slug]/versjon/[nummer]': '1',
    '/kuratering/gjennomgang/[slug]': report.slug,
    '/ideer/[id]': idea.id,
    '/programmer/[id]': await first('programme'),
    '/maler/[id]': await first('project_template'),
    '/maler/fasemodeller/[id]': model.id,
    '/admin/personer/[id]': person.id,
    '/admin/innlogging/[id]': door,
    '/kom-i-gang/[id]': door,
  }
  await client.end()
  return { ids, names: [kept.title, title, idea.title, risk.title] }
}

/** The address with what is kept in it, and with what is nowhere. Undefined where the folders leave open what nobody has said here. */
function filled(address: string, ids: Kept['ids']): { kept: string; nowhere: string } | undefined {
  const [kept, none] = [[] as string[], [] as string[]]
  const segments = address.split('/')
  for (const [index, segment] of segments.entries()) {
    const value = segment.startsWith('[') ? ids[segments.slice(0, index + 1).join('/')] : segment
    if (value === undefined) return undefined
    kept.push(value)
    none.push(madeUp(value, segment))
  }
  return { kept: kept.join('/'), nowhere: none.join('/') }
}

const madeUp = (value: string, segment: string) =>
  !segment.startsWith('[') ? value : /^[0-9a-f-]{36}$/.test(value) ? nowhere : segment === '[slug]' ? noSlug : value

/** What an answer tells: how it went, where it leads, and the words. What was asked for is said as if it were nowhere. */
async function told(request: APIRequestContext, asked: string, ids: string[]): Promise<string> {
  const answer = await request.get(asked, { maxRedirects: 0 })
  const words = (await answer.text())
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
  const all = `${answer.status()} ${answer.headers().location ?? ''} ${words}`
  return ids.reduce((text, id) => text.replaceAll(id, id.includes('-') && !/^[0-9a-f-]{36}$/.test(id) ? noSlug : nowhere), all)
}

async function sessionOf(browser: Browser, person: { door: string; name: string } | null): Promise<APIRequestContext> {
  const context = await browser.newContext()
  if (person) await signIn(await context.newPage(), person)
  return context.request
}

/** A few at a time. */
async function each<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const left = [...things]
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next)
    }),
  )
}

test('A2 A3 what a municipality keeps to itself is nowhere to others, at every address of the app', async ({ browser }) => {
  test.setTimeout(240_000)
  const { ids, names } = await arrange()
  const all = [...new Set(addresses())].filter((address) => ![...national, ...byKey, ...own].includes(address)).sort()
  expect(all.filter((address) => !filled(address, ids))).toEqual([])
  const asked = all.map((address) => ({ address, ...(filled(address, ids) as { kept: string; nowhere: string }) }))
  const replaced = [...new Set(Object.values(ids).filter((id) => id.length > 15 && !/^a+$/.test(id)))]

  const home = await sessionOf(browser, siri)
  const seen: string[] = []
  await each(asked, async ({ address, kept }) => {
    if ((await home.get(kept, { maxRedirects: 0 })).ok()) seen.push(address)
  })
  // Otherwise nothing is tried below: at home most of it is there.
  expect(seen.length).toBeGreaterThan(40)

  const leaks: string[] = []
  for (const [who, person] of Object.entries(others)) {
    const request = await sessionOf(browser, person)
    await each(asked, async ({ address, kept, nowhere: none }) => {
      const [real, unreal] = [await told(request, kept, replaced), await told(request, none, replaced)]
      if (real !== unreal) leaks.push(`${who} ${address}: ${real.slice(0, 200)} ≠ ${unreal.slice(0, 200)}`)
      for (const name of names) if (real.includes(name)) leaks.push(`${who} ${address} tells «${name}»`)
    })
  }
  expect(leaks).toEqual([])
})
