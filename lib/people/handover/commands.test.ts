import { describe, expect, test } from 'vitest'
import { noticePage } from '@/lib/news/queries'
import type { Staff } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { makeItems, makeProject, makeReport, makeReuse, makeStaff, owner } from '@/lib/testing/builders'
import { sampleLesson } from '@/lib/testing/sample'
import { deactivatePerson } from '../administration/commands'
import { handOverDuties } from './commands'
import { handOverForm } from './input'
import { handOverView, heldBy, leftBehind } from './queries'
import { dutyPlaces, nameOfDuty } from './rules'

/** Columns that tell who did or is something: they stay as they are, whoever leaves. */
const remembered = [
  ...['advisor_grant.advisor_id', 'advisor_grant.ended_by', 'advisor_grant.granted_by', 'advisor_grant.person_id'],
  ...['advice.answered_by', 'advice.sent_by', 'answer.answered_by', 'deleted_item.deleted_by', 'document_version.uploaded_by'],
  ...['collaboration_invitation.answered_by', 'collaboration_invitation.invited_by'],
  ...['effect_follow_up.answered_by', 'featured_case.featured_by', 'idea.decided_by', 'idea.registered_by'],
  ...['improvement_answer.answered_by', 'improvement_offer.answered_by', 'improvement_offer.offered_by'],
  ...['municipality_answer.answered_by', 'need_mark.marked_by', 'news_item.actor_id', 'news_item.recipient_id'],
  ...['outdated_flag.flagged_by', 'person_invitation.invited_by', 'plan_interest.person_id', 'project.deleted_by'],
  ...['project_invitation.invited_by'],
  ...['project_template_version.author_id', 'publication_request.decided_by', 'publication_request.requested_by'],
  ...['question.asked_by', 'recommendation_reply.written_by', 'report_evaluation.entered_by', 'report_kept_finding.kept_by'],
  ...['report_merge.merged_by', 'report_not_duplicate.decided_by', 'report_recommendation.given_by'],
  ...['report_review.replied_by', 'report_review.reviewed_by', 'report_review.verdict_by', 'reuse_proposal.proposed_by'],
  ...['scim_token.created_by'],
  ...['starter_pack_taken.taken_by', 'status_report.author_id'],
]
/** What is somebody's own, and of no use to others. */
const personal = [
  ...['absence.person_id', 'auth_session.person_id', 'external_identity.person_id', 'follow.person_id', 'letter.person_id'],
  ...['news_settings.person_id', 'notice.person_id', 'person.home_person_id', 'person_invitation.person_id'],
  ...['role_assignment.person_id', 'saved_search.person_id', 'used_link.person_id'],
]

async function begin() {
  const siri = await makeStaff({ roles: ['member', 'municipality_admin'] })
  const { municipality } = siri
  const [kari, per, ola] = [
    await makeStaff({ municipality, name: 'Kari Slutter' }),
    await makeStaff({ municipality }),
    await makeStaff({ municipality }),
  ]
  const project = await makeProject(kari, { lessons: [sampleLesson] })
  return { siri, kari, per, ola, project }
}

/** Puts somebody in every place where somebody can answer for something. */
async function burden(who: Staff, project: { id: string }): Promise<void> {
  const municipalityId = who.municipality.id
  await makeItems(who, project as Parameters<typeof makeItems>[1])
  const report = await makeReport(who, project as Parameters<typeof makeReport>[1])
  const other = await makeReport(who, await makeProject(who))
  await owner().reportSteward.deleteMany({ where: { municipalityId } })
  await owner().reportSteward.create({ data: { municipalityId, reportId: report.id, personId: who.personId } })
  const standIn = await makeStaff({ municipality: who.municipality })
  await owner().reportSteward.create({
    data: { municipalityId, reportId: other.id, personId: standIn.personId, standInId: who.personId },
  })
  const stranger = await makeStaff()
  await makeReuse(who, await makeReport(stranger, await makeProject(stranger)))
  await owner().programme.create({ data: { municipalityId, title: 'Digital oppvekst' } })
  await owner().savedView.create({
    data: { municipalityId, ownerId: who.personId, list: 'prosjekter', name: 'Våre', query: '', isShared: true },
  })
  for (const { table, column, kind } of dutyPlaces)
    if (!['member', 'steward', 'standIn', 'view'].includes(kind))
      await owner().$executeRawUnsafe(
        `UPDATE ${table} SET ${column} = '${who.personId}' WHERE municipality_id = '${municipalityId}'`,
      )
  await owner().$executeRawUnsafe(`UPDATE uncertainty_action SET is_done = false WHERE municipality_id = '${municipalityId}'`)
  await owner().$executeRawUnsafe(
    `UPDATE allocation SET start_on = CURRENT_DATE, end_on = CURRENT_DATE + 30 WHERE municipality_id = '${municipalityId}'`,
  )
}

