import { generateKeyPairSync, randomUUID } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { JWK } from 'oidc-provider'
import type { DemoProvider } from '../prisma/demo/providers'
import { handleLogin } from '../scripts/idp/login'
import { localProvider } from '../scripts/idp/provider'

/** A provider as a municipality has one: it knows nothing of Delt until Delt is registered. */
export class TownProvider {
  private readonly server = http.createServer()
  private provider: ReturnType<typeof localProvider> | undefined
  private readonly key = {
    ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
    ...{ kid: randomUUID(), use: 'sig', alg: 'RS256' },
  } as JWK

  constructor(
    private readonly name: string,
    private readonly accounts: DemoProvider['accounts'],
  ) {}

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, 'localhost', resolve))
    await this.register('none', 'http://localhost:1', 'none')
    this.server.on('request', (request, response) => {
      const provider = this.provider as ReturnType<typeof localProvider>
      if (request.url?.startsWith('/interaction/'))
        return handleLogin(provider, { name: this.name, accounts: this.accounts }, request, response)
      return provider.callback()(request, response)
    })
  }

  close(): void {
    this.server.closeAllConnections()
    this.server.close()
  }

  get issuer(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`
  }

  /** What somebody types in at the provider: the addresses that Delt shows, and its keys. */
  async register(clientId: string, origin: string, connectionId: string): Promise<void> {
    const jwks = clientId === 'none' ? { keys: [] } : await (await fetch(`${origin}/.well-known/jwks/${connectionId}`)).json()
    this.serve(clientId, origin, connectionId, jwks)
  }

  private serve(clientId: string, origin: string, connectionId: string, jwks: { keys: JWK[] }): void {
    const { port } = this.server.address() as AddressInfo
    const settings = {
      connectionId,
      municipalityNumber: null,
      name: this.name,
      port,
      issuer: this.issuer,
      clientId,
      clientSecret: 'none',
      accounts: this.accounts,
    }
    const keys = {
      token_endpoint_auth_method: 'private_key_jwt' as const,
      jwks,
    }
    this.provider = localProvider(settings, this.key, origin, { client: { client_secret: undefined, ...keys } })
  }
}
