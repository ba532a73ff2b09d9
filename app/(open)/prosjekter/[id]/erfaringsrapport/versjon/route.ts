import { savedVersion } from '@/lib/experiences/editing/queries'
import { actor } from '@/lib/platform/auth/session'
import { isUuid } from '@/lib/platform/ids'

interface Context {
  params: Promise<{ id: string }>
}

/** Which version of what is written stands, for a page that the browser has kept: it may have been written on since. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const [{ id }, who] = [await params, await actor()]
  const version = isUuid(id) ? await savedVersion(who, id) : null
  const headers = { 'cache-control': 'private, no-store' }
  return version === null ? new Response(null, { status: 404, headers }) : Response.json({ version }, { headers })
}
