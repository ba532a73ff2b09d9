import { expect, test } from 'vitest'
import type { Staff } from '@/lib/platform/actor'
import { addDays, dateOf, today } from '@/lib/platform/dates'
import { makeOperator, makeProject, makeReport, makeStaff, owner, type TestProject } from '@/lib/testing/builders'
import { carryOutReform } from './commands'

const call = { wants: ['talk' as const], contact: '99 99 99 99' }

async function showPlan(host: Staff): Promise<TestProject> {
  const project = await makeProject(host)
  const data = { ...call, municipalityId: host.municipality.id, projectId: project.id, beginsOn: dateOf(addDays(today(), 60)) }
  await owner().sharedPlan.create({ data })
  return project
}

const join = (who: Staff, host: Staff, { id: projectId }: TestProject, contactRole: string) =>
  owner().planInterest.create({
    data: {
      ...{ ...call, contactRole, projectId, municipalityId: who.municipality.id, personId: who.personId },
      hostMunicipalityId: host.municipality.id,
    },
  })

const interests = ({ id: projectId }: TestProject) =>
  owner().planInterest.findMany({
    where: { projectId },
    select: { municipalityId: true, hostMunicipalityId: true, contactRole: true },
    orderBy: { contactRole: 'asc' },
  })

test('two that become one are in on a plan once, and never on their own; where both have said something of a report, one word is left', async () => {
  const [before, heir, other] = [await makeStaff(), await makeStaff(), await makeStaff()]
  const [shared, wanted, ours, theirs] = [
    await showPlan(other),
    await showPlan(other),
    await showPlan(heir),
    await showPlan(before),
  ]
  await join(before, other, shared, 'Den gamle')
  await join(heir, other, shared, 'Den nye')
  await join(before, other, wanted, 'Den gamle')
  await join(before, heir, ours, 'Den gamle')
  await join(heir, before, theirs, 'Den nye')
  await join(other, before, theirs, 'En tredje')
  const report = await makeReport(other, await makeProject(other))
  for (const { municipality, personId } of [before, heir]) {
    const said = { municipalityId: municipality.id, reportId: report.id, answer: 'yes' as const, givenBy: personId }
    const { id } = await owner().reportRecommendation.create({ data: { ...said, comment: municipality.name } })
    const reply = { municipalityId: other.municipality.id, recommendationId: id, text: 'Takk!', writtenBy: other.personId }
    await owner().recommendationReply.create({ data: reply })
  }

  await carryOutReform(await makeOperator(), {
    ...{ from: [before.municipality.number], to: heir.municipality.number, others: [], onDate: '2028-01-01' },
  })

  const [now, third] = [heir.municipality.id, other.municipality.id]
  expect(await interests(shared)).toEqual([{ municipalityId: now, hostMunicipalityId: third, contactRole: 'Den nye' }])
  expect(await interests(wanted)).toEqual([{ municipalityId: now, hostMunicipalityId: third, contactRole: 'Den gamle' }])
  expect(await interests(ours)).toEqual([])
  expect(await interests(theirs)).toEqual([{ municipalityId: third, hostMunicipalityId: now, contactRole: 'En tredje' }])
  expect(
    await owner().reportRecommendation.findMany({
      where: { reportId: report.id },
      select: { municipalityId: true, comment: true, _count: { select: { replies: true } } },
    }),
  ).toEqual([{ municipalityId: now, comment: heir.municipality.name, _count: { replies: 1 } }])
})
