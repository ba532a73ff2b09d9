import { publishedKeys } from '@/lib/platform/auth/providers'
import { isUuid } from '@/lib/platform/ids'

/** The public keys of the app at one provider, for any visitor: the provider checks with them that it is us. */
export async function GET(_request: Request, { params }: { params: Promise<{ connection: string }> }): Promise<Response> {
  const { connection } = await params
  const keys = isUuid(connection) ? await publishedKeys(connection) : null
  if (!keys) return new Response(null, { status: 404 })
  return Response.json({ keys }, { headers: { 'cache-control': 'public, max-age=300' } })
}
