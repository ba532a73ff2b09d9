import net from 'node:net'

// Where the app may go when somebody else has written the address: to public hosts by name over https, and nowhere inside.

const closed = new net.BlockList()
const closed4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
const closed6: [string, number][] = [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]
for (const [address, bits] of closed4) closed.addSubnet(address, bits, 'ipv4')
for (const [address, bits] of closed6) closed.addSubnet(address, bits, 'ipv6')

/** Whether an IP address is a public one: not private, local, reserved, nor one of those in the clothes of IPv6 (RFC 6890). */
export function isPublicAddress(address: string): boolean {
  const family = net.isIP(address)
  return family !== 0 && !closed.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** Whom the operator lets the app reach beside public hosts: names of hosts inside, and this machine in the demo. */
export interface Openings {
  hosts: readonly string[]
  allowsThisMachine: boolean
}

const here = ['localhost', '127.0.0.1', '[::1]']
const inside = /\.(local|localhost|internal|intranet|home|lan|corp|arpa|test|invalid|onion)$/

/** What keeps the app from going to an address, or null when it may: then only where its name leads is left to ask. */
export function addressFault(written: string, { hosts, allowsThisMachine }: Openings): string | null {
  if (!URL.canParse(written)) return 'no address'
  const { protocol, username, password, port, hostname } = new URL(written)
  if (username || password) return 'names a user'
  if (allowsThisMachine && here.includes(hostname)) return ['http:', 'https:'].includes(protocol) ? null : 'scheme'
  if (protocol !== 'https:') return 'scheme'
  if (port) return 'port'
  if (net.isIP(hostname.replace(/^\[|\]$/g, ''))) return 'a number in place of a name'
  if (hosts.includes(hostname)) return null
  if (!hostname.replace(/\.$/, '').includes('.') || inside.test(hostname.replace(/\.$/, ''))) return 'a name inside'
  return null
}
