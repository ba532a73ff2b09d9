import 'server-only'
import { mayUseDesk } from '@/lib/municipalities/policy'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { portfolioLists } from '../lists/columns'
import type { ChangeViewInput, SaveViewInput } from './input'
import { viewHref } from './rules'

/** Saves how a list is shown under a name of the actor's own; everybody may, and share it with colleagues. Gives its address. Refuses a name they have used for another. */
export function saveView(actor: Actor, input: SaveViewInput): Promise<{ href: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayUseDesk(actor), 'forbidden')
    await requireFreeName(tx, actor, input.list, input.name, null)
    if (input.isStandard) await dropStandard(tx, actor, input.list)
    const query = withoutView(input.query)
    const { id } = await tx.savedView.create({
      select: { id: true },
      data: { ...input, query, municipalityId: actor.municipality.id, ownerId: actor.personId },
    })
    await auditView(tx, actor, 'view.save', id, input.name)
    return { href: viewHref(portfolioLists[input.list].path, { id, query }) }
  })
}

/** Renames, shares, makes standard, or changes what an own view shows. Others' views are not found. */
export function changeView(actor: Actor, input: ChangeViewInput): Promise<{ href: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayUseDesk(actor), 'forbidden')
    const view = await tx.savedView.findFirst({ where: { id: input.id, ownerId: actor.personId } })
    refuseUnless(view, 'not-found')
    const list = view.list as SaveViewInput['list']
    await requireFreeName(tx, actor, list, input.name, view.id)
    if (input.isStandard) await dropStandard(tx, actor, list)
    const query = input.query ? withoutView(input.query) : view.query
    const { name, isShared, isStandard } = input
    await tx.savedView.update({ where: { id: view.id }, data: { name, isShared, isStandard, query } })
    await auditView(tx, actor, 'view.change', view.id, name)
    return { href: viewHref(portfolioLists[list].path, { id: view.id, query }) }
  })
}

/** Deletes an own view. Its link still shows the same: all of it stands in the address. */
export function deleteView(actor: Actor, input: { id: string }): Promise<{ path: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayUseDesk(actor), 'forbidden')
    const view = await tx.savedView.findFirst({ where: { id: input.id, ownerId: actor.personId } })
    refuseUnless(view, 'not-found')
    await tx.savedView.deleteMany({ where: { id: view.id } })
    await auditView(tx, actor, 'view.delete', view.id, view.name)
    return { path: portfolioLists[view.list as SaveViewInput['list']].path }
  })
}

function withoutView(query: string): string {
  const parameters = new URLSearchParams(query)
  for (const name of ['visning', 'side', 'ok']) parameters.delete(name)
  return parameters.toString()
}

async function requireFreeName(tx: Tx, actor: Staff, list: string, name: string, ownId: string | null): Promise<void> {
  const taken = await tx.savedView.count({ where: { ownerId: actor.personId, list, name, id: { not: ownId ?? undefined } } })
  refuseUnless(taken === 0, 'conflict', { name: 'errors.nameTaken' })
}

/** One standard a list and person. */
async function dropStandard(tx: Tx, actor: Staff, list: string): Promise<void> {
  await tx.savedView.updateMany({ where: { ownerId: actor.personId, list, isStandard: true }, data: { isStandard: false } })
}

function auditView(tx: Tx, actor: Staff, action: string, subjectId: string, title: string) {
  return audit(tx, actor, { action, subjectType: 'saved_view', subjectId, detail: { title } })
}
