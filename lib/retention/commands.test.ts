import { expect, test } from 'vitest'
import { transaction } from '@/lib/platform/db'
import { documentKey } from '@/lib/platform/files/keys'
import { fileExists, storeFile } from '@/lib/platform/files/storage'
import { newId } from '@/lib/platform/ids'
import { makeItems, makeProject, makeReport, makeStaff, makeStatusReport, owner } from '@/lib/testing/builders'
import { verifyAudit } from '@/scripts/tools/verify-audit'
import { clearOutdated, removeDeleted } from './commands'
import { retentionPeriods } from './queries'
import { retentionKinds } from './rules'

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

test('what is older than it need be is cleared, and nothing else', async () => {
  const kari = await makeStaff()
  const municipalityId = kari.municipality.id
  const door = await owner().identityProvider.create({
    data: { municipalityId, name: 'Dør', issuer: 'https://idp.test', clientId: newId() },
  })
  const session = (days: number) => ({
    tokenHash: Buffer.from(newId().replaceAll('-', '')),
    ...{ personId: kari.personId, municipalityId, identityProviderId: door.id },
    ...{ createdAt: daysAgo(days + 1), expiresAt: daysAgo(days) },
  })
  await owner().authSession.createMany({ data: [session(366), session(364), session(-1)] })
  const invitation = (days: number) => ({
    municipalityId,
    personId: kari.personId,
    invitedBy: kari.personId,
    expiresAt: daysAgo(days),
  })
  await owner().personInvitation.createMany({ data: [invitation(91), invitation(89)] })
  await owner().logoutToken.createMany({
    data: [
      { identityProviderId: door.id, jti: 'old', expiresAt: daysAgo(1) },
      { identityProviderId: door.id, jti: 'new', expiresAt: daysAgo(-1) },
    ],
  })
  const limits = [newId(), newId()]
  await owner().rateLimit.createMany({ data: limits.map((key, index) => ({ key, count: 1, startedAt: daysAgo(2 - index * 2) })) })
  expect(await clearOutdated()).toBeGreaterThanOrEqual(4)
  expect(await owner().authSession.count({ where: { personId: kari.personId } })).toBe(2)
  expect(await owner().personInvitation.count({ where: { personId: kari.personId } })).toBe(1)
  expect(await owner().logoutToken.findMany({ where: { identityProviderId: door.id }, select: { jti: true } })).toEqual([
    { jti: 'new' },
  ])
  expect(await owner().rateLimit.findMany({ where: { key: { in: limits } }, select: { key: true } })).toEqual([
    { key: limits[1] },
  ])
})

test('letters lose their words and links after two weeks, used links and old news go', async () => {
  const { personId } = await makeStaff()
  const words = { subject: 'Nytt', text: 'Nytt', html: '<p>Nytt</p>', unsubscribeUrl: 'https://delt.test/avmeld' }
  const letter = (more: { sentAt?: Date; failedAt?: Date; createdAt?: Date }) =>
    owner().letter.create({ data: { personId, address: 'ola@delt.test', cadence: 'daily', language: 'nb', ...words, ...more } })
  const [old, refused, fresh, waiting, ancient] = [
    await letter({ sentAt: daysAgo(15) }),
    await letter({ failedAt: daysAgo(15) }),
    await letter({ sentAt: daysAgo(13) }),
    await letter({ createdAt: daysAgo(20) }),
    await letter({ sentAt: daysAgo(370), createdAt: daysAgo(370) }),
  ]
  const item = (days: number) => ({ id: newId(), kind: 'report_published' as const, createdAt: daysAgo(days) })
  const [past, present] = [item(366), item(364)]
  await owner().newsItem.createMany({ data: [past, present] })
  await owner().notice.createMany({
    data: [past, present].map(({ id }) => ({ newsItemId: id, personId, topic: 'work' as const, letterId: ancient.id })),
  })
  const link = (days: number) => ({ personId, tokenHash: Buffer.from(newId()), usedAt: daysAgo(days) })
  await owner().usedLink.createMany({ data: [link(92), link(89)] })
  await clearOutdated()
  const letters = await owner().letter.findMany({ where: { personId } })
  const wordsOf = (id: string) => letters.find((one) => one.id === id)
  for (const { id } of [old, refused])
    expect(wordsOf(id)).toMatchObject({ text: '', html: '', unsubscribeUrl: '', subject: 'Nytt' })
  for (const { id } of [fresh, waiting]) expect(wordsOf(id)).toMatchObject(words)
  expect(await owner().notice.findMany({ where: { personId } })).toMatchObject([{ newsItemId: present.id }])
  // A letter stays while a notice tells of it.
  expect(wordsOf(ancient.id)).toBeDefined()
  expect(await owner().usedLink.count({ where: { personId } })).toBe(1)
})