const sent = (personId: string, more: object) => handOverForm.parse({ personId, ...more })
const duties = (who: Staff, personId: string) => read(who, (tx) => heldBy(tx, personId))

describe('whoever leaves', () => {
  test('can be named in no column that nobody has thought of', async () => {
    const columns = await owner().$queryRawUnsafe<{ name: string }[]>(
      `SELECT DISTINCT k.conrelid::regclass::text || '.' || a.attname AS name FROM pg_constraint k
       JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS c(number, place) ON true
       JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.number
       JOIN pg_attribute t ON t.attrelid = k.confrelid AND t.attnum = k.confkey[c.place]
       WHERE k.contype = 'f' AND k.confrelid = 'person'::regclass AND t.attname = 'id'`,
    )
    const known = [...dutyPlaces.map(({ table, column }) => `${table}.${column}`), ...remembered, ...personal].sort()
    expect(columns.map(({ name }) => name).sort()).toEqual(known)
  })

  test('answers for nothing once all is given to one and they are shut out, in one stroke', async () => {
    const { siri, kari, per, project } = await begin()
    await burden(kari, project)
    const before = await duties(siri, kari.personId)
    expect([...new Set(before.map(({ kind }) => kind))].sort()).toEqual(dutyPlaces.map(({ kind }) => kind).sort())
    const { count } = await handOverDuties(siri, sent(kari.personId, { toId: per.personId, deactivate: 'on' }))
    expect(count).toBe(before.length)
    expect(await duties(siri, kari.personId)).toEqual([])
    expect((await owner().person.findUniqueOrThrow({ where: { id: kari.personId } })).status).toBe('deactivated')
    const taken = await duties(siri, per.personId)
    expect(taken.length).toBeGreaterThanOrEqual(count - 1)
    expect((await noticePage(per, 1)).notices).toMatchObject([{ kind: 'duties_handed_over', path: '/min-side' }])
    const trail = await owner().auditEvent.findMany({ where: { actorId: siri.personId }, orderBy: { at: 'asc' } })
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['person.hand-over', 'project.hand-over', 'person.deactivate']),
    )
  })

  test('can give each thing to its own', async () => {
    const { siri, kari, per, ola, project } = await begin()
    await burden(kari, project)
    const held = await duties(siri, kari.personId)
    const task = held.find(({ kind }) => kind === 'task')
    const gifts = [{ key: nameOfDuty(task as NonNullable<typeof task>), toId: ola.personId }]
    await handOverDuties(siri, sent(kari.personId, { toId: per.personId, gifts }))
    expect((await owner().task.findUniqueOrThrow({ where: { id: task?.key ?? '' } })).responsibleId).toBe(ola.personId)
    expect((await duties(siri, ola.personId)).map(({ kind }) => kind)).toEqual(['task'])
  })

  test('is not shut out while something would be left, and nothing changes hands then', async () => {
    const { siri, kari, per, project } = await begin()
    await burden(kari, project)
    const [first] = await duties(siri, kari.personId)
    const gifts = [{ key: nameOfDuty(first as NonNullable<typeof first>), toId: per.personId }]
    await expect(handOverDuties(siri, sent(kari.personId, { gifts, deactivate: 'on' }))).rejects.toMatchObject({
      fields: { toId: 'errors.everythingNeedsOwner' },
    })
    expect(await duties(siri, per.personId)).toEqual([])
  })

  test('is told of to the administrator where they were shut out first', async () => {
    const { siri, kari, per, project } = await begin()
    await burden(kari, project)
    await deactivatePerson(siri, { personId: kari.personId })
    expect(await leftBehind(siri)).toMatchObject([{ id: kari.personId, name: 'Kari Slutter' }])
    await handOverDuties(siri, sent(kari.personId, { toId: per.personId }))
    expect(await leftBehind(siri)).toEqual([])
  })

  test('A3 is looked after by the administrator of their own municipality, and what they had goes to nobody else’s', async () => {
    const { siri, kari, per } = await begin()
    const stranger = await makeStaff({ roles: ['member', 'municipality_admin'] })
    for (const who of [stranger, per])
      await expect(handOverDuties(who, sent(kari.personId, { toId: per.personId }))).rejects.toMatchObject({
        reason: expect.stringMatching(/not-found|forbidden/),
      })
    expect(await handOverView(stranger, kari.personId)).toBeNull()
    await expect(handOverDuties(siri, sent(kari.personId, { toId: stranger.personId }))).rejects.toMatchObject({
      fields: { toId: 'errors.unknown' },
    })
  })
})
