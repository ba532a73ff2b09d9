import { beforeEach, describe, expect, test, vi } from 'vitest'
import { hasRoom } from '@/lib/platform/rate-limit'
import { newBrowser } from '@/lib/testing/browser'
import { addItem, makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { GET } from './route'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

beforeEach(() => newBrowser())

interface Suggestion {
  text: string
  detail: string
  href: string
}

async function suggested(q: string): Promise<{ found: Suggestion[]; isGuess: boolean }> {
  const answer = await GET(new Request(`http://localhost/api/forslag?${new URLSearchParams({ q })}`))
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  return answer.json()
}
const texts = async (q: string) => (await suggested(q)).found.map(({ text, detail }) => `${text} (${detail})`)

describe('while one types', () => {
  test('what has been done is suggested by any of its words, with what it is and where it is from', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari, { title: 'Innkjøp av tåkelurer', visibility: 'open' })
    const { slug } = await makeReport(kari, project, { title: 'Felles innkjøp av tåkelurer', visibility: 'open' })
    await addItem(kari, project, 'lesson', { title: 'Lytt på tåkelurene', visibility: 'open' })
    const { found, isGuess } = await suggested('anskaffelse av tåkelur')
    expect(isGuess).toBe(false)
    expect(found.map(({ text }) => text).sort()).toEqual(['Felles innkjøp av tåkelurer', 'Innkjøp av tåkelurer'])
    expect(found.find(({ href }) => href === `/erfaringer/${slug}`)?.detail).toBe(`Erfaringsrapport · ${kari.municipality.name}`)
    expect((await texts('tåkelur')).join()).toContain('Lytt på tåkelurene (Erfaring')
  })

  test('themes, municipalities and the technologies of what may be read are suggested too', async () => {
    const kari = await makeStaff()
    await makeProject(kari, { visibility: 'open', technologies: ['Sjøkabelsensor', 'sjøkabelsensor'] })
    await makeProject(kari, { technologies: ['Sjøkabelhemmelighet'] })
    expect(await texts('sjøkabel')).toContain('Sjøkabelsensor (Teknologi)')
    expect((await texts('sjøkabel')).join()).not.toContain('hemmelighet')
    expect(await texts('grimst')).toContain('Grimstad (Kommune)')
    expect((await suggested('byggjesak')).found[0]).toMatchObject({ detail: 'Tema', href: '/erfaringer?tema=byggesak' })
  })

  test('a slip is read as what was meant, and says so', async () => {
    const kari = await makeStaff()
    await makeReport(kari, await makeProject(kari), { title: 'Velferdsteknologi på holmen', visibility: 'open' })
    for (const slip of ['velferdsteknolgi', 'vleferdsteknologi']) {
      const { found, isGuess } = await suggested(slip)
      expect(isGuess, slip).toBe(true)
      expect(found[0]?.detail, slip).toMatch(/^Mente du\? /)
    }
    expect(await suggested('xqzzyx')).toEqual({ found: [], isGuess: false })
  })

  test.each(['', 'a', '  ', '\u0000', "'; --", '!!'])('«%s» suggests nothing', async (q) => {
    expect((await suggested(q)).found).toEqual([])
  })

  test('who asks without end is asked to wait', async () => {
    await hasRoom('suggestions')
    await owner().rateLimit.updateMany({ data: { count: 1_000_000 } })
    const answer = await GET(new Request('http://localhost/api/forslag?q=vann'))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
  })
})
