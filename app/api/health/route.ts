import { health } from '@/lib/platform/health'

export const dynamic = 'force-dynamic'

/** For whoever watches over the app: 200 when it works, 503 when its database is away. */
export async function GET(): Promise<Response> {
  const state = await health()
  return Response.json(state, { status: state.database === 'up' ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
