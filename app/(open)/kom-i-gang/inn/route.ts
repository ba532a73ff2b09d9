import { welcome } from '@/lib/platform/auth/founder'
import { doorOf } from '@/lib/platform/auth/providers'
import { startSignIn } from '@/lib/platform/auth/start'
import { config } from '@/lib/platform/config'
import { isSameOrigin } from '@/lib/platform/same-origin'

/** Begins the first sign-in of whoever was sent a link, where there is a door that is open. The link goes along with this sign-in and no other. */
export function POST(request: Request): Promise<Response> {
  return startSignIn(async () => {
    const found = isSameOrigin(request.headers, config().origin) ? await welcome() : null
    const door = found && (await doorOf(found.founder.municipality?.number ?? null))
    if (!door) return null
    const plan = { next: found.founder.municipality ? '/admin' : '/', door: found.door }
    // Whoever is signed in at the provider as somebody else than the one invited must be able to choose.
    const first = {
      ...plan,
      setup: found.founder.setupId,
      prompt: door.kind === 'entra' ? ('select_account' as const) : ('login' as const),
    }
    return { connectionId: door.connectionId, plan: found.isSeated ? plan : first }
  })
}
