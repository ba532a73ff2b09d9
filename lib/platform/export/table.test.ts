import { describe, expect, test } from 'vitest'
import { type CellKind, type CellValue, cellOf } from './table'

const texts = { yes: 'Ja', no: 'Nei', sum: 'Sum' }

describe('a cell', () => {
  test.each<[CellValue | undefined, CellKind, ReturnType<typeof cellOf>]>([
    [null, 'text', { is: 'empty' }],
    [undefined, 'number', { is: 'empty' }],
    ['', 'date', { is: 'empty' }],
    [Number.NaN, 'nok', { is: 'empty' }],
    [0, 'nok', { is: 'number', number: 0 }],
    [1804, 'text', { is: 'text', text: '1804' }],
    [true, 'boolean', { is: 'text', text: 'Ja' }],
    [false, 'boolean', { is: 'text', text: 'Nei' }],
    ['2026-02-28', 'date', { is: 'date', date: '2026-02-28' }],
    ['2026-02-30', 'date', { is: 'text', text: '2026-02-30' }],
    ['snart', 'date', { is: 'text', text: 'snart' }],
    ['2026-02-28', 'text', { is: 'text', text: '2026-02-28' }],
    ['ukjent', 'number', { is: 'text', text: 'ukjent' }],
  ])('%j as %s', (value, kind, cell) => {
    expect(cellOf(value, kind, texts)).toEqual(cell)
  })
})
