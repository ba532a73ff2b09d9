import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCsv } from './csv'

test('gives one record a line, under the names of the header', () => {
  expect(parseCsv('number,name\n4202,Grimstad\n4215,Lillesand\n')).toEqual([
    { number: '4202', name: 'Grimstad' },
    { number: '4215', name: 'Lillesand' },
  ])
})

test('keeps empty fields, also the last', () => {
  expect(parseCsv('a,b,c\n,,\n1,,3')).toEqual([
    { a: '', b: '', c: '' },
    { a: '1', b: '', c: '3' },
  ])
})

test('a quoted field may hold commas, line breaks and quotes', () => {
  expect(parseCsv('a,b\r\n"one, two","say ""hei""\nthere"\r\n')).toEqual([{ a: 'one, two', b: 'say "hei"\nthere' }])
})

test('a byte order mark is not part of the first name', () => {
  expect(parseCsv('\uFEFFa\n1')).toEqual([{ a: '1' }])
})

test('a line with too many or too few fields is refused', () => {
  expect(() => parseCsv('a,b\n1,2,3')).toThrow('Line 2')
  expect(() => parseCsv('a,b\n1')).toThrow('Line 2')
  expect(() => parseCsv('a\n1"2')).toThrow('Line 2')
})

test('what is written quoted is read back as it was', () => {
  const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`
  const line = fc.tuple(fc.string(), fc.string())
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = `a,b\n${lines.map((fields) => fields.map(quoted).join(',')).join('\n')}`
      expect(parseCsv(text)).toEqual(lines.map(([a, b]) => ({ a, b })))
    }),
  )
})