test('S3 a session that ran out with nobody there is ended when it did, and the trail tells why', async () => {
  const kari = await makeStaff()
  const municipalityId = kari.municipality.id
  const door = await owner().identityProvider.create({
    data: { municipalityId, name: 'Dør', issuer: 'https://idp.test', clientId: newId() },
  })
  const minutesFrom = (minutes: number) => new Date(Date.now() + minutes * 60_000)
  const session = (lastSeen: number, expires: number) => ({
    tokenHash: Buffer.from(newId().replaceAll('-', '')),
    ...{ personId: kari.personId, municipalityId, identityProviderId: door.id },
    ...{ createdAt: minutesFrom(-200), lastSeenAt: minutesFrom(lastSeen), expiresAt: minutesFrom(expires) },
  })
  await owner().authSession.createMany({ data: [session(-60, 100), session(-20, -10), session(-20, 100)] })
  await clearOutdated()
  const rows = await owner().authSession.findMany({ where: { personId: kari.personId }, orderBy: { endedAt: 'asc' } })
  expect(rows.map(({ endedFor }) => endedFor)).toEqual(['idle', 'absolute', null])
  expect(rows[0]?.endedAt?.getTime()).toBeCloseTo(minutesFrom(-30).getTime(), -4)
  const noted = await owner().auditEvent.findMany({ where: { actorId: kari.personId }, select: { action: true, detail: true } })
  expect(noted.map(({ action, detail }) => [action, (detail as { why: string }).why]).sort()).toEqual([
    ['session.end', 'absolute'],
    ['session.end', 'idle'],
  ])
})

test('is the worker’s alone', async () => {
  const kari = await makeStaff()
  await expect(transaction(kari, (tx) => tx.$queryRaw`SELECT clear_outdated()`)).rejects.toThrow(/only the worker/)
  await expect(transaction(kari, (tx) => tx.$queryRaw`SELECT end_outdated_sessions()`)).rejects.toThrow(/only the worker/)
})

test('how long things are kept is said once: the page prints what the job goes by', async () => {
  const periods = await retentionPeriods()
  expect(periods.map(({ kind }) => kind)).toEqual([...retentionKinds])
  const [code] = await owner().$queryRaw<{ source: string }[]>`
    SELECT string_agg(prosrc, ' ') AS source FROM pg_proc WHERE proname IN ('clear_outdated', 'remove_deleted')`
  const used = new Set([...(code?.source ?? '').matchAll(/kept_since\('(\w+)'\)/g)].map(([, kind]) => kind))
  expect([...used].sort()).toEqual([...retentionKinds].sort())
  expect(code?.source).not.toMatch(/interval '/)
  // Another period is another deed.
  const { personId } = await makeStaff()
  const link = await owner().usedLink.create({ data: { personId, tokenHash: Buffer.from(newId()), usedAt: daysAgo(40) } })
  await clearOutdated()
  expect(await owner().usedLink.count({ where: { tokenHash: link.tokenHash } })).toBe(1)
  await owner().retentionPeriod.update({ where: { kind: 'used_link' }, data: { days: 39 } })
  await clearOutdated()
  expect(await owner().usedLink.count({ where: { tokenHash: link.tokenHash } })).toBe(0)
  await owner().retentionPeriod.update({ where: { kind: 'used_link' }, data: { days: 91 } })
})

test('whoever waited at the door for long is forgotten, and drafts that nobody goes on with', async () => {
  const kari = await makeStaff()
  const municipalityId = kari.municipality.id
  const waiting = (days: number) =>
    owner().person.create({ data: { municipalityId, name: 'Ny', status: 'pending', createdAt: daysAgo(days) } })
  const [old, fresh] = [await waiting(91), await waiting(89)]
  const report = await makeReport(kari, await makeProject(kari))
  await owner().reportDraft.create({
    data: { municipalityId, reportId: report.id, content: {}, version: 2, savedAt: daysAgo(731) },
  })
  await clearOutdated()
  expect(await owner().person.findMany({ where: { id: { in: [old.id, fresh.id] } }, select: { id: true } })).toEqual([
    { id: fresh.id },
  ])
  expect(await owner().reportDraft.count({ where: { reportId: report.id } })).toBe(0)
})

test('a deleted project is gone for good after 30 days, with all that is in it and its files; others are untouched', async () => {
  const kari = await makeStaff()
  const municipalityId = kari.municipality.id
  const make = async () => {
    const project = await makeProject(kari)
    await makeItems(kari, project)
    await makeStatusReport(kari, project)
    await owner().searchDocument.deleteMany({ where: { OR: [{ projectId: project.id }, { lesson: { projectId: project.id } }] } })
    return project
  }
  const [old, fresh, kept] = [await make(), await make(), await make()]
  const document = await owner().document.findFirstOrThrow({ where: { projectId: old.id }, include: { versions: true } })
  const key = documentKey(municipalityId, document.versions[0]?.id ?? '')
  await storeFile(key, new TextEncoder().encode('innhold'))
  const removed = (days: number) => ({ deletedAt: daysAgo(days), deletedBy: kari.personId })
  await owner().project.update({ where: { id: old.id }, data: removed(31) })
  await owner().project.update({ where: { id: fresh.id }, data: removed(29) })
  const before = await owner().task.count({ where: { projectId: kept.id } })
  await removeDeleted()
  const left = await owner().project.findMany({ where: { municipalityId }, select: { id: true } })
  expect(left.map(({ id }) => id).sort()).toEqual([fresh.id, kept.id].sort())
  expect(await owner().task.count({ where: { projectId: kept.id } })).toBe(before)
  const tables = await owner().$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'project_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'audit_event'`
  const holding: string[] = []
  for (const { name } of tables) {
    const [row] = await owner().$queryRawUnsafe<{ n: bigint }[]>(
      `SELECT count(*) AS n FROM "${name}" WHERE project_id = '${old.id}'`,
    )
    if (row?.n !== 0n) holding.push(name)
  }
  expect(holding).toEqual([])
  expect(await fileExists(key)).toBe(false)
  expect(await owner().auditEvent.count({ where: { action: 'project.purge', subjectId: old.id } })).toBe(1)
  expect((await verifyAudit(owner())).faults).toEqual([])
})
