import { POST as acceptInvitation } from '@/app/(open)/invitasjon/[token]/start/route'
import { POST as pressButton } from '@/app/(open)/logg-inn/[nummer]/start/route'
import { GET as comeBack } from '@/app/api/auth/[...nextauth]/route'
import { onwardAddress } from '@/lib/platform/auth/onward'
import { config } from '@/lib/platform/config'
import { keepCookies, visit } from './browser'
import { makeStaff, owner } from './builders'
import { makeProvider, type TestProvider } from './local-provider'

// Signing in as a browser does, through the routes of the app and a real provider.

/** Presses the button of a door; gives the address the browser is sent to. */
export async function startAt(
  door: string,
  next = '',
  headers: Record<string, string> = { origin: config().origin },
  more: Record<string, string> = {},
): Promise<string> {
  const form = new URLSearchParams({ neste: next, ...more })
  const request = new Request(`${config().origin}/logg-inn/${door}/start`, { method: 'POST', headers, body: form })
  return onwardFrom(await pressButton(request, { params: Promise.resolve({ nummer: door }) }))
}

/** Presses the button of an invitation; gives the address the browser is sent to. */
export async function startBy(token: string): Promise<string> {
  const headers = { origin: config().origin }
  const request = new Request(`${config().origin}/invitasjon/${token}/start`, { method: 'POST', headers })
  return onwardFrom(await acceptInvitation(request, { params: Promise.resolve({ token }) }))
}

/** Where a button that begins a sign-in sends the browser. */
export async function onwardFrom(response: Response): Promise<string> {
  const location = follow(response)
  return location === '/videre' ? ((await onwardAddress()) ?? '') : location
}

/** Comes back from a provider; gives the page of ours that it ends on. */
export async function arrive(address: string): Promise<string> {
  const [, , , , ...path] = new URL(address).pathname.split('/')
  return follow(await comeBack(new Request(address), { params: Promise.resolve({ nextauth: ['callback', ...path] }) }))
}

function follow(response: Response): string {
  keepCookies(response.headers.getSetCookie())
  return response.headers.get('location') ?? `${response.status}`
}

/** The whole way: button, provider, choice of person, and back; gives the address the provider sends the browser back to. */
export async function chooseAt(door: string, sub: string, next = ''): Promise<string> {
  return choose(await startAt(door, next), sub)
}

/** At the provider, from where it asks who it is: chooses a person; gives the address it sends the browser back to. */
export async function choose(address: string, sub: string): Promise<string> {
  const login = await visit(address)
  return (await visit(login.address, { sub })).address
}

export async function signIn(door: string, sub: string, next = ''): Promise<string> {
  return arrive(await chooseAt(door, sub, next))
}

/** Somebody from a new municipality that has a door, known there as `kari`. */
export async function makeDoor(different: Omit<Parameters<typeof makeProvider>[0], 'subjects'> = {}) {
  const staff = await makeStaff({ name: 'Navn kari' })
  const { municipality } = staff
  const provider = await makeProvider({ municipalityId: municipality.id, subjects: ['kari', 'ny'], ...different })
  await letIn(provider, 'kari', staff.personId)
  return { staff, provider, door: municipality.number }
}

export const letIn = (provider: Pick<TestProvider, 'connectionId'>, subject: string, personId: string) =>
  owner().externalIdentity.create({ data: { identityProviderId: provider.connectionId, subject, personId } })

/** Why a sign-in failed, as its page says; null where it did not. */
export const kodeOf = (address: string) => new URL(address, config().origin).searchParams.get('kode')
