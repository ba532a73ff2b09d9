// The part of SCIM 2.0 that Entra ID uses (RFC 7643 and 7644), with the odd ways in which it says things.

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const listSchema = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'
export const errorSchema = 'urn:ietf:params:scim:api:messages:2.0:Error'

/** What the directory says of somebody; what it does not mention stays. */
export interface Told {
  userName?: string
  externalId?: string
  name?: string
  email?: string
  jobTitle?: string
  active?: boolean
}

export interface Stored {
  id: string
  userName: string | null
  externalId: string | null
  name: string
  email: string | null
  jobTitle: string | null
  status: 'active' | 'deactivated' | 'pending'
  createdAt: Date
}

/** A no of the protocol: its status, and its own word for why. */
export class ScimFault extends Error {
  constructor(
    readonly status: number,
    readonly scimType: string | null,
    message: string,
  ) {
    super(message)
  }
}

export function faultBody({ status, scimType, message }: ScimFault): object {
  return { schemas: [errorSchema], status: String(status), ...(scimType && { scimType }), detail: message }
}

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const invalid = (what: string) => new ScimFault(400, 'invalidValue', what)

/** Entra ID writes truth as text, in capitals. */
function truth(value: unknown): boolean {
  const said = String(value).toLowerCase()
  if (said === 'true' || said === 'false') return said === 'true'
  throw invalid('active must be true or false')
}

/** A text of ours; what is taken away is empty. */
function text(value: unknown, longest: number, what: string): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string' || value.includes('\0')) throw invalid(`${what} must be a string`)
  if (value.trim().length > longest) throw invalid(`${what} is too long`)
  return value.trim()
}

/** The address at work, else the first. */
function emailOf(value: unknown): string | undefined {
  const list = [value].flat().filter(isObject)
  const chosen = list.find(({ type }) => String(type).toLowerCase() === 'work') ?? list.find((one) => one.primary) ?? list[0]
  return chosen ? text(chosen.value, 320, 'emails') : undefined
}

/** The attributes of a resource, by the names they have whatever their case; a path may stand in place of a name. */
export function toldIn(attributes: Json): Told {
  const told: Told = {}
  const parts: { given?: string; family?: string } = {}
  for (const [path, value] of Object.entries(attributes)) tell(told, parts, path, value)
  if (told.name === undefined && parts.given && parts.family) told.name = `${parts.given} ${parts.family}`
  return told
}

function tell(told: Told, parts: { given?: string; family?: string }, path: string, value: unknown): void {
  const name = path.toLowerCase().replace(`${userSchema.toLowerCase()}:`, '')
  if (name === 'active') told.active = truth(value)
  else if (name === 'username') told.userName = text(value, 320, 'userName')
  else if (name === 'externalid') told.externalId = text(value, 200, 'externalId')
  else if (name === 'displayname') told.name = text(value, 200, 'displayName') || told.name
  else if (name === 'name.formatted') told.name ??= text(value, 200, 'name.formatted') || undefined
  else if (name === 'name.givenname') parts.given = text(value, 100, 'name.givenName')
  else if (name === 'name.familyname') parts.family = text(value, 100, 'name.familyName')
  else if (name === 'title') told.jobTitle = text(value, 200, 'title')
  else if (name === 'emails') told.email = emailOf(value) ?? told.email
  else if (/^emails\[type eq "work"\](\.value)?$/.test(name))
    told.email = text(isObject(value) ? value.value : value, 320, 'emails')
  else if (name === 'name' && isObject(value))
    for (const [part, inner] of Object.entries(value)) tell(told, parts, `name.${part}`, inner)
}

/** A whole resource as it is sent to be made, or to take the place of what is there. */
export function resourceIn(body: unknown): Told & { userName: string } {
  if (!isObject(body)) throw new ScimFault(400, 'invalidSyntax', 'The body must be an object')
  const told = toldIn(body)
  if (!told.userName) throw invalid('userName is required')
  return { ...told, userName: told.userName }
}

/** The changes of a PATCH in the order they are said; with a path, or as an object of them. */
export function changesIn(body: unknown): Told {
  if (!isObject(body)) throw new ScimFault(400, 'invalidSyntax', 'The body must be an object')
  const listed = Object.entries(body).find(([name]) => name.toLowerCase() === 'operations')?.[1]
  if (!Array.isArray(listed) || listed.length === 0 || listed.length > 100)
    throw new ScimFault(400, 'invalidSyntax', 'Operations must be a list')
  const told: Told = {}
  for (const operation of listed) Object.assign(told, changeIn(operation))
  return told
}

