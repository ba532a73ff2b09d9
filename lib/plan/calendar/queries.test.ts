import { expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { actorOfFeed, feedToken } from '@/lib/platform/auth/feed-token'
import { config } from '@/lib/platform/config'
import { newId } from '@/lib/platform/ids'
import { makeAdvisor, makeMunicipality, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { projectCalendar } from './queries'

/** The lines of a feed, with those that were folded put together. */
const linesOf = (feed: string | null) => feed?.replaceAll('\r\n ', '').split('\r\n') ?? []

/** A feed as the calendar of whoever has its address gets it. */
const subscribed = async (token: string, projectId: string) => projectCalendar(await actorOfFeed(token, projectId), projectId)

test('the calendar of a project has its gates, milestones and deliverables, each on its day', async () => {
  const kari = await makeStaff()
  const { id, title } = await makeProject(kari, { title: 'Bru, vei; og "tunnel"' })
  const lines = linesOf(await projectCalendar(kari, id))
  expect(lines[0]).toBe('BEGIN:VCALENDAR')
  const events = lines.flatMap((line, index) =>
    line.startsWith('DTSTART') ? [[line.slice(-8), lines.slice(index).find((next) => next.startsWith('SUMMARY'))]] : [],
  )
  const named = (text: string) => `SUMMARY:${text} – ${title.replaceAll(',', '\\,').replaceAll(';', '\\;')}`
  expect(events.toSorted()).toEqual(
    [
      ['20260213', named('BP1')],
      ['20260417', named('BP2')],
      ['20260814', named('Leverandør valgt')],
      ['20260828', named('BP3')],
      ['20270115', named('Første søknad på nett')],
      ['20270115', named('Søknadsskjema på nett')],
      ['20270430', named('BP4')],
      ['20270618', named('BP5')],
      ['20271217', named('BP6')],
    ].toSorted(),
  )
  expect(lines.filter((line) => line.startsWith('URL'))[0]).toContain(`${config().origin}/prosjekter/${id}/plan`)
})

test('a calendar is for the own municipality, also where the project is open to all', async () => {
  const kari = await makeStaff()
  const open = await makeProject(kari, { visibility: 'open' })
  const colleague = await makeStaff({ municipality: kari.municipality })
  expect(await projectCalendar(colleague, open.id)).not.toBeNull()
  for (const actor of [await makeStaff(), visitor, await makeAdvisor()]) expect(await projectCalendar(actor, open.id)).toBeNull()
  expect(await projectCalendar(kari, newId())).toBeNull()
})

test('its address works for whoever made it, for that project, and for as long as they work there', async () => {
  const kari = await makeStaff()
  const [bridge, road] = [await makeProject(kari, { visibility: 'open' }), await makeProject(kari, { visibility: 'open' })]
  const token = feedToken(kari, bridge.id)
  expect(await subscribed(token, bridge.id)).toContain('BEGIN:VEVENT')
  expect(await subscribed(token, road.id)).toBeNull()
  expect(await subscribed(`${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`, bridge.id)).toBeNull()
  const person = { id: kari.personId }
  await owner().person.update({ where: person, data: { status: 'deactivated' } })
  expect(await subscribed(token, bridge.id)).toBeNull()
  const { id: municipalityId } = await makeMunicipality()
  const moved = await makeStaff()
  const theirs = feedToken({ ...kari, personId: moved.personId }, bridge.id)
  await owner().person.update({ where: { id: moved.personId }, data: { municipalityId } })
  expect(await subscribed(theirs, bridge.id)).toBeNull()
})
