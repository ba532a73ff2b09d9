/**
 * Reads a number as Norwegians type it: `1 250 000`, `1.250.000`, `1,5 mill`, `−3,2`, `4,5 mrd`, with or without «kr».
 * Gives null for what is not a number.
 */
export function parseAmount(typed: string): number | null {
  const plain = typed
    .toLowerCase()
    .replace(/kr\.?|nok/g, '')
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/\u2212/g, '-')
  const match = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:[.,](\d+))?(mill\.?|millioner|millionar|mrd\.?|tusen|k)?,?-?$/.exec(plain)
  if (!match) return null
  const [, sign, whole = '', decimals = '', unit = ''] = match
  const factor = unit.startsWith('mill') ? 1_000_000 : unit.startsWith('mrd') ? 1_000_000_000 : unit ? 1000 : 1
  const value = Math.round(Number(`${whole.replace(/\./g, '')}.${decimals || '0'}`) * factor * 100) / 100
  if (!Number.isFinite(value)) return null
  // Nothing is never less than nothing.
  return sign === '-' && value > 0 ? -value : value
}
