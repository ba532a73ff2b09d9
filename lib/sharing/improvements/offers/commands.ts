import 'server-only'
import { tell } from '@/lib/news/commands'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { projectPlan } from '@/lib/projects/plan/queries'
import { applyEdits, type Target } from '../../apply/commands'
import { merge } from '../../merging/rules'
import { type PartItem, partsOf } from '../../parts'
import type { OfferAnswerInput } from '../input'
import { holdItems, openForImprovement } from '../opening/commands'
import { type OfferedItem, sidesOfOffer } from '../queries'

/**
 * The source answers an offer. What is taken becomes part of its project at once, beside what it has changed itself, and of the report when it is
 * published next. Refuses with `conflict` what a colleague has answered meanwhile, and items that are no longer what was shown.
 */
export function answerOffer(actor: Actor, input: OfferAnswerInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { staff, target } = await openForImprovement(tx, actor, input.projectId)
    const offer = await tx.improvementOffer.findFirst({
      where: { id: input.offerId, toMunicipalityId: staff.municipality.id, toProjectId: input.projectId },
      select: {
        id: true,
        kind: true,
        items: true,
        state: true,
        offeredBy: true,
        municipality: { select: { displayName: true } },
      },
    })
    refuseUnless(offer, 'not-found')
    refuseUnless(offer.state === 'sent', 'conflict')
    const state = input.choice === 'take' ? ('taken' as const) : ('declined' as const)
    await holdItems(tx, target.project.id, offer.kind)
    const sides = await sidesNow(tx, target, offer)
    const edits = state === 'taken' ? editsOf(sides, input) : []
    const rowIds = await applyEdits(tx, staff, target, offer.kind, edits)
    const taken = edits.flatMap(({ place }, index) => (rowIds[index] ? [{ place, id: rowIds[index] }] : []))
    const answered = { state, answer: input.answer, answeredBy: staff.personId, answeredAt: new Date(), taken }
    const { count } = await tx.improvementOffer.updateMany({ where: { id: offer.id, state: 'sent' }, data: answered })
    refuseUnless(count === 1, 'conflict')
    const report = await tx.experienceReport.findFirst({
      where: { projectId: input.projectId, status: 'published' },
      select: { id: true },
    })
    const about = report ? { reportId: report.id } : { projectId: input.projectId }
    await tell(tx, staff, { kind: 'offer_answered', ...about, recipientId: offer.offeredBy })
    await audit(tx, staff, {
      action: state === 'taken' ? 'improvement.accept' : 'improvement.decline',
      ...{ subjectType: 'project', subjectId: input.projectId, projectId: input.projectId },
      detail: { title: offer.municipality.displayName, kind: offer.kind, items: edits.length },
    })
  })
}

async function sidesNow(tx: Tx, { project }: Target, offer: { kind: OfferKind; items: unknown }): Promise<OfferedItem[]> {
  const plan = await projectPlan(tx, project.id)
  refuseUnless(plan, 'not-found')
  return sidesOfOffer(offer.kind, offer.items, partsOf(plan))
}

type OfferKind = Parameters<typeof sidesOfOffer>[0]

/** Each item that was ticked as it will be here. An item that has been deleted since is added anew. */
function editsOf(sides: OfferedItem[], { items, answers }: OfferAnswerInput) {
  const problems: Record<string, string> = {}
  const edits = sides.flatMap((one, place) => {
    if (!items.includes(one.mark)) return []
    const { seen, fields } = answers[one.mark] ?? {}
    const { item, conflicts } = merge(one, fields)
    if (seen !== one.seen) problems['items[]'] = 'errors.changedMeanwhile'
    else for (const name of conflicts) problems[`answers.${one.mark}.fields.${name}`] = 'errors.chooseSide'
    return [{ place, rowId: one.mine?.key ?? null, item: ownItem(item, one.mine) }]
  })
  refuseUnless(Object.keys(problems).length === 0, 'conflict', problems)
  return edits
}

/** What is taken from an offer is one's own, told apart by its row. */
const ownItem = (item: PartItem | null, mine: PartItem | null) => item && ({ ...item, key: mine?.key } as PartItem)
