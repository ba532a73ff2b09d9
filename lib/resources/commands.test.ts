import { describe, expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { newId } from '@/lib/platform/ids'
import { makeAdvisor, makeStaff, owner } from '@/lib/testing/builders'
import { addAbsence, removeAbsence } from './commands'
import { absenceInput } from './input'

const forbidden = { reason: 'forbidden' }
const period = { startOn: '2026-12-21', endOn: '2026-12-31', percent: '50' }
const absent = (personId: string, typed = {}) => absenceInput.parse({ personId, ...period, ...typed })
const absencesOf = (personId: string) => owner().absence.findMany({ where: { personId } })

describe('an absence', () => {
  test('is registered and taken away by the one it is about, and told without why', async () => {
    const kari = await makeStaff()
    await addAbsence(kari, absent(kari.personId))
    const [absence] = await absencesOf(kari.personId)
    const days = { startOn: new Date('2026-12-21'), endOn: new Date('2026-12-31'), percent: 50 }
    expect(absence).toMatchObject({ ...days, municipalityId: kari.municipality.id })
    await removeAbsence(kari, { absenceId: absence?.id ?? '' })
    expect(await absencesOf(kari.personId)).toEqual([])
    const about = { actorId: kari.personId, subjectType: 'absence', subjectId: absence?.id, detail: {}, projectId: null }
    const trail = await owner().auditEvent.findMany({ where: { actorId: kari.personId }, orderBy: { at: 'asc' } })
    expect(trail).toMatchObject([
      { ...about, action: 'absence.add' },
      { ...about, action: 'absence.remove' },
    ])
  })

  test.each(['portfolio_manager', 'municipality_admin'] as const)(
    'is registered for others by a %s, of the same place',
    async (role) => {
      const siri = await makeStaff({ roles: ['member', role] })
      const [ola, stranger] = [await makeStaff({ municipality: siri.municipality }), await makeStaff()]
      await addAbsence(siri, absent(ola.personId))
      const unknown = { reason: 'not-found', fields: { personId: 'errors.unknown' } }
      await expect(addAbsence(siri, absent(stranger.personId))).rejects.toMatchObject(unknown)
      const [absence] = await absencesOf(ola.personId)
      await removeAbsence(siri, { absenceId: absence?.id ?? '' })
      expect(await absencesOf(ola.personId)).toEqual([])
      expect(await absencesOf(stranger.personId)).toEqual([])
    },
  )

  test('of a colleague is nobody else’s to register or take away', async () => {
    const kari = await makeStaff()
    const colleague = await makeStaff({ municipality: kari.municipality, roles: ['member', 'portfolio_reader'] })
    const stranger = await makeStaff({ roles: ['member', 'portfolio_manager'] })
    await addAbsence(kari, absent(kari.personId))
    const [{ id: absenceId } = { id: '' }] = await absencesOf(kari.personId)
    for (const actor of [colleague, visitor, await makeAdvisor()])
      await expect(addAbsence(actor, absent(kari.personId))).rejects.toMatchObject(forbidden)
    await expect(removeAbsence(colleague, { absenceId })).rejects.toMatchObject(forbidden)
    for (const actor of [stranger, visitor])
      await expect(removeAbsence(actor, { absenceId })).rejects.toMatchObject({ reason: 'not-found' })
    await expect(removeAbsence(kari, { absenceId: newId() })).rejects.toMatchObject({ reason: 'not-found' })
    expect(await absencesOf(kari.personId)).toHaveLength(1)
  })

  test.each([
    [{ percent: '0' }, 'percent', 'errors.percent'],
    [{ percent: '101' }, 'percent', 'errors.percent'],
    [{ percent: 'litt' }, 'percent', 'errors.percent'],
    [{ startOn: '' }, 'startOn', 'errors.date'],
    [{ endOn: '2026-02-30' }, 'endOn', 'errors.date'],
    [{ endOn: '2026-12-20' }, 'endOn', 'errors.endBeforeStart'],
    [{ personId: '' }, 'personId', 'errors.required'],
  ])('with %o is told beside its field', (typed, name, message) => {
    const parsed = absenceInput.safeParse({ personId: newId(), ...period, ...typed })
    expect(parsed.error?.issues[0]).toMatchObject({ path: [name], message })
  })
})
