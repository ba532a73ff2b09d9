import 'server-only'
import type { AuthOptions } from 'next-auth'
import { config } from '../config'
import { logFault, logInfo } from '../log'
import { identify } from './identity'
import { callbackUrl, discover, exchange } from './oidc'
import type { Connection } from './providers'
import { failurePath, safePath, sessionLifeSeconds } from './rules'
import { startSession } from './session-store'

declare module 'next-auth/jwt' {
  interface JWT {
    /** The token of our own session; nothing else is kept in the cookie. */
    sessionToken?: string
  }
}

declare module 'next-auth' {
  interface User {
    personId?: string
  }
}

/** The names of our cookies. Over https the browser itself guards them from other hosts and paths. */
export function cookieNames() {
  const prefix = config().origin.startsWith('https:') ? '__Host-' : ''
  return {
    session: `${prefix}delt-session`,
    csrf: `${prefix}delt-csrf`,
    callback: `${prefix}delt-next`,
    check: (name: string) => `${prefix}delt-${name}`,
  }
}

const cookie = (name: string, maxAge?: number) => ({
  name,
  options: {
    httpOnly: true,
    sameSite: 'lax' as const,
    path: '/',
    secure: config().origin.startsWith('https:'),
    ...(maxAge && { maxAge }),
  },
})

const tenMinutes = 600

interface Circumstances {
  /** The session this browser came with, which a new one takes the place of. */
  earlierSession: string | null
  /** Told the reference of every fault that was logged. */
  onFault: (reference: string) => void
}

/** next-auth for one request, with exactly the one connection that was chosen. */
export async function authOptions(connection: Connection, { earlierSession, onFault }: Circumstances): Promise<AuthOptions> {
  const names = cookieNames()
  return {
    secret: config().authSecret,
    providers: [await providerOf(connection)],
    session: { strategy: 'jwt', maxAge: sessionLifeSeconds },
    cookies: {
      sessionToken: cookie(names.session),
      csrfToken: cookie(names.csrf),
      callbackUrl: cookie(names.callback),
      state: cookie(names.check('state'), tenMinutes),
      nonce: cookie(names.check('nonce'), tenMinutes),
      pkceCodeVerifier: cookie(names.check('pkce'), tenMinutes),
    },
    callbacks: {
      async signIn({ user, profile }) {
        const claims = profile as { sub: string; name?: string; email?: string }
        const result = await identify(connection, claims)
        if ('rejection' in result) {
          logInfo('sign-in rejected', { connection: connection.id, reason: result.rejection })
          return failurePath(result.rejection, { door: connection.door })
        }
        user.personId = result.personId
        return true
      },
      async jwt({ token, user }) {
        if (!user?.personId) return token
        return { sessionToken: await startSession(user.personId, connection, earlierSession) }
      },
      redirect: ({ url }) => `${config().origin}${safePath(pathOf(url), '/')}`,
    },
    logger: {
      error: (code, details) => onFault(logFault(faultOf(details), { code, connection: connection.id })),
      warn: () => {},
      debug: () => {},
    },
  }
}

function pathOf(url: string): string {
  return url.startsWith(config().origin) ? url.slice(config().origin.length) || '/' : url
}

function faultOf(details: unknown): unknown {
  return details instanceof Error ? details : ((details as { error?: unknown }).error ?? new Error('sign-in failed'))
}

/** Every parameter of the request is built from configuration; the code and its token are handled by openid-client. */
async function providerOf(connection: Connection): Promise<AuthOptions['providers'][number]> {
  const metadata = (await discover(connection)).serverMetadata()
  return {
    id: connection.id,
    name: connection.id,
    type: 'oauth',
    idToken: true,
    issuer: metadata.issuer,
    jwks_endpoint: metadata.jwks_uri,
    clientId: connection.clientId,
    clientSecret: connection.clientSecret,
    checks: ['pkce', 'state', 'nonce'],
    authorization: {
      url: metadata.authorization_endpoint,
      params: { scope: 'openid profile email', redirect_uri: callbackUrl(connection) },
    },
    token: {
      url: metadata.token_endpoint,
      // Under a name of our own: next-auth's token set has a method called `claims`, which would win.
      request: async ({ params, checks }) => ({
        tokens: { validated: await exchange(connection, params as Record<string, string>, checks) },
      }),
    },
    userinfo: { request: async ({ tokens }) => tokens.validated as { sub: string } },
    profile: (claims: { sub: string }) => ({ id: claims.sub }),
  }
}