function changeIn(operation: unknown): Told {
  if (!isObject(operation)) throw new ScimFault(400, 'invalidSyntax', 'An operation must be an object')
  const { op, path, value } = operation
  const verb = String(op).toLowerCase()
  if (!['add', 'replace', 'remove'].includes(verb)) throw new ScimFault(400, 'invalidSyntax', 'op must be add, replace or remove')
  if (typeof path === 'string') {
    if (verb === 'remove' && ['active', 'username'].includes(path.toLowerCase()))
      throw new ScimFault(400, 'mutability', `${path} cannot be removed`)
    return toldIn({ [path]: verb === 'remove' ? null : value })
  }
  if (verb === 'remove') throw new ScimFault(400, 'noTarget', 'remove needs a path')
  if (!isObject(value)) throw invalid('value must be an object where there is no path')
  return toldIn(value)
}

export interface Sought {
  by: 'userName' | 'externalId' | 'id'
  value: string
}

/** The one kind of filter that is asked: an attribute that is equal to a text. Null where nothing is asked for. */
export function soughtIn(filter: string | null): Sought | null {
  if (filter === null || filter.trim() === '') return null
  const [, attribute = '', value = ''] = /^\s*([A-Za-z.]+)\s+eq\s+"((?:[^"\\]|\\.){0,400})"\s*$/i.exec(filter) ?? []
  const by = (['userName', 'externalId', 'id'] as const).find((name) => name.toLowerCase() === attribute.toLowerCase())
  if (!by) throw new ScimFault(400, 'invalidFilter', 'Only userName, externalId and id can be asked for, with eq')
  return { by, value: value.replace(/\\(.)/g, '$1') }
}

/** Where a page begins and how long it is, as the protocol counts: from 1, at most 100 at a time. */
export function pageIn(query: URLSearchParams): { startIndex: number; count: number } {
  const whole = (name: string, usual: number) => {
    const asked = Number(query.get(name) ?? usual)
    return Number.isFinite(asked) ? Math.trunc(asked) : usual
  }
  return {
    startIndex: Math.min(1_000_000, Math.max(1, whole('startIndex', 1))),
    count: Math.min(100, Math.max(0, whole('count', 100))),
  }
}

/** Somebody as the protocol shows them. */
export function resourceOf(person: Stored, base: string): object {
  const { id, userName, externalId, name, email, jobTitle, status, createdAt } = person
  return {
    schemas: [userSchema],
    id,
    ...(externalId && { externalId }),
    userName: userName ?? email ?? id,
    displayName: name,
    name: { formatted: name },
    ...(jobTitle && { title: jobTitle }),
    ...(email && { emails: [{ value: email, type: 'work', primary: true }] }),
    active: status === 'active',
    meta: { resourceType: 'User', created: createdAt.toISOString(), location: `${base}/Users/${id}` },
  }
}

export function listOf(resources: object[], totalResults: number, startIndex: number): object {
  return { schemas: [listSchema], totalResults, startIndex, itemsPerPage: resources.length, Resources: resources }
}

const no = { supported: false }

/** What can be done here (RFC 7643, 5). */
export const serviceProviderConfig = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 100 },
  changePassword: no,
  sort: no,
  etag: no,
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'A token made in Delt by the administrator of the municipality',
    },
  ],
}

const attribute = (name: string, more: object = {}) => ({
  ...{ name, type: 'string', multiValued: false, required: false, caseExact: false },
  ...{ mutability: 'readWrite', returned: 'default', uniqueness: 'none' },
  ...more,
})

export const schemas = [
  {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    id: userSchema,
    name: 'User',
    description: 'User Account',
    attributes: [
      attribute('userName', { required: true, uniqueness: 'server' }),
      attribute('externalId', { caseExact: true }),
      attribute('displayName'),
      attribute('title'),
      attribute('active', { type: 'boolean' }),
      attribute('name', {
        type: 'complex',
        subAttributes: [attribute('formatted'), attribute('givenName'), attribute('familyName')],
      }),
      attribute('emails', {
        ...{ type: 'complex', multiValued: true },
        subAttributes: [attribute('value'), attribute('type'), attribute('primary', { type: 'boolean' })],
      }),
    ],
  },
]

export const resourceTypes = [
  {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    ...{ id: 'User', name: 'User', endpoint: '/Users', schema: userSchema },
  },
]
