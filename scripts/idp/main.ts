// The local identity providers of the demo: real OpenID Connect servers, each on its own port with its own key.
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import type { JWK } from 'oidc-provider'
import { demoProviders } from '../../prisma/demo/providers'
import { registeredMunicipalities } from '../../prisma/load/municipalities'
import { signingKey } from './keys'
import { handleLogin } from './login'
import { localProvider } from './provider'

const secret = process.env.AUTH_SECRET ?? ''
const origin = process.env.APP_ORIGIN ?? 'http://localhost:3000'
const keyFolder = path.resolve(process.env.IDP_KEY_FOLDER ?? '.data/idp')

const names = new Map(
  (await registeredMunicipalities()).map((municipality) => [municipality.number, `${municipality.displayName} kommune`]),
)

/** A made-up national identity number that real providers may send with: it must be found nowhere in the app (L1). */
const pid = '01819900007'

async function start(settings: ReturnType<typeof demoProviders>[number]): Promise<http.Server> {
  const name = (settings.municipalityNumber && names.get(settings.municipalityNumber)) ?? settings.name
  const key: JWK = await signingKey(path.join(keyFolder, `${settings.clientId}.json`))
  const provider = localProvider(settings, key, origin, { claims: { pid } })
  const answer = provider.callback()
  const place = { name, accounts: settings.accounts, acr: settings.acr }
  const server = http.createServer((request, response) => {
    if (request.url?.startsWith('/interaction/')) handleLogin(provider, place, request, response)
    else answer(request, response)
  })
  // Only this machine: the demo people have no passwords.
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(settings.port, 'localhost', resolve))
  return server
}

fs.mkdirSync(keyFolder, { recursive: true })
const servers = await Promise.all(demoProviders(secret).map(start))
console.log('ready')

function stop() {
  for (const server of servers) {
    server.close()
    server.closeAllConnections()
  }
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
