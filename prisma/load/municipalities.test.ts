import { expect, test } from 'vitest'
import { collaborations } from '../register/collaborations'
import { registeredMunicipalities } from './municipalities'

const rows = await registeredMunicipalities()

test('every municipality is there once, with all inhabitants', () => {
  expect(rows).toHaveLength(357)
  expect(new Set(rows.map((row) => row.organisationNumber)).size).toBe(357)
  expect(new Set(rows.map((row) => row.displayName)).size).toBe(357)
  expect(rows.reduce((sum, row) => sum + row.population, 0)).toBe(5_627_400)
})

test('organisation numbers pass mod 11', () => {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1]
  for (const { organisationNumber, name } of rows) {
    const sum = weights.reduce((total, weight, index) => total + weight * Number(organisationNumber[index]), 0)
    expect(sum % 11, name).toBe(0)
  }
})

test('numbers keep their leading zero, and Sami and Kven names are apart', () => {
  expect(rows.find((row) => row.name === 'Oslo')?.number).toBe('0301')
  expect(rows.find((row) => row.number === '5540')?.parallelNames).toEqual(['Gáivuotna', 'Kaivuono'])
  expect(rows.filter((row) => row.parallelNames.length > 0)).toHaveLength(27)
})

test('collaborations consist of municipalities that exist', () => {
  const numbers = new Set(rows.map((row) => row.number))
  for (const { members, name } of collaborations) {
    expect(
      members.filter((number) => !numbers.has(number)),
      name,
    ).toEqual([])
  }
})
