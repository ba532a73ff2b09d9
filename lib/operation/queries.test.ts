import { expect, test } from 'vitest'
import { correlated, correlationId } from '@/lib/platform/correlation'
import { addDays, today } from '@/lib/platform/dates'
import { makeOperator, makeProject, makeStaff } from '@/lib/testing/builders'
import { closeMunicipality, reopenMunicipality } from './commands'
import { nationalLog } from './queries'

test('the trail is searched by who did it, by the reference of the request and by days', async () => {
  const [one, other, { number }] = [await makeOperator(), await makeOperator(), (await makeStaff()).municipality]
  const reference = await correlated(async () => {
    await closeMunicipality(one, { number, reason: 'Avtalen er sagt opp' })
    return correlationId()
  })
  await correlated(() => reopenMunicipality(other, { number }))
  const actions = async (query: Parameters<typeof nationalLog>[1]) =>
    (await nationalLog(one, query)).lines.map(({ action }) => action)
  expect(await actions({ hvem: one.personId, side: 1 })).toEqual(['municipality.close'])
  expect(await actions({ hvem: other.personId, side: 1 })).toEqual(['municipality.reopen'])
  expect(await actions({ ref: reference ?? '', side: 1 })).toEqual(['municipality.close'])
  expect(await actions({ q: number, fra: today(), til: today(), side: 1 })).toEqual(['municipality.reopen', 'municipality.close'])
  expect(await actions({ q: number, fra: addDays(today(), 1), side: 1 })).toEqual([])
  expect(await actions({ q: number, til: addDays(today(), -1), side: 1 })).toEqual([])
  const [line] = (await nationalLog(one, { ref: reference ?? '', side: 1 })).lines
  expect(line).toMatchObject({ reference, actorId: one.personId, isRefused: false })
})

test('what somebody does within a municipality is found by no search', async () => {
  const [operator, kari] = [await makeOperator(), await makeStaff()]
  await makeProject(kari)
  const { lines } = await nationalLog(operator, { hvem: kari.personId, side: 1 })
  expect(lines.filter(({ action }) => action.startsWith('project.'))).toEqual([])
})
