import { type NextRequest, NextResponse } from 'next/server'
import { contentPolicy } from '@/lib/platform/content-policy'
import { databaseAnswers } from '@/lib/platform/database-health'
import { isLocale, type Locale } from '@/lib/platform/locale'
import { pathHeader } from '@/lib/platform/path-header'
import { hasRoomFrom } from '@/lib/platform/rate-limit'
import { tooManyPage, unavailablePage } from '@/lib/platform/unavailable-page'

/**
 * Says plainly that the database is away, or that somebody searches without end, with the right status, and lets the page try again by itself;
 * and says what a page may run, with a nonce that Next puts on its own scripts, and which path was asked for. Decides nothing about access.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  // The database keeps no text with the character NUL, and no link of ours holds it.
  if (/%00/.test(request.nextUrl.pathname + request.nextUrl.search)) return new Response(null, { status: 400 })
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64')
  const policy = contentPolicy(nonce)
  const locale = localeOf(request)
  if (!(await databaseAnswers())) return whole(unavailablePage(locale, nonce), 503, 5, policy)
  if (isSearch(request) && !(await hasRoomFrom('search', request.headers)))
    return whole(tooManyPage(locale, nonce), 429, 60, policy)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set(pathHeader, request.nextUrl.pathname)
  const response = NextResponse.next({ request: { headers } })
  if (!ownPolicy.test(request.nextUrl.pathname)) response.headers.set('content-security-policy', policy)
  return response
}

/** Searching is the most anybody can ask of the database without signing in. */
function isSearch({ nextUrl }: NextRequest): boolean {
  return nextUrl.pathname === '/erfaringer' && nextUrl.search !== ''
}

function localeOf(request: NextRequest): Locale {
  const chosen = request.cookies.get('locale')?.value
  return isLocale(chosen) ? chosen : 'nb'
}

function whole(page: string, status: number, retryAfter: number, policy: string): Response {
  return new Response(page, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': String(retryAfter),
      'content-security-policy': policy,
    },
  })
}

/** Shown in a frame of the provider, and says itself which. */
const ownPolicy = /^\/api\/auth\/frontchannel\//

export const config = { matcher: ['/((?!_next/|api/health|icon.svg|favicon.ico).*)'] }
