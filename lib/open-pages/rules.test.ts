import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atomOf, scriptSafe } from './rules'

const head = {
  title: 'Nye rapporter',
  origin: 'https://delt.test',
  path: '/strom',
  pagePath: '/erfaringer',
  themeName: (code: string) => code,
}
const at = new Date('2026-10-01T08:00:00Z')
const report = (change: object = {}) => ({
  slug: 'ladestolper',
  title: 'Ladestolper & <lys>',
  summary: 'Hva det ga',
  themeCode: 'vei',
  municipality: 'Grimstad',
  publishedAt: at,
  changedAt: new Date('2026-11-01T08:00:00Z'),
  ...change,
})

describe('a feed', () => {
  test('tells what each report is, where, whose, and when it was last changed', () => {
    const feed = atomOf([report()], head)
    expect(feed).toContain('<id>https://delt.test/erfaringer/ladestolper</id>')
    // Titles and summaries are HTML in the feed.
    expect(feed).toContain('Ladestolper &amp; &lt;lys&gt;')
    expect(feed).toContain('<name>Grimstad</name>')
    expect(feed).toContain('<published>2026-10-01T08:00:00.000Z</published>')
    expect(feed.match(/<updated>2026-11-01T08:00:00.000Z<\/updated>/g)).toHaveLength(2)
    expect(feed).toContain('rel="self" href="https://delt.test/strom"')
  })

  test('can be empty', () => {
    expect(atomOf([], head)).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
  })

  test('holds nothing that XML cannot', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones that may not be there
    const bad = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const feed = atomOf([report({ title, summary: title, municipality: title })], head)
        expect(feed).not.toMatch(bad)
        // Whatever the words hold, the feed ends where it should: nothing closes it early.
        expect(feed.match(/<\/feed>/g)).toHaveLength(1)
        expect(feed.match(/<entry>/g)).toHaveLength(1)
      }),
    )
  })

  test('no words end the text they stand in', () => {
    const feed = atomOf([report({ title: ']]></title></entry></feed>' })], head)
    expect(feed).not.toContain(']]></title></entry>')
  })
})

test('what is written into a page for programs is read back as it was, and ends no element', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.constant('</script><script>'))), (data) => {
      const text = scriptSafe(data)
      expect(text).not.toMatch(/</)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)))
    }),
  )
})
