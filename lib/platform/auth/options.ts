import 'server-only'
import type { AuthOptions } from 'next-auth'
import { config } from '../config'
import { cookieNames, cookieOptions } from './cookies'
import { callbackUrl, discover, exchange } from './oidc'
import { type SignInClaims, sessionLifeOf } from './profiles'
import type { Connection } from './providers'
import { safePath } from './rules'

declare module 'next-auth/jwt' {
  interface JWT {
    /** The token of our own session; nothing else is kept in the cookie. */
    sessionToken?: string
  }
}

declare module 'next-auth' {
  interface User {
    sessionToken?: string
  }
}

const tenMinutes = 600
const cookie = (name: string, maxAge?: number) => ({ name, options: cookieOptions(maxAge) })

export interface Arrival {
  /** Gives the token of a session, or the page that says why there is none. */
  admit: (claims: SignInClaims) => Promise<{ sessionToken: string } | { page: string }>
  /** When the provider must have answered all there is to ask. */
  deadline: AbortSignal
}

/** next-auth for one request, with exactly the one connection that was chosen. */
export async function authOptions(connection: Connection, { admit, deadline }: Arrival): Promise<AuthOptions> {
  const names = cookieNames()
  return {
    secret: config().authSecret,
    providers: [await providerOf(connection, deadline)],
    session: { strategy: 'jwt', maxAge: sessionLifeOf(connection.kind) },
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
        const admitted = await admit(profile as unknown as SignInClaims)
        if ('page' in admitted) return admitted.page
        user.sessionToken = admitted.sessionToken
        return true
      },
      jwt: ({ token, user }) => (user?.sessionToken ? { sessionToken: user.sessionToken } : token),
      redirect: ({ url }) => `${config().origin}${safePath(pathOf(url), '/')}`,
    },
  }
}

function pathOf(url: string): string {
  return url.startsWith(config().origin) ? url.slice(config().origin.length) || '/' : url
}

/** Every parameter of the request is built from configuration; the code and its token are handled by openid-client. */
async function providerOf(connection: Connection, deadline: AbortSignal): Promise<AuthOptions['providers'][number]> {
  const metadata = (await discover(connection, deadline)).serverMetadata()
  return {
    id: connection.id,
    name: connection.id,
    type: 'oauth',
    idToken: true,
    issuer: metadata.issuer,
    jwks_endpoint: metadata.jwks_uri,
    clientId: connection.clientId,
    checks: ['pkce', 'state', 'nonce'],
    authorization: {
      url: metadata.authorization_endpoint,
      // The rest is built beside next-auth, by `authorizationUrl`.
      params: { scope: 'openid', redirect_uri: callbackUrl(connection) },
    },
    token: {
      url: metadata.token_endpoint,
      // Under a name of our own: next-auth's token set has a method called `claims`, which would win.
      request: async ({ params, checks }) => ({
        tokens: { validated: await exchange(connection, params as Record<string, string>, checks, deadline) },
      }),
    },
    userinfo: { request: async ({ tokens }) => tokens.validated as { sub: string } },
    profile: (claims: { sub: string }) => ({ id: claims.sub }),
  }
}
