import 'server-only'
import { config } from '@/lib/platform/config'
import { logFault } from '@/lib/platform/log'
import { hasRoomFor, hasRoomFrom } from '@/lib/platform/rate-limit'
import { changeUser, type Directory, directoryOf, findUser, listUsers, makeUser } from './commands'
import {
  changesIn,
  faultBody,
  listOf,
  pageIn,
  resourceIn,
  resourceOf,
  resourceTypes,
  ScimFault,
  schemas,
  serviceProviderConfig,
  soughtIn,
} from './rules'

const longestBody = 64 * 1024

/** Answers the directory of a municipality, in the way of the protocol also where the answer is no. */
export async function answerDirectory(request: Request, path: readonly string[]): Promise<Response> {
  try {
    return await answered(request, path)
  } catch (error) {
    const fault = error instanceof ScimFault ? error : new ScimFault(500, null, `Reference ${logFault(error)}`)
    const headers: Record<string, string> = fault.status === 401 ? { 'www-authenticate': 'Bearer realm="Delt"' } : {}
    return json(fault.status, faultBody(fault), headers)
  }
}

async function answered(request: Request, [kind = '', id, ...more]: readonly string[]): Promise<Response> {
  const directory = await caller(request)
  if (more.length > 0) throw new ScimFault(404, null, 'No such address')
  const { method } = request
  if (kind === 'Users') return id === undefined ? ofAll(directory, request) : ofOne(directory, request, id)
  if (method !== 'GET') throw new ScimFault(405, null, 'Only GET is answered here')
  if (kind === 'ServiceProviderConfig' && id === undefined) return json(200, serviceProviderConfig)
  if (kind === 'Schemas' && id === undefined) return json(200, listOf(schemas, schemas.length, 1))
  if (kind === 'ResourceTypes' && id === undefined) return json(200, listOf(resourceTypes, resourceTypes.length, 1))
  const schema = kind === 'Schemas' ? schemas.find((one) => one.id === id) : undefined
  if (schema) return json(200, schema)
  throw new ScimFault(404, null, 'No such address')
}

/** Whoever asks, known by the key alone. Those who guess are soon answered no more. */
async function caller(request: Request): Promise<Directory> {
  const [, key] = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.get('authorization') ?? '') ?? []
  const directory = key ? await directoryOf(key) : null
  const hasRoom = directory ? await hasRoomFor('scim', directory.tokenId) : await hasRoomFrom('scim-refused', request.headers)
  if (!hasRoom) throw new ScimFault(429, null, 'Too many requests; try again in a minute')
  if (!directory) throw new ScimFault(401, null, 'The token is missing, has run out or is taken back')
  return directory
}

const base = () => `${config().origin}/api/scim/v2`

async function ofAll(directory: Directory, request: Request): Promise<Response> {
  if (request.method === 'POST') {
    const made = resourceOf(await makeUser(directory, resourceIn(await bodyOf(request))), base())
    return json(201, made)
  }
  if (request.method !== 'GET') throw new ScimFault(405, null, 'Only GET and POST are answered here')
  const query = new URL(request.url).searchParams
  const page = pageIn(query)
  const { users, total } = await listUsers(directory, soughtIn(query.get('filter')), page)
  return json(
    200,
    listOf(
      users.map((user) => resourceOf(user, base())),
      total,
      page.startIndex,
    ),
  )
}

async function ofOne(directory: Directory, request: Request, id: string): Promise<Response> {
  const { method } = request
  if (method === 'GET') return json(200, resourceOf(await findUser(directory, id), base()))
  if (method === 'PATCH') return json(200, resourceOf(await changeUser(directory, id, changesIn(await bodyOf(request))), base()))
  if (method === 'PUT') return json(200, resourceOf(await changeUser(directory, id, resourceIn(await bodyOf(request))), base()))
  if (method !== 'DELETE') throw new ScimFault(405, null, 'This cannot be done to a user')
  // Nobody is deleted: what they have written stays, and they come in no more.
  await changeUser(directory, id, { active: false })
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
}

async function bodyOf(request: Request): Promise<unknown> {
  const written = await request.text()
  if (written.length > longestBody) throw new ScimFault(413, null, 'The body is too long')
  try {
    return JSON.parse(written) as unknown
  } catch {
    throw new ScimFault(400, 'invalidSyntax', 'The body is not JSON')
  }
}

function json(status: number, body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/scim+json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
}
