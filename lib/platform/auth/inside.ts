import 'server-only'
import { signin, transaction } from '../db'
import { liveSession } from './liveness'

// Where an advisor acts is kept with their session: the browser holds nothing that says so. The database lets nobody in without leave, and
// writes in the trail of the municipality that they come and go.

/** Goes in where an advisor has leave. Gives whether they had. */
export function goIn(token: string, grantId: string): Promise<boolean> {
  return transaction(signin, async (tx) => {
    const session = await liveSession(tx, token)
    if (!session) return false
    const leave = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM advisor_grant g WHERE g.id = ${grantId}::uuid AND g.advisor_id = ${session.person.id}::uuid AND grant_counts(g)`
    if (leave.length === 0) return false
    await tx.authSession.updateMany({ where: { id: session.id }, data: { advisorGrantId: grantId } })
    return true
  })
}

/** Goes out again, to their own desk. */
export function goOut(token: string): Promise<void> {
  return transaction(signin, async (tx) => {
    const session = await liveSession(tx, token)
    if (session) await tx.authSession.updateMany({ where: { id: session.id }, data: { advisorGrantId: null } })
  })
}
