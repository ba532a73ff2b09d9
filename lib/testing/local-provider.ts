import { createHmac, createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { JWK } from 'oidc-provider'
import { afterAll } from 'vitest'
import type { Prisma } from '@/generated/prisma/client'
import { type ClientKeyPair, newClientKey } from '@/lib/platform/auth/client-keys'
import { config } from '@/lib/platform/config'
import { newId } from '@/lib/platform/ids'
import { hide } from '@/lib/platform/vault'
import { handleLogin } from '@/scripts/idp/login'
import { localProvider, type Peculiarities } from '@/scripts/idp/provider'
import { owner } from './builders'

type Claims = Record<string, unknown>

/** How a provider lies: what it sends in place of the honest answer. */
export interface Lies {
  claims?: (honest: Claims) => Claims
  /** Signs with a key that the provider does not publish. */
  hasForgedSignature?: boolean
  algorithm?: 'none' | 'HS256'
  /** Signs with this key, which it may have published once. */
  signsWith?: JWK
  /** The name of the key it says that it signs with. */
  kid?: string
  /** What its metadata says in place of the truth. */
  metadata?: Claims
  /** How it treats every request before it answers, in place of answering. */
  before?: (request: http.IncomingMessage, response: http.ServerResponse) => boolean
}

export interface TestProvider {
  connectionId: string
  issuer: string
  clientId: string
  lies: Lies
  /** The forms sent to its token endpoint. */
  tokenRequests: URLSearchParams[]
  /** Signs as the provider does; gives the token. */
  sign: (claims: Claims, header?: Claims) => string
  /** From now on it signs with another key, which it publishes. */
  changeKey: () => void
  /** The key it signs with now. */
  key: () => JWK
  /** Answers a request as it would have, for one that was held back. */
  answer: (request: http.IncomingMessage, response: http.ServerResponse) => void
}

const servers: http.Server[] = []

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

function newKey(): JWK {
  return {
    ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
    kid: randomUUID(),
    use: 'sig',
    alg: 'RS256',
  } as JWK
}

/** A real identity provider on a port of its own, approved for a municipality (or KommIT) and open to the given subjects. */
export async function makeProvider({
  municipalityId = null,
  subjects,
  connection = {},
  peculiar = {},
  hasOwnKey = false,
}: {
  municipalityId?: string | null
  subjects: string[]
  /** How the connection differs from a plain approved one. */
  connection?: Partial<Prisma.IdentityProviderUncheckedCreateInput>
  peculiar?: Peculiarities
  /** Whether the app proves itself with a key in place of a secret. */
  hasOwnKey?: boolean
}): Promise<TestProvider> {
  const server = http.createServer()
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  const [id, key, lies] = [newId(), newKey(), {} as Lies]
  const [issuer, clientId, clientSecret] = [`http://localhost:${port}`, `delt-${id}`, randomUUID()]
  const accounts = subjects.map((sub) => ({
    sub,
    personKey: sub,
    name: `Navn ${sub}`,
    email: `${sub}@test.example`,
    jobTitle: 'Rådgiver',
  }))
  // Those of KommIT prove more.
  const acr = municipalityId === null && !connection.isShared ? 'high' : undefined
  const settings = {
    connectionId: id,
    municipalityNumber: null,
    name: 'Test',
    port,
    issuer,
    clientId,
    clientSecret,
    acr,
    accounts,
  }
  const ownKey = hasOwnKey ? await newClientKey() : null
  const provided = (signing: JWK) => localProvider(settings, signing, config().origin, withOwnKey(peculiar, ownKey))
  let [current, provider] = [key, provided(key)]
  const tokenRequests: URLSearchParams[] = []
  server.on('request', async (request, response) => {
    if (lies.before?.(request, response)) return
    if (request.url?.startsWith('/interaction/')) return handleLogin(provider, { name: 'Test', accounts, acr }, request, response)
    if (request.url === '/token') {
      noteForm(request, tokenRequests)
      lieAboutToken(response, current, clientSecret, lies)
    }
    if (request.url?.startsWith('/.well-known/') && lies.metadata)
      changeAnswer(response, (body) => ({ ...body, ...lies.metadata }))
    return provider.callback()(request, response)
  })
  await owner().identityProvider.create({
    data: {
      ...{ id, issuer, clientId, municipalityId, name: 'Test', status: 'approved', approvedAt: new Date(), minimumAcr: acr },
      ...(ownKey
        ? { authentication: 'private_key_jwt', keys: { create: [keyRow(ownKey)] } }
        : { clientSecretEncrypted: hide(clientSecret, id, config().keyring) }),
      ...connection,
    },
  })
  const sign = (claims: Claims, header: Claims = {}) => compact({ alg: 'RS256', kid: current.kid, ...header }, claims, current)
  const changeKey = () => {
    current = newKey()
    provider = provided(current)
  }
  const answer = (request: http.IncomingMessage, response: http.ServerResponse) => provider.callback()(request, response)
  return { connectionId: id, issuer, clientId, lies, tokenRequests, sign, changeKey, key: () => current, answer }
}

function withOwnKey(peculiar: Peculiarities, ownKey: ClientKeyPair | null): Peculiarities {
  if (!ownKey) return peculiar
  const client = { token_endpoint_auth_method: 'private_key_jwt' as const, jwks: { keys: [ownKey.publicJwk as JWK] } }
  return { ...peculiar, client: { ...client, client_secret: undefined, ...peculiar.client } }
}

function keyRow({ kid, publicJwk, privateJwk }: ClientKeyPair) {
  const privateKeyEncrypted = hide(JSON.stringify(privateJwk), kid, config().keyring)
  return { id: kid, publicJwk: publicJwk as object, privateKeyEncrypted, activatedAt: new Date() }
}

/** Reads along what is sent to the token endpoint, which the provider reads too. */
function noteForm(request: http.IncomingMessage, forms: URLSearchParams[]): void {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => forms.push(new URLSearchParams(body)))
}

