import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { dateInNorway, isoDate, today } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { projectFacts } from '@/lib/projects/facts/queries'
import { mayJoinPlan, maySharePlan } from '../policy'
import { columns, type PlanRow } from '../queries'
import { isAhead, shownFrom } from '../rules'

/** A plan of another municipality, with what one's own has said about being in on it, ready to be said or changed. Null where it is not shown, or one's own. */
export function interestPage(actor: Actor, projectId: string) {
  return read(actor, async (tx) => {
    const [plan] = await tx.$queryRaw<(PlanRow & { municipalityId: string })[]>`
      SELECT ${columns}, s.municipality_id AS "municipalityId" FROM shared_plans(${today()}::date) s WHERE s.project_id = ${projectId}::uuid`
    if (!plan || !mayJoinPlan(actor, plan)) return null
    const row = await tx.planInterest.findUnique({
      where: { projectId_municipalityId: { projectId, municipalityId: actor.municipality.id } },
    })
    const person = await tx.person.findUnique({ where: { id: actor.personId }, select: { jobTitle: true, email: true } })
    return {
      plan,
      isJoined: row !== null,
      version: row?.version ?? 0,
      wants: row?.wants ?? plan.wants,
      text: row?.text ?? '',
      contactRole: row?.contactRole ?? person?.jobTitle ?? '',
      contact: row?.contact ?? person?.email ?? '',
    }
  })
}

/** The plan of a project as it is shared, ready to be changed, with who is in on it; null for those who do not run it for their own municipality. */
export function planPage(actor: Actor, projectId: string) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, projectId)
    if (!project || !maySharePlan(actor, project)) return null
    const row = await tx.sharedPlan.findUnique({ where: { projectId } })
    const { title, startOn } = await tx.project.findUniqueOrThrow({
      where: { id: projectId },
      select: { title: true, startOn: true },
    })
    const person = await tx.person.findUnique({ where: { id: actor.personId }, select: { jobTitle: true, email: true } })
    const start = isoDate(row?.beginsOn ?? startOn)
    return {
      title,
      isShared: row !== null,
      hasBegun: row !== null && !isAhead(start, today()),
      /** Set where others do not see it yet. */
      shownFrom: row !== null && isAhead(shownFrom(start), today()) ? shownFrom(start) : null,
      version: row?.version ?? 0,
      wants: row?.wants ?? [],
      beginsOn: isAhead(start, today()) ? start : '',
      text: row?.text ?? '',
      contactRole: row?.contactRole || (person?.jobTitle ?? ''),
      contact: row?.contact ?? person?.email ?? '',
      interests: await interestsIn(tx, projectId),
    }
  })
}

/** Who is in on a plan, and whom to call there; for those who plan it. */
async function interestsIn(tx: Tx, projectId: string) {
  const rows = await tx.planInterest.findMany({
    where: { projectId },
    orderBy: [{ joinedAt: 'asc' }, { municipalityId: 'asc' }],
    select: { municipalityId: true, wants: true, text: true, contactRole: true, contact: true, joinedAt: true },
  })
  const municipalities = await tx.municipality.findMany({
    where: { id: { in: rows.map(({ municipalityId }) => municipalityId) } },
    select: { id: true, number: true, displayName: true },
  })
  return rows.map(({ municipalityId, joinedAt, ...row }) => {
    const from = municipalities.find(({ id }) => id === municipalityId)
    return { ...row, municipality: from?.displayName ?? '', number: from?.number ?? '', joinedOn: dateInNorway(joinedAt) }
  })
}
