import { config } from '@/lib/platform/config'

// One reader's browser, as the app's server code and the identity providers see it. A test file that uses it replaces `next/headers`:
// vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

const jars = new Map<string, Map<string, string>>()

function jarOf(address: string): Map<string, string> {
  const { host } = new URL(address)
  const jar = jars.get(host) ?? new Map<string, string>()
  jars.set(host, jar)
  return jar
}

const ownJar = () => jarOf(config().origin)

/** What the browser says of the page a form stood on. */
export const sent = { origin: '' as string | null }

/** How each cookie was set by the app's own hand. */
export const cookieSettings = new Map<string, object>()

export const nextHeaders = {
  cookies: async () => ({
    getAll: () => [...ownJar()].map(([name, value]) => ({ name, value })),
    has: (name: string) => ownJar().has(name),
    get: (name: string) => (ownJar().has(name) ? { name, value: ownJar().get(name) } : undefined),
    set: (name: string, value: string, settings: { maxAge?: number } = {}) => {
      cookieSettings.set(name, settings)
      if (settings.maxAge === 0) ownJar().delete(name)
      else ownJar().set(name, value)
    },
  }),
  headers: async () => new Headers(sent.origin === null ? {} : { origin: sent.origin }),
}

/** A browser that has been nowhere, on our own pages. */
export function newBrowser(): void {
  jars.clear()
  sent.origin = config().origin
}

/** Keeps cookies as a browser does: one that has run out is gone. */
export function keepCookies(setCookies: readonly string[], address = config().origin): void {
  for (const line of setCookies) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const [name = '', ...value] = pair.split('=')
    const isOver = attributes.some((attribute) => {
      const [key = '', setting = ''] = attribute.split('=')
      return (
        (key.toLowerCase() === 'max-age' && Number(setting) <= 0) ||
        (key.toLowerCase() === 'expires' && Date.parse(setting) <= Date.now())
      )
    })
    if (isOver) jarOf(address).delete(name)
    else jarOf(address).set(name, decodeURIComponent(value.join('=')))
  }
}

/** Clears what the browser keeps of one site, as somebody does who wants to be asked anew there. */
export function forgetSite(address: string): void {
  jars.delete(new URL(address).host)
}

export function ownCookies(): ReadonlyMap<string, string> {
  return ownJar()
}

/** Goes to an address and on through redirects until there is a page, or until it leads back to the app. */
export async function visit(address: string, form?: Record<string, string>): Promise<{ address: string; page: string }> {
  if (new URL(address).origin === config().origin) return { address, page: '' }
  const response = await fetch(address, {
    redirect: 'manual',
    headers: { cookie: [...jarOf(address)].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
  keepCookies(response.headers.getSetCookie(), address)
  const location = response.headers.get('location')
  return location ? visit(new URL(location, address).href) : { address, page: await response.text() }
}
