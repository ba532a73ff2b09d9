import { afterEach, describe, expect, test, vi } from 'vitest'
import { follow } from '@/lib/following/commands'
import { saveSettings, tell } from '@/lib/news/commands'
import { mySettings, noticePage, unseenCount } from '@/lib/news/queries'
import { usualCadences } from '@/lib/news/rules'
import { transaction } from '@/lib/platform/db'
import { makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { unsubscribe, writeLetter } from './commands'
import { peopleToWriteTo } from './queries'

// What happens in another transaction while a letter is being written: after its news were read, before they are settled.
let meanwhile = async () => {}
vi.mock('@/lib/news/queries', async (original) => {
  const queries = await original<typeof import('@/lib/news/queries')>()
  const noticesOf: typeof queries.noticesOf = async (...asked) => {
    const notices = await queries.noticesOf(...asked)
    await meanwhile()
    return notices
  }
  return { ...queries, noticesOf }
})
afterEach(() => {
  meanwhile = async () => {}
})

/** Ola follows what Kari has made; his letters go to an address. */
async function begin() {
  const [kari, ola] = [await makeStaff(), await makeStaff({ name: 'Ola Nordmann' })]
  await owner().person.update({ where: { id: ola.personId }, data: { email: 'ola@fjordvik.example' } })
  const report = await makeReport(kari, await makeProject(kari))
  await follow(ola, { kind: 'report', subject: report.id })
  const revise = () => transaction(kari, (tx) => tell(tx, kari, { kind: 'report_revised', reportId: report.id }))
  return { kari, ola, report, revise }
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
const lettersTo = (personId: string) => owner().letter.findMany({ where: { personId }, orderBy: { createdAt: 'asc' } })

describe('somebody who follows', () => {
  test('is told once of what happens, and whoever did it is not', async () => {
    const { kari, ola, report, revise } = await begin()
    await follow(ola, { kind: 'municipality', subject: kari.municipality.number })
    await follow(kari, { kind: 'report', subject: report.id })
    await revise()
    expect((await noticePage(ola, 1)).notices).toMatchObject([
      { kind: 'report_revised', topic: 'followed', isNew: true, path: `/erfaringer/${report.slug}`, by: kari.municipality.name },
    ])
    expect(await unseenCount(ola)).toBe(1)
    expect(await unseenCount(kari)).toBe(0)
  })

  test('hears of a new report by theme, technology and municipality, but once', async () => {
    const { kari, ola, report } = await begin()
    const { themeCode, technologies } = await owner().experienceReport.findUniqueOrThrow({ where: { id: report.id } })
    await follow(ola, { kind: 'theme', subject: themeCode })
    await follow(ola, { kind: 'municipality', subject: kari.municipality.number })
    for (const subject of technologies) await follow(ola, { kind: 'technology', subject })
    await transaction(kari, (tx) => tell(tx, kari, { kind: 'report_published', reportId: report.id }))
    expect((await noticePage(ola, 1)).count).toBe(1)
  })

  test('is not told of what they may not read, now or when they look', async () => {
    const { ola, report, revise } = await begin()
    await revise()
    await owner().experienceReport.update({ where: { id: report.id }, data: { visibility: 'municipality' } })
    expect(await noticePage(ola, 1)).toMatchObject({ notices: [], count: 0 })
    expect(await writeLetter(ola.personId, 'weekly')).toBeNull()
    expect(await lettersTo(ola.personId)).toEqual([])
  })
})

describe('a letter', () => {
  test('tells all that has happened at the chosen cadence, once', async () => {
    const { ola, revise } = await begin()
    await revise()
    await revise()
    expect(await peopleToWriteTo('weekly')).toContain(ola.personId)
    expect(await peopleToWriteTo('immediately')).not.toContain(ola.personId)
    expect(await writeLetter(ola.personId, 'daily')).toBeNull()
    const letterId = await writeLetter(ola.personId, 'weekly')
    expect(await writeLetter(ola.personId, 'weekly')).toBeNull()
    const letters = await lettersTo(ola.personId)
    expect(letters).toMatchObject([{ id: letterId, address: 'ola@fjordvik.example', cadence: 'weekly' }])
    expect(letters[0]?.html.match(/<li /g)).toHaveLength(2)
    expect(await peopleToWriteTo('weekly')).not.toContain(ola.personId)
  })

  test('is written once also when many workers write at the same time', async () => {
    const { ola, revise } = await begin()
    await revise()
    const written = await Promise.all(Array.from({ length: 6 }, () => writeLetter(ola.personId, 'weekly')))
    expect(written.filter((id) => id !== null)).toHaveLength(1)
    expect(await lettersTo(ola.personId)).toHaveLength(1)
  })

  test('leaves what happens while it is being written to the next one', async () => {
    const { ola, revise } = await begin()
    await revise()
    meanwhile = revise
    const first = await writeLetter(ola.personId, 'weekly')
    meanwhile = async () => {}
    const second = await writeLetter(ola.personId, 'weekly')
    const notices = await owner().notice.findMany({ where: { personId: ola.personId }, orderBy: { createdAt: 'asc' } })
    expect(notices.map(({ letterId }) => letterId)).toEqual([first, second])
    expect(second).not.toBeNull()
  })

  test('of a round is one, also where the round is begun anew; what happens after it comes in the next', async () => {
    const { ola, revise } = await begin()
    const round = new Date()
    await revise()
    expect(await writeLetter(ola.personId, 'weekly', round)).not.toBeNull()
    await revise()
    expect(await writeLetter(ola.personId, 'weekly', round)).toBeNull()
    expect(await writeLetter(ola.personId, 'weekly', new Date())).not.toBeNull()
  })

  test('tells how much there is when that is more than one reads, and tells none of it again', async () => {
    const { ola, revise } = await begin()
    for (let times = 0; times < 52; times += 1) await revise()
    await writeLetter(ola.personId, 'weekly')
    const [letter] = await lettersTo(ola.personId)
    expect(letter).toMatchObject({ subject: '52 nyheter fra Delt', text: expect.stringContaining('2 nyheter til') })
    expect(letter?.html.match(/<li /g)).toHaveLength(50)
    expect(await writeLetter(ola.personId, 'weekly')).toBeNull()
  })

  test('does not tell what happened while one wanted none, nor what is a month old', async () => {
    const { ola, revise } = await begin()
    const choose = async (followed: 'off' | 'weekly') => {
      const { version } = (await mySettings(ola)).settings
      await saveSettings(ola, { ...usualCadences, followed, language: '', version })
    }
    await choose('off')
    await revise()
    await choose('weekly')
    expect(await writeLetter(ola.personId, 'weekly')).toBeNull()
    await revise()
    await owner().notice.updateMany({ where: { personId: ola.personId }, data: { createdAt: daysAgo(31) } })
    expect(await writeLetter(ola.personId, 'weekly')).toBeNull()
    await revise()
    expect(await writeLetter(ola.personId, 'weekly')).not.toBeNull()
  })

  test('stops by the link in it, for the topics it held and no other', async () => {
    const { ola, revise } = await begin()
    await revise()
    await writeLetter(ola.personId, 'weekly')
    const [letter] = await lettersTo(ola.personId)
    const token = letter?.unsubscribeUrl.split('/').at(-1) ?? ''
    expect(await unsubscribe(token)).toEqual(['followed'])
    expect(await owner().newsSettings.findUnique({ where: { personId: ola.personId } })).toMatchObject({
      ...{ followed: 'off', searches: 'weekly', questions: 'immediately' },
    })
    expect(await owner().auditEvent.findFirst({ where: { action: 'news.unsubscribe', actorId: ola.personId } })).toMatchObject({
      detail: { followed: 'off' },
    })
    await revise()
    for (const cadence of ['immediately', 'daily', 'weekly'] as const) {
      expect(await peopleToWriteTo(cadence)).not.toContain(ola.personId)
      expect(await writeLetter(ola.personId, cadence)).toBeNull()
    }
  })

  test('cannot be stopped by a link that somebody made up or changed', async () => {
    const { ola, revise } = await begin()
    await revise()
    await writeLetter(ola.personId, 'weekly')
    const [letter] = await lettersTo(ola.personId)
    const token = letter?.unsubscribeUrl.split('/').at(-1) ?? ''
    for (const forged of ['', 'abc', `${token.slice(0, -2)}AA`, token.slice(4), 'x'.repeat(2000)])
      await expect(unsubscribe(forged)).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('shows titles as text, whatever is in them', async () => {
    const { ola, report, revise } = await begin()
    await owner().experienceReport.update({ where: { id: report.id }, data: { title: '<img src=x onerror=alert(1)> & "co"' } })
    await revise()
    await writeLetter(ola.personId, 'weekly')
    const [letter] = await lettersTo(ola.personId)
    expect(letter?.html).not.toContain('<img')
    expect(letter?.html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;co&quot;')
    expect(letter?.text).toContain('<img src=x')
  })

  test('is not written to somebody who may no longer sign in', async () => {
    const { ola, revise } = await begin()
    await revise()
    await owner().person.update({ where: { id: ola.personId }, data: { status: 'deactivated' } })
    expect(await peopleToWriteTo('weekly')).not.toContain(ola.personId)
    expect(await writeLetter(ola.personId, 'weekly')).toBeNull()
  })
})