function lieAboutToken(response: http.ServerResponse, key: JWK, clientSecret: string, lies: Lies): void {
  if (!lies.claims && !lies.hasForgedSignature && !lies.algorithm && !lies.kid && !lies.signsWith) return
  changeAnswer(response, (body) => {
    if (typeof body.id_token !== 'string') return body
    const honest = JSON.parse(Buffer.from(body.id_token.split('.')[1] ?? '', 'base64url').toString())
    return { ...body, id_token: signed(lies.claims?.(honest) ?? honest, lies.signsWith ?? key, clientSecret, lies) }
  })
}

function signed(claims: Claims, key: JWK, clientSecret: string, { hasForgedSignature, algorithm, kid }: Lies): string {
  const header = { alg: algorithm ?? 'RS256', kid: kid ?? key.kid }
  if (algorithm === 'none') return `${textOf(header, claims)}.`
  if (algorithm === 'HS256') {
    const text = textOf(header, claims)
    return `${text}.${createHmac('sha256', clientSecret).update(text).digest('base64url')}`
  }
  return compact(header, claims, hasForgedSignature ? newKey() : key)
}

const textOf = (header: Claims, claims: Claims) =>
  [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')

function compact(header: Claims, claims: Claims, key: JWK): string {
  const text = textOf(header, claims)
  const signer = createPrivateKey({ key: { ...key }, format: 'jwk' })
  return `${text}.${sign('sha256', Buffer.from(text), signer).toString('base64url')}`
}

function changeAnswer(response: http.ServerResponse, change: (body: Claims) => Claims): void {
  const end = response.end.bind(response) as (body: string) => http.ServerResponse
  response.end = ((body: string | Buffer) => {
    const changed = JSON.stringify(change(JSON.parse(body.toString())))
    response.setHeader('content-length', Buffer.byteLength(changed))
    return end(changed)
  }) as http.ServerResponse['end']
}
