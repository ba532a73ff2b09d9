import { expect, test } from 'vitest'
import { matchingMunicipalities } from './rules'

const choices = [
  { number: '1818', name: 'Herøy (Nordland)', also: 'Nordland' },
  { number: '1515', name: 'Herøy (Møre og Romsdal)', also: 'Møre og Romsdal' },
  { number: '5540', name: 'Kåfjord', also: 'Gáivuotna, Kaivuono, Troms' },
  { number: '4202', name: 'Grimstad', also: 'Agder' },
  { number: '4215', name: 'Lillesand', also: 'Agder' },
]
const found = (typed: string) => matchingMunicipalities(choices, typed).map((choice) => choice.name)

test('by part of the name, the number, the county or a parallel name', () => {
  expect(found('grim')).toEqual(['Grimstad'])
  expect(found('sand')).toEqual(['Lillesand'])
  expect(found('4202')).toEqual(['Grimstad'])
  expect(found('agder')).toEqual(['Grimstad', 'Lillesand'])
  expect(found('gaivuotna')).toEqual(['Kåfjord'])
  expect(found('kafjord')).toEqual(['Kåfjord'])
  expect(found('herøy')).toEqual(['Herøy (Nordland)', 'Herøy (Møre og Romsdal)'])
})

test('nothing typed, nothing shown', () => {
  expect(found('  ')).toEqual([])
  expect(found('atlantis')).toEqual([])
})
