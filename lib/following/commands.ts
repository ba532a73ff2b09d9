import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import type { FollowInput } from './input'
import { mayFollow } from './policy'
import { targetOf } from './queries'

/** How many things one person may follow: more is not followed, but drowned in. */
const most = 200

/** Follows something the actor may read. Following it again changes nothing. */
export function follow(actor: Actor, input: FollowInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayFollow(actor), 'forbidden')
    const target = await targetOf(tx, input)
    refuseUnless(target, 'not-found')
    refuseUnless((await tx.follow.count({ where: { personId: actor.personId } })) < most, 'conflict', {
      subject: 'errors.followsTooMany',
    })
    const id = newId()
    const { count } = await tx.follow.createMany({ data: [{ id, personId: actor.personId, ...target }], skipDuplicates: true })
    if (count === 1)
      await audit(tx, actor, { action: 'follow.begin', subjectType: 'follow', subjectId: id, detail: { ...input } })
  })
}

/** Follows no longer. */
export function unfollow(actor: Actor, { followId }: { followId: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayFollow(actor), 'forbidden')
    const { count } = await tx.follow.deleteMany({ where: { id: followId, personId: actor.personId } })
    refuseUnless(count === 1, 'not-found')
    await audit(tx, actor, { action: 'follow.end', subjectType: 'follow', subjectId: followId })
  })
}
