import { expect, test } from 'vitest'
import { mostAdoptersAsked } from '../rules'
import { type Askable, chosenToAsk, usersIn, type WhomToAsk } from './rules'

const one = (name: string, score: number | null): Askable => ({
  ...{ id: name, number: name, name, score },
  reasons: score === null ? [] : [{ trait: 'county', county: 'Agder' }],
})
const names = (askable: Askable[]) => askable.map(({ name }) => name)

const whom: WhomToAsk = { source: one('Kilden', 0.1), users: [one('Nær', 0.9), one('Ganske nær', 0.6), one('Fjern', 0.59)] }

test('only those like us are the source and those alike enough, however few', () => {
  expect(names(chosenToAsk(whom, 'alike'))).toEqual(['Kilden', 'Nær', 'Ganske nær'])
  expect(names(chosenToAsk({ ...whom, users: [one('Fjern', 0.2)] }, 'alike'))).toEqual(['Kilden'])
  expect(names(chosenToAsk({ ...whom, users: [one('Ukjent', null)] }, 'alike'))).toEqual(['Kilden'])
})

test('of very many the most alike are asked, and the source always', () => {
  const users = Array.from({ length: 30 }, (_, index) => one(`Bruker ${index}`, 0.9 - index / 100))
  const asked = chosenToAsk({ ...whom, users }, 'all')
  expect(asked).toHaveLength(1 + mostAdoptersAsked)
  expect(names(asked).slice(0, 2)).toEqual(['Kilden', 'Bruker 0'])
  expect(usersIn({ ...whom, users }, 'all')).toHaveLength(30)
})

test('a source that asks itself asks the others', () => {
  expect(names(chosenToAsk({ ...whom, source: null }, 'all'))).toEqual(['Nær', 'Ganske nær', 'Fjern'])
})
