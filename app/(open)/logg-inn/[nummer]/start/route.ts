import { cookies } from 'next/headers'
import { cookieOptions } from '@/lib/platform/auth/cookies'
import { doorOf } from '@/lib/platform/auth/providers'
import { safePath } from '@/lib/platform/auth/rules'
import { startSignIn } from '@/lib/platform/auth/start'
import { config } from '@/lib/platform/config'
import { isSameOrigin } from '@/lib/platform/same-origin'

const year = 60 * 60 * 24 * 365

/** The button of a door: remembers the municipality and sends the reader to its identity provider. */
export async function POST(request: Request, { params }: { params: Promise<{ nummer: string }> }): Promise<Response> {
  const { nummer } = await params
  const isNational = nummer === 'kommit'
  return startSignIn(async () => {
    if (!isSameOrigin(request.headers, config().origin)) return null
    const form = await request.formData()
    const door = await doorOf(isNational ? null : nummer, String(form.get('dor') ?? ''))
    if (!door) return null
    const { connectionId, kind } = door
    const options = { ...cookieOptions(year), path: '/logg-inn' }
    if (!isNational) (await cookies()).set('municipality', nummer, options)
    const next = safePath(form.get('neste'), isNational ? '/kuratering' : '/portefolje')
    // Somebody else at the same machine: the provider asks, though it knows who was here last.
    const prompt = form.get('bytt') === 'ja' ? (kind === 'entra' ? 'select_account' : 'login') : undefined
    return { connectionId, plan: { next, door: nummer, prompt } }
  })
}
