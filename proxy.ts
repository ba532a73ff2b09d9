import { type NextRequest, NextResponse } from 'next/server'
import { databaseAnswers } from '@/lib/platform/database-health'
import { isLocale } from '@/lib/platform/locale'
import { unavailablePage } from '@/lib/platform/unavailable-page'

/** Says plainly that the database is away, with the right status, and lets the page try again by itself. Decides nothing about access. */
export async function proxy(request: NextRequest): Promise<Response> {
  // The database keeps no text with the character NUL, and no link of ours holds it.
  if (/%00/.test(request.nextUrl.pathname + request.nextUrl.search)) return new Response(null, { status: 400 })
  if (await databaseAnswers()) return NextResponse.next()
  const locale = request.cookies.get('locale')?.value
  return new Response(unavailablePage(isLocale(locale) ? locale : 'nb'), {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '5' },
  })
}

export const config = { matcher: ['/((?!_next/|api/health|icon.svg|favicon.ico).*)'] }
