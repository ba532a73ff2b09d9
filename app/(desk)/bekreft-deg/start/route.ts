import { asSelf, municipalityOf } from '@/lib/platform/actor'
import { safePath } from '@/lib/platform/auth/rules'
import { actor, ownConnection } from '@/lib/platform/auth/session'
import { startSignIn } from '@/lib/platform/auth/start'
import { config } from '@/lib/platform/config'
import { isSameOrigin } from '@/lib/platform/same-origin'

/** Sends somebody who is signed in to the provider they came from, to prove once more who they are. Nobody else comes back by it. */
export async function POST(request: Request): Promise<Response> {
  return startSignIn(async () => {
    if (!isSameOrigin(request.headers, config().origin)) return null
    const [who, connectionId] = [asSelf(await actor()), await ownConnection()]
    if (who.kind === 'visitor' || connectionId === null) return null
    const next = safePath((await request.formData()).get('neste'), '/min-side')
    const door = municipalityOf(who)?.number ?? 'kommit'
    return { connectionId, plan: { next, door, prompt: 'login', confirms: who.personId } }
  })
}
