import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { read, transaction } from '@/lib/platform/db'
import { makeOperator, makeStaff, owner } from '@/lib/testing/builders'
import { type MailServer, mailServer } from '@/lib/testing/mail-server'
import { deliverLetter, giveUpLetters, tryLetterAgain } from './commands'
import { troubledLetters, unsentLetters } from './queries'

let mail: MailServer

beforeAll(async () => {
  mail = await mailServer()
  process.env.MAIL_SMTP_URL = mail.url
})
afterAll(() => mail.close())
beforeEach(() => {
  mail.beforeTaking = async () => {}
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

let number = 0
async function makeLetter(more: { createdAt?: Date; attempts?: number } = {}) {
  const { personId, municipality } = await makeStaff()
  const address = `ola${++number}@fjordvik.example`
  const words = { subject: 'Nytt', text: 'Nytt', html: '<p>Nytt</p>', unsubscribeUrl: 'https://delt.test/avmeld' }
  const { id } = await owner().letter.create({ data: { personId, address, cadence: 'daily', language: 'nb', ...words, ...more } })
  return { id, address, municipality }
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
const stored = (id: string) => owner().letter.findUniqueOrThrow({ where: { id } })
const takenFor = (address: string) => mail.taken.filter(({ to }) => to === address)
const waitIsOver = (id: string) => owner().letter.update({ where: { id }, data: { heldUntil: daysAgo(1) } })

/** A mail server that has the letter, and says nothing until it is let go. */
function slowServer() {
  let [hasIt, letGo] = [() => {}, () => {}]
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const reached = new Promise<void>((resolve) => {
    hasIt = resolve
  })
  mail.beforeTaking = () => {
    hasIt()
    return gate
  }
  return { reached, letGo }
}

describe('a slow mail server', () => {
  test('is handed the letter once, and holds nothing in the database meanwhile', async () => {
    const { id, address } = await makeLetter()
    const { reached, letGo } = slowServer()
    const first = deliverLetter(id)
    await reached
    expect(await deliverLetter(id)).toBeNull()
    expect(await unsentLetters()).not.toContain(id)
    await owner().$queryRaw`SELECT 1 FROM letter WHERE id = ${id}::uuid FOR UPDATE NOWAIT`
    letGo()
    expect(await first).toBe('taken')
    expect(await deliverLetter(id)).toBeNull()
    expect(takenFor(address)).toHaveLength(1)
    expect((await stored(id)).sentAt).not.toBeNull()
  })

  test('is not waited for for ever: the letter is tried again later, under the same name', async () => {
    const { id, address } = await makeLetter()
    const { letGo } = slowServer()
    expect(await deliverLetter(id, { stepMs: 5000, wholeMs: 200 })).toBe('failed')
    expect(await deliverLetter(id)).toBeNull()
    mail.beforeTaking = async () => {}
    await waitIsOver(id)
    expect(await unsentLetters()).toContain(id)
    expect(await deliverLetter(id)).toBe('taken')
    letGo()
    expect(new Set(takenFor(address).map((one) => one.id))).toEqual(new Set([`<${id}@localhost>`]))
  })

  test('that somebody died with is tried again when the hold has run out, by one of those who come', async () => {
    const { id, address } = await makeLetter()
    await owner().letter.update({ where: { id }, data: { attempts: 1, heldUntil: new Date(Date.now() + 60_000) } })
    expect(await deliverLetter(id)).toBeNull()
    await waitIsOver(id)
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => deliverLetter(id)))
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(1)
    expect(takenFor(address)).toHaveLength(1)
  })
})

describe('a mail server that does not take a letter', () => {
  test('for good is not asked again, and an operator sees it, but not whom it is to', async () => {
    const { id, address, municipality } = await makeLetter()
    mail.answers.set(address, `550 5.1.1 No such user ${address}`)
    expect(await deliverLetter(id)).toBe('refused')
    await waitIsOver(id)
    expect(await unsentLetters()).not.toContain(id)
    expect(await deliverLetter(id)).toBeNull()
    const { letters } = await troubledLetters(await makeOperator(), 1)
    const told = letters.find((letter) => letter.id === id)
    expect(told).toMatchObject({ municipality: municipality.name, isGivenUp: true, attempts: 1 })
    expect(told?.said).toContain('550 5.1.1 No such user …')
    expect(JSON.stringify(told)).not.toContain(address)
  })

  test('for now is asked again, ever more seldom, until it is given up', async () => {
    const { id, address } = await makeLetter({ createdAt: daysAgo(4) })
    mail.answers.set(address, '451 4.7.1 Greylisted')
    const waits: number[] = []
    for (let count = 0; count < 3; count += 1) {
      expect(await deliverLetter(id)).toBe('failed')
      waits.push(((await stored(id)).heldUntil?.getTime() ?? 0) - Date.now())
      await waitIsOver(id)
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(await unsentLetters()).toContain(id)
    await giveUpLetters()
    expect(await unsentLetters()).not.toContain(id)
    expect((await troubledLetters(await makeOperator(), 1)).letters).toContainEqual(
      expect.objectContaining({ id, isGivenUp: true, said: expect.stringContaining('Greylisted') }),
    )
  })

  test('because of us, such as a sender it does not know, has refused no letter for good', async () => {
    const { id } = await makeLetter()
    mail.answers.set('MAIL FROM', '550 5.7.1 Sender not allowed')
    expect(await deliverLetter(id)).toBe('failed')
    mail.answers.delete('MAIL FROM')
    await waitIsOver(id)
    expect(await deliverLetter(id)).toBe('taken')
  })
})

describe('an operator', () => {
  test('lets a letter that was given up be tried again', async () => {
    const { id, address } = await makeLetter()
    mail.answers.set(address, '550 5.1.1 No such user')
    await deliverLetter(id)
    mail.answers.delete(address)
    const operator = await makeOperator()
    await tryLetterAgain(operator, { letterId: id })
    expect(await deliverLetter(id)).toBe('taken')
    await expect(tryLetterAgain(operator, { letterId: id })).rejects.toMatchObject({ reason: 'not-found' })
    expect(await owner().auditEvent.count({ where: { action: 'letter.retry', subjectId: id } })).toBe(1)
  })

  test('alone does, and reads no letter', async () => {
    const { id, address } = await makeLetter()
    mail.answers.set(address, '550 no')
    await deliverLetter(id)
    const [kari, operator] = [await makeStaff(), await makeOperator()]
    await expect(tryLetterAgain(kari, { letterId: id })).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(transaction(kari, (tx) => tx.$queryRaw`SELECT try_letter_again(${id}::uuid)`)).rejects.toThrow(
      /only an operator/,
    )
    expect(await read(kari, (tx) => tx.$queryRaw`SELECT * FROM troubled_letters()`)).toEqual([])
    expect(await read(operator, (tx) => tx.letter.count())).toBe(0)
  })
})
