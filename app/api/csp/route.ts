import { logInfo } from '@/lib/platform/log'
import { hasRoom } from '@/lib/platform/rate-limit'

const longest = 4000

/** Where browsers of any visitor report what a page tried that it may not. Only the rule and the place are kept. */
export async function POST(request: Request): Promise<Response> {
  const body = Number(request.headers.get('content-length') ?? 0) <= longest ? await request.text() : ''
  if (body.length <= longest && (await hasRoom('report'))) logInfo('content policy', reportOf(body))
  return new Response(null, { status: 204 })
}

function reportOf(body: string): Record<string, string> {
  try {
    const report = (JSON.parse(body) as { 'csp-report'?: Record<string, unknown> })['csp-report'] ?? {}
    const text = (name: string) => String(report[name] ?? '').slice(0, 200)
    const blocked = text('blocked-uri')
    return { directive: text('effective-directive'), blocked: URL.canParse(blocked) ? new URL(blocked).origin : blocked }
  } catch {
    return {}
  }
}
