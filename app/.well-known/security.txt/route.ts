import { config } from '@/lib/platform/config'

const day = 86_400_000
const validDays = 180

/** Where any visitor who has found a weakness may tell of it (RFC 9116). */
export async function GET(): Promise<Response> {
  const expires = new Date(Math.ceil((Date.now() + validDays * day) / day) * day).toISOString()
  const { origin, mail } = config()
  const lines = [
    `Contact: mailto:${mail.contact}`,
    `Expires: ${expires}`,
    'Preferred-Languages: nb, nn, en',
    `Canonical: ${origin}/.well-known/security.txt`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
