import { createHmac, createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { JWK } from 'oidc-provider'
import { afterAll } from 'vitest'
import { newId } from '@/lib/platform/ids'
import { seal } from '@/lib/platform/secrets'
import { handleLogin } from '@/scripts/idp/login'
import { localProvider } from '@/scripts/idp/provider'
import { owner } from './builders'

type Claims = Record<string, unknown>

/** How a provider lies: what it sends in place of the honest answer. */
export interface Lies {
  claims?: (honest: Claims) => Claims
  /** Signs with a key that the provider does not publish. */
  hasForgedSignature?: boolean
  algorithm?: 'none' | 'HS256'
  /** What its metadata says in place of the truth. */
  metadata?: Claims
}

export interface TestProvider {
  connectionId: string
  issuer: string
  clientId: string
  lies: Lies
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
  createsMembers = false,
}: {
  municipalityId?: string | null
  subjects: string[]
  createsMembers?: boolean
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
  const settings = { connectionId: id, municipalityNumber: null, name: 'Test', port, issuer, clientId, clientSecret, accounts }
  const provider = localProvider(settings, key, 'http://localhost:3000')
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) return handleLogin(provider, { name: 'Test', accounts }, request, response)
    if (request.url === '/token') lieAboutToken(response, key, clientSecret, lies)
    if (request.url?.startsWith('/.well-known/') && lies.metadata)
      changeAnswer(response, (body) => ({ ...body, ...lies.metadata }))
    return answer(request, response)
  })
  await owner().identityProvider.create({
    data: {
      ...{ id, issuer, clientId, municipalityId, createsMembers, name: 'Test', status: 'approved' },
      clientSecretEncrypted: seal(clientSecret, id, process.env.AUTH_SECRET ?? ''),
    },
  })
  return { connectionId: id, issuer, clientId, lies }
}

function lieAboutToken(response: http.ServerResponse, key: JWK, clientSecret: string, lies: Lies): void {
  if (!lies.claims && !lies.hasForgedSignature && !lies.algorithm) return
  changeAnswer(response, (body) => {
    if (typeof body.id_token !== 'string') return body
    const honest = JSON.parse(Buffer.from(body.id_token.split('.')[1] ?? '', 'base64url').toString())
    return { ...body, id_token: signed(lies.claims?.(honest) ?? honest, key, clientSecret, lies) }
  })
}

function signed(claims: Claims, key: JWK, clientSecret: string, { hasForgedSignature, algorithm }: Lies): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: algorithm ?? 'RS256', kid: key.kid })}.${part(claims)}`
  if (algorithm === 'none') return `${text}.`
  if (algorithm === 'HS256') return `${text}.${createHmac('sha256', clientSecret).update(text).digest('base64url')}`
  const signer = createPrivateKey({ key: { ...(hasForgedSignature ? newKey() : key) }, format: 'jwk' })
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
