import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hide, keyOf, keyringOf, reveal } from './vault'

const old = 'o'.repeat(40)
const fresh = 'f'.repeat(40)

describe('stored secrets', () => {
  test('R2 what is hidden is found again, in its own row alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), (plain, row) => {
        const ring = keyringOf(undefined, old)
        const hidden = hide(plain, row, ring)
        expect(reveal(hidden, row, ring)).toBe(plain)
        if (plain.length > 8) expect(Buffer.from(hidden).includes(plain)).toBe(false)
        expect(() => reveal(hidden, `${row}0`, ring)).toThrow()
      }),
    )
  })

  test('R2 a new key takes over while what the old one hid can still be read', () => {
    const before = keyringOf(`2025:${old}`, '')
    const between = keyringOf(`2026:${fresh} 2025:${old}`, '')
    const after = keyringOf(`2026:${fresh}`, '')
    const hidden = hide('hemmelig', 'rad', before)
    expect(reveal(hidden, 'rad', between)).toBe('hemmelig')
    const again = hide(reveal(hidden, 'rad', between), 'rad', between)
    expect([keyOf(hidden), keyOf(again)]).toEqual(['2025', '2026'])
    expect(reveal(again, 'rad', after)).toBe('hemmelig')
    expect(() => reveal(hidden, 'rad', after)).toThrow(/«2025»/)
  })

  test.each([[`2025:${'x'.repeat(31)}`], ['2025'], [`a:${old} a:${fresh}`], [`a b:${old}`]])(
    'a mistaken keyring is refused: %s',
    (written) => {
      expect(() => keyringOf(written, old)).toThrow(/SECRETS_KEYS/)
    },
  )
})
