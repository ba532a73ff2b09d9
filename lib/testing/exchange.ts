import { expect } from 'vitest'
import type { Visibility } from '@/generated/prisma/enums'
import type { Staff } from '@/lib/platform/actor'
import { dateOf } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { copyProject } from '@/lib/sharing/commands'
import { type HeldPart, heldParts } from '@/lib/sharing/held/queries'
import { answerSuggestions, offerImprovement } from '@/lib/sharing/improvements/commands'
import { answerOffer } from '@/lib/sharing/improvements/offers/commands'
import { improvementsPage } from '@/lib/sharing/improvements/queries'
import type { Side } from '@/lib/sharing/merging/rules'
import { partKinds } from '@/lib/sharing/parts'
import { makeProject, makeStaff, owner } from './builders'
import { publishParts } from './parts'

// Municipalities that copy from one another, improve what they have, and give it back.

/** When every copy starts. */
export const startOn = '2027-08-02'

/** A municipality with a project that others may copy, and its report where it has one. */
export interface Place {
  staff: Staff
  project: { id: string }
  report: { id: string; slug: string } | null
}

/** A project with a published report; a copy of another's where a source is given. */
export async function beginExchange(source?: Place): Promise<Place> {
  const place = await beginShared(source, { visibility: 'municipality' })
  await publishFirst(place)
  return place
}

/** As `beginExchange`, but a shared project without a report. */
export async function beginShared(source?: Place, overrides: { visibility: Visibility } = { visibility: 'municipalities' }) {
  const staff = await makeStaff()
  const project = source
    ? { id: (await copyProject(staff, { projectId: source.project.id, title: 'Kopi', startOn, parts: partKinds })).projectId }
    : await makeProject(staff)
  await owner().project.update({ where: { id: project.id }, data: overrides, select: { id: true } })
  const place: Place = { staff, project, report: null }
  return place
}

/** Copies milestones from yet another source into the project. */
export async function copyMore({ staff, project }: Place, source: Place): Promise<void> {
  await copyProject(staff, { projectId: source.project.id, title: '', into: project.id, parts: ['milestones'] })
}

/** Publishes the first report of a project. */
export async function publishFirst(place: Place): Promise<void> {
  const { staff, project } = place
  place.report = await owner().experienceReport.create({
    select: { id: true, slug: true },
    data: {
      municipalityId: staff.municipality.id,
      projectId: project.id,
      slug: `erfaring-${project.id}`,
      title: 'Slik gjorde vi det',
      summary: 'Ni av ti søker på nett.',
      outcome: 'in_operation',
      themeCode: 'barnehage',
      status: 'published',
      visibility: 'municipalities',
      publishedAt: new Date(),
      sections: { create: [{ kind: 'parts', content: { comment: '' } }] },
    },
  })
  await publish(place)
}

/** Publishes anew what the report offers, as the project is now. Where there is no report, what is changed is shared at once. */
export async function publish({ staff, project, report }: Place): Promise<void> {
  if (report) await publishParts(staff, project, report)
}

export const milestones = ({ project }: Place) =>
  owner().milestone.findMany({ where: { projectId: project.id }, orderBy: [{ plannedOn: 'asc' }, { title: 'asc' }] })
export const titles = async (place: Place) => (await milestones(place)).map((one) => one.title)
export const rename = async (place: Place, from: string, title: string) => {
  const done = await owner().milestone.updateMany({ where: { projectId: place.project.id, title: from }, data: { title } })
  expect(done.count).toBe(1)
}
export const add = (place: Place, title: string) =>
  owner().milestone.createMany({
    data: [
      {
        municipalityId: place.staff.municipality.id,
        projectId: place.project.id,
        title,
        plannedOn: dateOf('2029-01-01'),
      },
    ],
  })
/** What a place holds of a part; of one source where it has several. */
export async function partFrom(place: Place, source: Place | null, kind = 'milestones'): Promise<HeldPart> {
  const held = await read(place.staff, (tx) => heldParts(tx, place.project.id))
  const found = held.find((one) => one.kind === kind && (!source || one.sourceProjectId === source.project.id))
  if (!found) throw new Error('not held')
  return found
}

export const part = (place: Place, kind = 'milestones') => partFrom(place, null, kind)

export const asked = async (place: Place, source: Place | null = null) =>
  (await partFrom(place, source)).suggestions
    .filter((one) => !one.isLater)
    .map(({ change, isBothChanged }) => [change, isBothChanged])

type Fields = Record<string, Side>

/** The same answer to all that is asked, as it is shown now. */
export const answersTo = ({ suggestions }: HeldPart, choice: 'taken' | 'kept' | 'later', fields: Fields = {}) =>
  Object.fromEntries(suggestions.map(({ mark, seen }) => [mark, { choice, seen, fields }]))

export async function answer(
  place: Place,
  choice: 'taken' | 'kept' | 'later',
  kind = 'milestones',
  fields: Fields = {},
  source: Place | null = null,
) {
  const held = await partFrom(place, source, kind)
  const { copiedPartId } = held
  return answerSuggestions(place.staff, { projectId: place.project.id, copiedPartId, answers: answersTo(held, choice, fields) })
}

export async function offer(from: Place, comment = '', kind = 'milestones', source: Place | null = null) {
  const { copiedPartId, local } = await partFrom(from, source, kind)
  return offerImprovement(from.staff, { projectId: from.project.id, copiedPartId, items: local.map((one) => one.mark), comment })
}

export const received = async (at: Place) =>
  (await improvementsPage(at.staff, at.project.id))?.received.filter((one) => one.state === 'sent')[0]

/** The source answers the offer that waits, all of it alike. */
export async function receive(at: Place, choice: 'take' | 'decline', answered = 'Takk!', fields: Fields = {}) {
  const waiting = await received(at)
  await answerOffer(at.staff, {
    ...{ projectId: at.project.id, offerId: waiting?.id ?? '', choice, answer: answered },
    items: waiting?.items.map((one) => one.mark) ?? [],
    answers: Object.fromEntries(waiting?.items.map(({ mark, seen }) => [mark, { seen, fields }]) ?? []),
  })
  return waiting
}
