import 'server-only'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless, saidBeside } from '@/lib/platform/refusal'
import { translatorFor } from '@/lib/platform/translator'
import { mayManagePortfolio } from '@/lib/portfolio/policy'
import { addProjectIn, makeProgrammeIn } from '@/lib/programmes/commands'
import { copyIn } from '@/lib/sharing/commands'
import { latestTaken, type PackItem, packOf } from '../queries'
import { startsOf } from '../rules'
import type { TakePackInput } from './input'

/** A pack is many copies at once: measured at a quarter of a second a case on a slow machine. */
const patience = { timeout: 60_000 }

/**
 * Takes a pack: a programme with a project for each chosen case, one after the other, each with what the case shares (tasks, risks, checklists …) and a
 * task for each role to fill. All in one transaction. Refuses with `forbidden` those who do not mind the portfolio, with `conflict` where the
 * municipality took it since the page was opened, and beside the case what cannot be taken.
 */
export function takePack(actor: Actor, input: TakePackInput): Promise<{ programmeId: string }> {
  return transaction(
    actor,
    async (tx) => {
      refuseUnless(mayManagePortfolio(actor), 'forbidden')
      // Two who take at once wait for each other, and the second is told.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`starter-pack:${actor.municipality.id}`}, 0))`
      const pack = await packOf(tx, actor, { slug: input.slug })
      refuseUnless(pack?.status === 'published', 'not-found')
      const taken = await latestTaken(tx, pack.id)
      refuseUnless((taken?.programmeId ?? null) === input.takenBefore, 'conflict', { title: 'errors.packTakenMeanwhile' })
      const cases = chosenCases(pack.items, input)
      const goal = pack.lead.slice(0, 2000)
      const { title, startOn } = input
      const { programmeId } = await makeProgrammeIn(tx, actor, { title, goal, managerId: actor.personId, startOn, endOn: null })
      const starts = startsOf(startOn, input.apart, cases.length)
      for (const [index, item] of cases.entries()) {
        const { projectId } = await copyCase(tx, actor, item, {
          title: input.titles[item.id] || item.report.title,
          startOn: starts[index] ?? startOn,
        })
        await addProjectIn(tx, actor, { programmeId, projectId })
        await addRoleTasks(tx, actor, projectId, item.roles)
      }
      await tx.starterPackTaken.createMany({
        data: [{ municipalityId: actor.municipality.id, packId: pack.id, programmeId, takenBy: actor.personId }],
      })
      await audit(tx, actor, {
        ...{ action: 'starter-pack.take', subjectType: 'programme', subjectId: programmeId },
        detail: { title: pack.title, projects: cases.length },
      })
      return { programmeId }
    },
    patience,
  )
}

/** The field of a case in the form, which its refusal stands beside. */
const fieldOf = (itemId: string) => `items[]-${itemId}`

/** In the order of the pack. One's own cases are there already, and what is no longer shared cannot be taken. */
function chosenCases(items: PackItem[], input: TakePackInput): PackItem[] {
  const usable = items.filter(({ isOwn, report }) => !isOwn && report.parts.length > 0)
  const refused = input.items.filter((id) => !usable.some((item) => item.id === id))
  const fields = Object.fromEntries(refused.map((id) => [fieldOf(id), 'errors.caseGone']))
  refuseUnless(refused.length === 0, 'conflict', fields)
  return usable.filter(({ id }) => input.items.includes(id))
}

function copyCase(tx: Tx, actor: Staff, { id, report }: PackItem, as: { title: string; startOn: string }) {
  const copy = copyIn(tx, actor, { ...as, projectId: report.projectId, parts: report.parts, into: undefined })
  return saidBeside({ [fieldOf(id)]: 'errors.caseCannotBeTaken' }, copy)
}

/** Somebody must be appointed before the rest can begin: a task for each role, in the first phase. */
async function addRoleTasks(tx: Tx, actor: Staff, projectId: string, roles: string[]): Promise<void> {
  const t = translatorFor(actor.municipality.writtenNorm === 'nynorsk' ? 'nn' : 'nb')
  const first = await tx.projectPhase.findFirst({ where: { projectId }, orderBy: { position: 'asc' }, select: { id: true } })
  await tx.task.createMany({
    data: roles.map((role) => ({
      ...{ municipalityId: actor.municipality.id, projectId, projectPhaseId: first?.id },
      title: t('packs.appoint', { role: t(`choices.projectRole.${role as 'project_manager'}`).toLowerCase() }),
      responsibleId: actor.personId,
    })),
  })
}
