import 'server-only'
import dns from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, fetch as reach } from 'undici'
import { config } from '../config'
import { addressFault, isPublicAddress, type Openings } from './addresses'

const longestBody = 256 * 1024
const wholeMs = 8000
const connectMs = 3000

/** Says that an address may not be reached. Only the operator's log hears why: whoever wrote it would else learn what is inside. */
export class Unreachable extends Error {
  constructor(address: string, reason: string) {
    super(`Not reached: ${URL.canParse(address) ? new URL(address).host : 'no address'}: ${reason}`)
    this.name = 'Unreachable'
  }
}

/** Asked as the connection is made, so that a name cannot lead elsewhere between the question and the visit. */
const publicOnly: LookupFunction = (host, options, answer) => {
  dns.lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, '', 4)
    const [first] = addresses
    if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
      return answer(new Unreachable(`https://${host}`, 'leads inside'), '', 4)
    // The two shapes of the answer that Node asks for.
    if (options.all) return (answer as unknown as (error: null, all: dns.LookupAddress[]) => void)(null, addresses)
    return answer(null, first.address, first.family)
  })
}

const limits = { headersTimeout: 5000, bodyTimeout: 5000, maxResponseSize: longestBody, connections: 4 }
const outside = new Agent({ ...limits, connect: { lookup: publicOnly, timeout: connectMs } })
const opened = new Agent({ ...limits, connect: { timeout: connectMs } })

function openings(): Openings {
  return { hosts: config().openHosts, allowsThisMachine: config().isDemo }
}

const isOpened = ({ hostname }: URL, { hosts, allowsThisMachine }: Openings) =>
  hosts.includes(hostname) || (allowsThisMachine && addressFault(`http://${hostname}`, { hosts: [], allowsThisMachine }) === null)

/**
 * As `fetch`, to an address that somebody else wrote: public hosts over https only, no redirects, at most 256 KiB within eight seconds.
 * Throws `Unreachable`, or what the network throws.
 */
export async function guardedFetch(address: string | URL, init: RequestInit = {}): Promise<Response> {
  const fault = addressFault(String(address), openings())
  if (fault) throw new Unreachable(String(address), fault)
  const { method, headers, body, signal } = init
  const timeout = AbortSignal.timeout(wholeMs)
  const answer = await reach(address, {
    method: method ?? 'GET',
    headers: Object.fromEntries(new Headers(headers)),
    body: body instanceof URLSearchParams ? body.toString() : ((body as string | undefined) ?? null),
    redirect: 'error',
    dispatcher: isOpened(new URL(address), openings()) ? opened : outside,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  })
  const length = Number(answer.headers.get('content-length') ?? 0)
  if (length > longestBody) throw new Unreachable(String(address), 'answers with too much')
  const text = await answer.arrayBuffer()
  if (text.byteLength > longestBody) throw new Unreachable(String(address), 'answers with too much')
  const isEmpty = [101, 204, 205, 304].includes(answer.status)
  return new Response(isEmpty ? null : text, { status: answer.status, headers: Object.fromEntries(answer.headers) })
}
