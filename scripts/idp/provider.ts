import { createHmac } from 'node:crypto'
import Provider, { type ClientMetadata, type Configuration, type JWK, type KoaContextWithOIDC } from 'oidc-provider'
import type { DemoProvider } from '../../prisma/demo/providers'

const minutes = 60

/** How a provider differs from the plain one: as ID-porten does, or as a test needs it to. */
export interface Peculiarities {
  client?: Partial<ClientMetadata>
  features?: Configuration['features']
  acrValues?: string[]
  /** Claims of the ID token beside who it is. */
  claims?: Record<string, unknown>
  fetch?: Configuration['fetch']
}

/** One OpenID Connect provider for the app: code flow with PKCE, its own people, sign-out that either can ask the other for. */
export function localProvider(settings: DemoProvider, key: JWK, appOrigin: string, peculiar: Peculiarities = {}): Provider {
  const accounts = new Map(settings.accounts.map((account) => [account.sub, account]))
  return new Provider(settings.issuer, {
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        redirect_uris: [`${appOrigin}/api/auth/callback/${settings.connectionId}`],
        post_logout_redirect_uris: [`${appOrigin}/logget-ut`],
        backchannel_logout_uri: `${appOrigin}/api/auth/backchannel/${settings.connectionId}`,
        backchannel_logout_session_required: true,
        // Tells when somebody proved who they are, as real ones do.
        require_auth_time: true,
        response_types: ['code'],
        grant_types: ['authorization_code'],
        ...peculiar.client,
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [createHmac('sha256', settings.clientSecret).update('cookies').digest('hex')] },
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'email'],
    acrValues: peculiar.acrValues ?? (settings.acr ? [settings.acr] : []),
    ...(peculiar.fetch && { fetch: peculiar.fetch }),
    discovery: { ui_locales_supported: ['nb', 'nn', 'en'] },
    claims: {
      openid: ['sub', ...(settings.isShared ? ['authorization_details'] : []), ...Object.keys(peculiar.claims ?? {})],
      profile: ['name'],
      email: ['email'],
    },
    conformIdTokenClaims: false,
    ttl: {
      AccessToken: 2 * minutes,
      AuthorizationCode: minutes,
      IdToken: 2 * minutes,
      Interaction: 30 * minutes,
      Session: 120 * minutes,
      Grant: 120 * minutes,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: confirmLogout },
      backchannelLogout: { enabled: true },
      pushedAuthorizationRequests: { enabled: false },
      ...peculiar.features,
    },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, sub) => {
      const account = accounts.get(sub)
      if (!account) return undefined
      const { name, email, organisationNumber } = account
      const represented = organisationNumber && {
        authorization_details: [{ type: 'ansattporten:orgno', orgno: `0192:${organisationNumber}` }],
      }
      return { accountId: sub, claims: () => ({ sub, name, email, ...represented, ...peculiar.claims }) }
    },
    // The app is the municipality's own: nobody is asked whether it may know who they are.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client?.clientId,
        accountId: context.oidc.session?.accountId,
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
}

/** The app has asked; the form that confirms is sent by itself, with a button where scripts are off. */
async function confirmLogout(context: KoaContextWithOIDC, form: string): Promise<void> {
  context.type = 'html'
  context.body = `<!doctype html><html lang="nb"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Logger ut</title>
<body style="font:1.05rem/1.5 system-ui,sans-serif;max-width:28rem;margin:8vh auto;padding:0 1rem"><h1>Logger ut</h1>
<p>Du er ute av Delt. Logg ut her også, så er alt lukket.</p>${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">Logg ut</button>
<script>const f=document.forms[0];const i=document.createElement('input');i.type='hidden';i.name='logout';i.value='yes';f.append(i);f.submit()</script></body></html>`
}
