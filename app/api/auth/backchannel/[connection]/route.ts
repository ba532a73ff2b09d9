import { backChannelLogout } from '@/lib/platform/auth/provider-logout'
import { isUuid } from '@/lib/platform/ids'
import { hasRoom, hasRoomFor } from '@/lib/platform/rate-limit'

interface Context {
  params: Promise<{ connection: string }>
}

const longest = 20_000
const answer = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } })

/** Back-channel logout: the provider itself posts a signed token; no visitor and no cookie takes part. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { connection } = await params
  if (!isUuid(connection)) return answer(400)
  if (!(await hasRoom('logout')) || !(await hasRoomFor('connection-logout', connection))) return answer(429)
  const body = await textOf(request)
  if (body === null) return answer(413)
  const isBelieved = await backChannelLogout(connection, new URLSearchParams(body).get('logout_token') ?? '').catch(() => false)
  return answer(isBelieved ? 200 : 400)
}

/** What was sent, read no further than is allowed, whatever length was promised; null where there is more. */
async function textOf(request: Request): Promise<string | null> {
  const [decoder, read] = [new TextDecoder(), { text: '', bytes: 0 }]
  for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    read.bytes += part.byteLength
    if (read.bytes > longest) return null
    read.text += decoder.decode(part, { stream: true })
  }
  return read.text
}
