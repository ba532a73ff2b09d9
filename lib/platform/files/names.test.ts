import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeFileName } from './names'
import { extensionOf } from './types'

test.each([
  ['Møtereferat (utkast) – 3. mai.docx', 'Møtereferat (utkast) _ 3. mai.docx'],
  ['ÆØÅ_æøå-1.PDF', 'ÆØÅ_æøå-1.pdf'],
  ['C:\\Users\\kari\\plan.pdf', 'plan.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['a/b/', 'dokument'],
  ['', 'dokument'],
  ['..', 'dokument'],
  ['.htaccess', 'dokument.htaccess'],
  ['   .pdf', 'dokument.pdf'],
  ['a\u0000b\r\nc.txt', 'ab c.txt'],
  ['faktura\u202efdp.exe', 'fakturafdp.exe'],
  ['a\u030as.txt', 'ås.txt'],
  ['a;b"c<d>e|f*g?h:i.txt', 'a_b_c_d_e_f_g_h_i.txt'],
  ['rapport....pdf', 'rapport.pdf'],
  ['rapport.pdf. . ', 'rapport.pdf'],
  ['bilde 😀.png', 'bilde _.png'],
])('%j becomes %j', (name, safe) => expect(safeFileName(name)).toBe(safe))

test('a long name keeps its extension', () => {
  const safe = safeFileName(`${'å'.repeat(500)}.docx`)
  expect(safe).toHaveLength(120)
  expect(safe.endsWith('å.docx')).toBe(true)
})

test('an endless name takes no time', () => {
  const start = performance.now()
  expect(safeFileName(`${' .x'.repeat(1_000_000)}.pdf`)).toMatch(/^x.*\.pdf$/)
  expect(performance.now() - start).toBeLessThan(500)
})

test('whatever the name: safe, short, never empty, and safe names stay as they are', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc
      .array(
        fc.constantFrom('.', '..', '/', '\\', ' ', '\u202e', '\u200d', '\u030a', '\ud800', '\n', 'a', 'å', '𝒜', '.pdf', '_'),
        { maxLength: 200 },
      )
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(names, (name) => {
      const safe = safeFileName(name)
      expect(safe).toMatch(/^[\p{L}\p{Nd}_()-][\p{L}\p{M}\p{Nd} ._()-]*$/u)
      expect(safe.length).toBeLessThanOrEqual(120)
      expect(safe).not.toMatch(/[/\\\p{C}]|\.\.|[ .]$/u)
      expect(() => encodeURIComponent(safe)).not.toThrow()
      expect(safeFileName(safe)).toBe(safe)
    }),
    { numRuns: 500 },
  )
})

test('the extension survives whatever stands before it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (stem) => {
      expect(extensionOf(safeFileName(`${stem}.docx`))).toBe('docx')
    }),
  )
})
