import { openInvitation } from '@/lib/platform/auth/invitation'
import { doorOf } from '@/lib/platform/auth/providers'
import { startSignIn } from '@/lib/platform/auth/start'
import { config } from '@/lib/platform/config'
import { isSameOrigin } from '@/lib/platform/same-origin'

/** Begins the sign-in of somebody who is invited. The invitation goes along with this sign-in and no other. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params
  return startSignIn(async () => {
    const invitation = isSameOrigin(request.headers, config().origin) ? await openInvitation(token) : null
    const door = invitation && (await doorOf(invitation.municipality.number))
    if (!door) return null
    const plan = { next: '/min-side', door: invitation.municipality.number, invitation: invitation.id }
    return { connectionId: door.connectionId, plan }
  })
}
