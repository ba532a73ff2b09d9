import { describe, expect, test } from 'vitest'
import { registerIdea } from '@/lib/ideas/commands'
import { newIdeaInput } from '@/lib/ideas/input'
import { noticePage } from '@/lib/news/queries'
import { carryOutReform } from '@/lib/operation/reform/commands'
import { logOf } from '@/lib/people/administration/queries'
import { ownData } from '@/lib/people/privacy/queries'
import { type Actor, type Advisor, asSelf, type Staff, visitor } from '@/lib/platform/actor'
import { goIn, goOut } from '@/lib/platform/auth/inside'
import { actorOf, actorOfPerson } from '@/lib/platform/auth/liveness'
import { endSession } from '@/lib/platform/auth/session-store'
import { addDays, today } from '@/lib/platform/dates'
import { read, signin, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { isReadersChange } from '@/lib/platform/refusal'
import { makeAdvisor, makeOperator, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { makeGrant, makeSession } from '@/lib/testing/inside'
import { endGrant, giveGrant } from './commands'
import { giveForm } from './input'
import { grantsPage, leavesOf, openGrantCount } from './queries'
import { type GrantRole, grantRoles } from './rules'

const sent = (advisor: Advisor, more: object = {}) =>
  giveForm.parse({
    ...{ advisorId: advisor.personId, role: 'portfolio_reader', until: addDays(today(), 14), reason: 'Ser på porteføljen' },
    ...more,
  })

async function begin(role: GrantRole = 'portfolio_reader') {
  const siri = await makeStaff({ roles: ['member', 'municipality_admin'], name: 'Siri Strand' })
  const solveig = await makeAdvisor()
  const [own, foreign] = [await makeProject(siri), await makeProject(await makeStaff())]
  await giveGrant(siri, sent(solveig, { role }))
  const [leave] = await leavesOf(solveig)
  return { siri, solveig, own, foreign, grantId: leave?.id ?? '', token: await makeSession(solveig) }
}

const projectsSeen = (actor: Actor, ids: string[]) =>
  read(actor, async (tx) => (await tx.project.findMany({ where: { id: { in: ids } } })).map(({ id }) => id))

const actionsIn = async (who: Staff) =>
  (await logOf(who, { side: 1 })).lines
    .map(({ action, who: by }) => `${action}: ${by}`)
    .filter((line) => line.startsWith('grant.'))

/** Makes a leave that has run out, as time would. */
const runOut = (id: string) =>
  owner().advisorGrant.update({
    where: { id },
    data: { validFrom: new Date(Date.now() - 86_400_000), validTo: new Date(Date.now() - 1000) },
  })

describe('A6 an advisor', () => {
  test('A6 without leave sees nothing that a municipality keeps to itself', async () => {
    const solveig = await makeAdvisor()
    const siri = await makeStaff({ roles: ['member', 'municipality_admin'] })
    const project = await makeProject(siri)
    expect(await projectsSeen(solveig, [project.id])).toEqual([])
    expect(await leavesOf(solveig)).toEqual([])
    const { id } = await makeGrant(siri, await makeAdvisor('En annen'))
    const token = await makeSession(solveig)
    expect(await goIn(token, id)).toBe(false)
    expect(await actorOf(token)).toEqual(solveig)
  })

  test.each(grantRoles)('A6 let in as %s is that there, and nothing anywhere else', async (role) => {
    const { solveig, siri, own, foreign, grantId, token } = await begin(role)
    expect(await actorOf(token)).toEqual(solveig)
    expect(await projectsSeen(solveig, [own.id, foreign.id])).toEqual([])
    expect(await goIn(token, grantId)).toBe(true)
    const inside = await actorOf(token)
    expect(inside).toMatchObject({
      ...{ kind: 'staff', name: solveig.name, municipality: siri.municipality, advisor: { personId: solveig.personId } },
      roles: role === 'portfolio_manager' ? ['member', 'portfolio_manager'] : [role],
    })
    expect(asSelf(inside)).toEqual(solveig)
    expect(await projectsSeen(inside, [own.id, foreign.id])).toEqual([own.id])
    // Administration is the municipality's own.
    await expect(giveGrant(inside, sent(await makeAdvisor('En til')))).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(endGrant(inside, { grantId })).rejects.toMatchObject({ reason: 'forbidden' })
    expect(await read(inside, (tx) => tx.authSession.count({ where: { municipalityId: siri.municipality.id } }))).toBe(0)
  })

  test('A6 let in to read changes nothing, whatever they try; let in to work they do', async () => {
    const reader = await begin()
    await goIn(reader.token, reader.grantId)
    const inside = await actorOf(reader.token)
    const idea = newIdeaInput.parse({ title: 'Digital kø på servicetorget' })
    await expect(registerIdea(inside, idea)).rejects.toMatchObject({ reason: 'forbidden' })
    const change = transaction(inside, (tx) => tx.project.updateMany({ where: { id: reader.own.id }, data: { title: 'Nytt' } }))
    expect(await change.catch(isReadersChange)).toBe(true)
    const worker = await begin('portfolio_manager')
    await goIn(worker.token, worker.grantId)
    const change2 = (actor: Actor, id: string) =>
      transaction(actor, (tx) => tx.project.updateMany({ where: { id }, data: { title: 'Nytt' } }))
    const other = await actorOf(worker.token)
    expect(await change2(other, worker.own.id)).toEqual({ count: 1 })
    expect(await change2(other, worker.foreign.id)).toEqual({ count: 0 })
    expect(await change2(other, reader.own.id)).toEqual({ count: 0 })
  })

  test('A6 whose leave runs out between two requests is refused at the next, and the log says why', async () => {
    const { siri, solveig, own, grantId, token } = await begin()
    await goIn(token, grantId)
    const inside = await actorOf(token)
    expect(await projectsSeen(inside, [own.id])).toEqual([own.id])
    await runOut(grantId)
    // Also whoever the program took them for a moment ago.
    expect(await projectsSeen(inside, [own.id])).toEqual([])
    expect(await actorOf(token)).toEqual(solveig)
    expect(await goIn(token, grantId)).toBe(false)
    expect(await actionsIn(siri)).toEqual([
      'grant.leave: Solveig Nygård (KommIT)',
      'grant.enter: Solveig Nygård (KommIT)',
      'grant.give: Siri Strand',
    ])
    const left = await owner().auditEvent.findFirstOrThrow({ where: { action: 'grant.leave', subjectId: grantId } })
    expect(left.detail).toEqual({ why: 'expired' })
  })

  test('A6 whose leave is ended is outside at once, in the middle of what they do, and is told', async () => {
    const { siri, solveig, own, grantId, token } = await begin('portfolio_manager')
    await goIn(token, grantId)
    const inside = await actorOf(token)
    await endGrant(siri, { grantId })
    expect(await projectsSeen(inside, [own.id])).toEqual([])
    await expect(
      transaction(inside, (tx) => tx.project.updateMany({ where: { id: own.id }, data: { title: 'Nytt' } })),
    ).resolves.toEqual({ count: 0 })
    expect(await actorOf(token)).toEqual(solveig)
    expect((await noticePage(solveig, 1)).notices.map(({ kind, by }) => [kind, by])).toEqual([
      ['grant_ended', siri.municipality.name],
      ['grant_given', siri.municipality.name],
    ])
    await expect(endGrant(siri, { grantId })).rejects.toMatchObject({ reason: 'not-found' })
    expect(await grantsPage(siri)).toMatchObject({
      open: [],
      former: [{ id: grantId, advisor: solveig.name, state: 'ended', ended: { by: siri.name } }],
    })
  })

  test('A6 goes out by themselves, and when they sign out; both stand in the log', async () => {
    const { siri, solveig, grantId, token } = await begin()
    await goIn(token, grantId)
    await goOut(token)
    expect(await actorOf(token)).toEqual(solveig)
    await goIn(token, grantId)
    await endSession(token)
    expect((await actorOf(token)).kind).toBe('visitor')
    const left = await owner().auditEvent.findMany({
      where: { action: 'grant.leave', municipalityId: siri.municipality.id },
      orderBy: { at: 'asc' },
    })
    expect(left.map(({ detail }) => detail)).toEqual([{ why: 'self' }, { why: 'session' }])
  })

  test('A6 who is an advisor no longer, or whose municipality is closed, is let in nowhere', async () => {
    const one = await begin()
    await goIn(one.token, one.grantId)
    await owner().roleAssignment.deleteMany({ where: { personId: one.solveig.personId } })
    expect((await actorOf(one.token)).kind).toBe('visitor')
    const two = await begin()
    await goIn(two.token, two.grantId)
    const inside = await actorOf(two.token)
    const closure = { municipalityId: two.siri.municipality.id, closedBy: two.siri.personId, reason: 'Ute' }
    await owner().municipalityClosure.create({ data: closure })
    expect(await projectsSeen(inside, [two.own.id])).toEqual([])
    expect(await actorOf(two.token)).toEqual(two.solveig)
  })

  test('A6 is in one municipality at a time', async () => {
    const { solveig, own, grantId, token } = await begin()
    const tor = await makeStaff({ roles: ['member', 'municipality_admin'] })
    const theirs = await makeProject(tor)
    const other = await makeGrant(tor, solveig)
    await goIn(token, grantId)
    await goIn(token, other.id)
    expect(await projectsSeen(await actorOf(token), [own.id, theirs.id])).toEqual([theirs.id])
  })
})

describe('A6 the database', () => {
  /** As the program's own role, saying by hand that one acts from a seat. */
  const claimed = (seat: string, sql: string) =>
    transaction(visitor, async (tx) => {
      await tx.$queryRaw`SELECT set_config('delt.viewer_kind', '', true), set_config('delt.seat', ${seat}, true)`
      return tx.$queryRawUnsafe<{ n: bigint }[]>(sql).then(([row]) => Number(row?.n))
    })
  const count = (table: string) => `SELECT count(*) AS n FROM ${table}`

  test('A6 gives nobody anything for saying that they were let in', async () => {
    const { siri, solveig, own, grantId } = await begin()
    const stranger = await makeAdvisor('Uten Tilgang')
    const { personId: seat } = await owner().advisorGrant.findUniqueOrThrow({ where: { id: grantId } })
    expect(await claimed(seat, `${count('project')} WHERE id = '${own.id}'`)).toBe(1)
    const tables = [
      'project',
      'person',
      'audit_event',
      'municipality_settings',
      'advisor_grant',
      'auth_session',
      'role_assignment',
    ]
    const nothing = async (seat: string) => {
      for (const table of tables) expect(await claimed(seat, count(table)), table).toBe(0)
    }
    for (const { personId } of [stranger, solveig, siri]) await nothing(personId)
    await nothing(newId())
    await runOut(grantId)
    await nothing(seat)
    const written = transaction(visitor, async (tx) => {
      await tx.$queryRaw`SELECT set_config('delt.viewer_kind', '', true), set_config('delt.seat', ${seat}, true)`
      return tx.idea.createMany({ data: [{ municipalityId: siri.municipality.id, title: 'x', registeredBy: seat }] })
    })
    await expect(written).rejects.toThrow(/row-level security/)
  })

  test('A6 lets no program write leave, lengthen it or go in without it', async () => {
    const { siri, solveig, grantId, token } = await begin()
    const refused = /row-level security|permission denied|nobody goes in/
    const at = new Date(Date.now() + 80 * 86_400_000)
    for (const who of [siri, solveig])
      await expect(
        transaction(who, (tx) => tx.advisorGrant.updateMany({ where: { id: grantId }, data: { validTo: at } })),
      ).rejects.toThrow(refused)
    const { personId } = await owner().advisorGrant.findUniqueOrThrow({ where: { id: grantId } })
    await expect(
      transaction(siri, (tx) =>
        tx.advisorGrant.createMany({
          data: [
            {
              ...{ municipalityId: siri.municipality.id, personId, advisorId: solveig.personId, role: 'member', reason: 'x' },
              ...{ grantedBy: siri.personId, validTo: at },
            },
          ],
        }),
      ),
    ).rejects.toThrow(refused)
    const colleague = await makeStaff({ municipality: siri.municipality })
    const asks = (who: Staff) =>
      transaction(
        who,
        (tx) => tx.$queryRaw`SELECT give_advisor_grant(${solveig.personId}::uuid, 'member', 'x', ${at}::timestamptz)`,
      )
    await expect(asks(colleague)).rejects.toThrow(refused)
    await endGrant(siri, { grantId })
    await expect(
      transaction(signin, (tx) =>
        tx.authSession.updateMany({ where: { personId: solveig.personId }, data: { advisorGrantId: grantId } }),
      ),
    ).rejects.toThrow(refused)
    expect(await actorOf(token)).toEqual(solveig)
    // An ended leave stays ended.
    expect(
      await transaction(siri, (tx) =>
        tx.advisorGrant.updateMany({ where: { id: grantId }, data: { endedAt: null, endedBy: null } }),
      ),
    ).toEqual({ count: 0 })
  })

  test('A6 keeps the seat of an advisor as it made it: nobody renames it, gives it roles or acts from it without a session', async () => {
    const { siri, grantId } = await begin()
    const { personId } = await owner().advisorGrant.findUniqueOrThrow({ where: { id: grantId } })
    expect(await actorOfPerson(personId)).toEqual({ kind: 'visitor' })
    expect(
      await transaction(siri, (tx) => tx.person.updateMany({ where: { id: personId }, data: { name: 'En annen' } })),
    ).toEqual({
      count: 0,
    })
    await expect(
      transaction(siri, (tx) => tx.roleAssignment.createMany({ data: [{ personId, role: 'municipality_admin' }] })),
    ).rejects.toThrow(/row-level security/)
  })

  test('A6 holds every table against readers', async () => {
    const open = await owner().$queryRaw<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND (has_any_column_privilege('delt_app', c.oid, 'INSERT, UPDATE') OR has_table_privilege('delt_app', c.oid, 'DELETE'))
      AND NOT EXISTS (SELECT 1 FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgname = 'readers_change_nothing') ORDER BY 1`
    // What they do is written down all the same.
    expect(open.map(({ name }) => name)).toEqual(['audit_event', 'search_log'])
  })
})

describe('A6 an administrator', () => {
  test('A6 lets a named advisor in once at a time, and sees who was let in', async () => {
    const { siri, solveig, grantId } = await begin()
    await expect(giveGrant(siri, sent(solveig))).rejects.toMatchObject({ fields: { advisorId: 'errors.grantNotGiven' } })
    const kari = await makeStaff()
    await expect(giveGrant(siri, sent({ ...solveig, personId: kari.personId }))).rejects.toMatchObject({ reason: 'conflict' })
    const page = await grantsPage(siri)
    expect(page.advisors.map(({ id }) => id)).toContain(solveig.personId)
    expect(page.open).toMatchObject([
      { id: grantId, advisor: solveig.name, role: 'portfolio_reader', by: siri.name, until: addDays(today(), 14), lastIn: null },
    ])
    expect(await openGrantCount(siri)).toBe(1)
    await endGrant(siri, { grantId })
    await giveGrant(siri, sent(solveig, { role: 'member' }))
    expect((await grantsPage(siri)).open).toHaveLength(1)
  })

  test('A6 ends no leave of another municipality, and others give none', async () => {
    const { solveig, grantId } = await begin()
    const tor = await makeStaff({ roles: ['member', 'municipality_admin'] })
    await expect(endGrant(tor, { grantId })).rejects.toMatchObject({ reason: 'not-found' })
    expect((await grantsPage(tor)).open).toEqual([])
    for (const who of [await makeStaff(), solveig, await makeStaff({ roles: ['member', 'portfolio_manager'] })])
      await expect(giveGrant(who, sent(solveig))).rejects.toMatchObject({ reason: 'forbidden' })
  })

  test('A6 gives leave for ninety days at most, never for what is over', () => {
    const advisor = { kind: 'advisor', personId: '0190aaaa-0000-7000-8000-000000000000', name: 'x', roles: [] } as Advisor
    for (const until of [addDays(today(), -1), addDays(today(), 91), '', 'i morgen'])
      expect(() => sent(advisor, { until })).toThrow()
    for (const until of [today(), addDays(today(), 90)]) expect(sent(advisor, { until }).until).toBe(until)
    for (const role of ['municipality_admin', 'operator', 'advisor']) expect(() => sent(advisor, { role })).toThrow()
  })
})

test('A6 an advisor reads what is stored of them, and of what they did elsewhere only that it is there', async () => {
  const { siri, solveig, grantId, token } = await begin('member')
  await goIn(token, grantId)
  const inside = (await actorOf(token)) as Staff
  await registerIdea(inside, newIdeaInput.parse({ title: 'Hemmelig idé' }))
  await owner().idea.create({
    data: { municipalityId: siri.municipality.id, title: 'Hemmelig for kommunen', registeredBy: inside.personId },
  })
  const rows = await ownData(solveig)
  expect(rows.filter(({ table }) => table === 'advisor_grant').length).toBeGreaterThan(0)
  expect(rows.filter(({ table }) => table === 'idea').length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain('Hemmelig')
})

test('A6 leave follows nobody into the municipality that theirs goes up in', async () => {
  const { siri, solveig, own, grantId, token } = await begin('member')
  const tor = await makeStaff({ roles: ['member', 'municipality_admin'] })
  const theirs = await makeGrant(tor, solveig)
  await goIn(token, grantId)
  const inside = await actorOf(token)
  await carryOutReform(await makeOperator(), {
    ...{ from: [siri.municipality.number], to: tor.municipality.number, others: [], onDate: today() },
  })
  expect(await projectsSeen(inside, [own.id])).toEqual([])
  expect(await actorOf(token)).toEqual(solveig)
  expect((await leavesOf(solveig)).map(({ id }) => id)).toEqual([theirs.id])
  expect((await grantsPage(tor)).former.map(({ id, state }) => [id, state])).toEqual([[grantId, 'ended']])
})
