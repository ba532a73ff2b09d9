import { expect, test } from 'vitest'
import { portfolioQuery } from './input'
import { nextSort, portfolioHref, severityOf } from './rules'

const defaults = portfolioQuery.parse({})

test('a mangled address shows the first page of everything', () => {
  expect(portfolioQuery.parse({ side: 'abc', antall: '7', sorter: "'; drop table", tilstand: ['x'], leder: 'ingen' })).toEqual(
    defaults,
  )
})

test('the address holds only what differs from the default', () => {
  expect(portfolioHref(defaults, {}, defaults)).toBe('/portefolje')
  expect(portfolioHref(defaults, { sorter: '-budsjett' }, defaults)).toBe('/portefolje?sorter=-budsjett')
})

test('a new filter goes back to page one, a new page keeps the filter', () => {
  const deep = { ...defaults, side: 4, q: 'vann' }
  expect(portfolioHref(deep, { tema: 'skole' }, defaults)).toBe('/portefolje?q=vann&tema=skole')
  expect(portfolioHref(deep, { side: 5 }, defaults)).toBe('/portefolje?q=vann&side=5')
})

test('choosing a heading twice turns the order round', () => {
  expect(nextSort('nummer', 'tittel')).toBe('tittel')
  expect(nextSort('tittel', 'tittel')).toBe('-tittel')
  expect(nextSort('-tittel', 'tittel')).toBe('tittel')
})

test('unknown economy is neither good nor bad', () => {
  expect(severityOf('economy', 'unknown')).toBe('none')
  expect(severityOf('progress', 'delayed')).toBe('bad')
})
