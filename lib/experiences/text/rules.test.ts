import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Block,
  emptyText,
  fromLines,
  fromPlain,
  hasFormatting,
  isEmptyText,
  limits,
  linksOf,
  parseText,
  plainText,
  richText,
  safeHref,
} from './rules'

const paragraph = (text: string, href?: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(href ? { marks: [{ type: 'link' as const, attrs: { href } }] } : {}) }],
})
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const list = (...points: string[]) => ({
  type: 'bulletList',
  content: points.map((point) => ({ type: 'listItem', content: [paragraph(point)] })),
})

describe('links', () => {
  test('lead to pages, mail and telephones, and to nothing a browser runs', () => {
    expect(safeHref('https://ks.no/fiks')).toBe('https://ks.no/fiks')
    expect(safeHref('mailto:post@ks.no')).toBe('mailto:post@ks.no')
    for (const bad of [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'java\tscript:alert(1)',
      'data:text/html,<script>',
      'vbscript:x',
      'file:///etc/passwd',
      '//evil.no',
      '/prosjekter',
      'blob:https://x',
    ])
      expect(safeHref(bad)).toBeNull()
  })

  test('of whatever is let through never leave the allowed protocols', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc
        .tuple(fc.constantFrom('javascript', 'JAVASCRIPT', 'data', 'vbscript', 'jav\u0000ascript', 'java\nscript'), fc.string())
        .map(([scheme, rest]) => `${scheme}:${rest}`),
    )
    fc.assert(
      fc.property(hostile, (href) => {
        const parsed = richText.safeParse(doc(paragraph('her', href)))
        if (parsed.success) for (const link of linksOf(parsed.data)) expect(link).toMatch(/^(https?|mailto|tel):/)
      }),
    )
  })
})

describe('the model', () => {
  test('keeps headings, lists, tables, weight and links, and drops attributes it does not know', () => {
    const sent = doc(
      { type: 'heading', attrs: { level: 4, textAlign: 'left' }, content: [{ type: 'text', text: 'Steg' }] },
      list('En', 'To'),
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', attrs: { colspan: 1, rowspan: 1, colwidth: null, style: 'x' }, content: [paragraph('A')] },
            ],
          },
        ],
      },
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'KS',
            marks: [{ type: 'link', attrs: { href: 'https://ks.no', onclick: 'x', target: '_blank' } }],
          },
        ],
      },
    )
    const parsed = richText.parse(sent)
    expect(JSON.stringify(parsed)).not.toMatch(/onclick|style|target|textAlign|colwidth/)
    expect(parsed.content.map((block) => block.type)).toEqual(['heading', 'bulletList', 'table', 'paragraph'])
    expect(plainText(parsed)).toBe('Steg\n\n- En\n- To\n\nA\n\nKS')
    expect(richText.parse(parsed)).toEqual(parsed)
  })

  test('knows no other nodes, marks or levels', () => {
    for (const bad of [
      doc({ type: 'html', content: [] }),
      doc({ type: 'image', attrs: { src: 'https://x' } }),
      doc({ type: 'heading', attrs: { level: 1 } }),
      doc({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'code' }] }] }),
      { type: 'paragraph' },
    ])
      expect(richText.safeParse(bad).success).toBe(false)
  })

  test('has limits: letters, nodes, depth, and what is sent', () => {
    expect(richText.safeParse(doc(paragraph('x'.repeat(limits.letters + 1)))).success).toBe(false)
    expect(richText.safeParse(doc(...Array.from({ length: limits.nodes }, () => paragraph('x')))).success).toBe(false)
    let deep: object = paragraph('x')
    for (let level = 0; level < 5000; level++) deep = { type: 'bulletList', content: [{ type: 'listItem', content: [deep] }] }
    expect(richText.safeParse(doc(deep)).success).toBe(false)
    expect(parseText(' '.repeat(limits.sent + 1)).success).toBe(false)
    expect(parseText('{').success).toBe(false)
    expect(parseText(JSON.stringify(doc(paragraph('x')))).data).toEqual(doc(paragraph('x')))
  })
})

describe('plain text', () => {
  const words = fc.array(fc.stringMatching(/^[a-zæøåA-ZÆØÅ0-9][a-zæøåA-ZÆØÅ0-9 .,]{0,30}[a-zæøå.]$/), {
    minLength: 1,
    maxLength: 4,
  })

  test('becomes paragraphs and comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), (paragraphs) => {
        const plain = paragraphs.map((lines) => lines.join('\n')).join('\n\n')
        expect(plainText(fromPlain(plain))).toBe(plain)
        expect(hasFormatting(fromPlain(plain))).toBe(false)
        expect(richText.parse(fromPlain(plain))).toEqual(fromPlain(plain))
      }),
    )
  })

  test('loses no word, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(plainText(fromPlain(typed)).replace(/\s/g, '')).toBe(typed.replace(/\s/g, ''))
      }),
    )
  })

  test('from before there were nodes is read as paragraphs', () => {
    expect(richText.parse('En\n\nTo')).toEqual(doc(paragraph('En'), paragraph('To')))
    expect(richText.parse('')).toEqual(emptyText)
    expect(richText.parse(undefined)).toEqual(emptyText)
  })

  test('tells what would be lost', () => {
    expect(hasFormatting(fromLines(['En', 'To']))).toBe(true)
    expect(hasFormatting(richText.parse(doc(paragraph('x', 'https://ks.no'))))).toBe(true)
  })

  test('nothing is nothing, also in an empty list', () => {
    expect(isEmptyText(emptyText)).toBe(true)
    expect(isEmptyText(richText.parse(doc({ type: 'paragraph' }, list('  '))))).toBe(true)
    expect(isEmptyText(fromPlain('400'))).toBe(false)
  })
})
