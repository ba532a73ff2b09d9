import { createHmac } from 'node:crypto'
import { municipalities } from '.'
import { demoEmail } from './emails'
import { kommitPeople } from './kommit'

export interface DemoProvider {
  /** Follows from the name, so that the provider can know the address it sends people back to. */
  connectionId: string
  municipalityNumber: string | null
  name: string
  port: number
  issuer: string
  clientId: string
  clientSecret: string
  accounts: { sub: string; personKey: string; name: string; email: string; jobTitle: string }[]
}

/**
 * The identity providers of the demo, one a municipality and one of KommIT, on ports in a row from `IDP_PORT_BASE`. The loader
 * stores them and the local provider process serves them; both know the client secrets because they follow from the app's secret.
 */
export function demoProviders(secret: string): DemoProvider[] {
  const base = Number(process.env.IDP_PORT_BASE || 4400)
  const doors = [
    { number: null, slug: 'kommit', name: 'KommIT', people: kommitPeople },
    ...municipalities.map((m) => ({ number: m.number, slug: m.number, name: m.number, people: m.people })),
  ]
  return doors.map(({ number, slug, name, people }, index) => ({
    connectionId: connectionIdOf(slug),
    municipalityNumber: number,
    name,
    port: base + index,
    issuer: `http://localhost:${base + index}`,
    clientId: `delt-${slug}`,
    clientSecret: createHmac('sha256', secret).update(`demo client ${slug}`).digest('hex'),
    accounts: people.map((person) => ({
      sub: subjectOf(slug, person.key),
      personKey: person.key,
      name: person.name,
      email: demoEmail(person.name, number),
      jobTitle: person.title,
    })),
  }))
}

/** Opaque, as subjects are: nothing in it tells who it is. */
function subjectOf(slug: string, key: string): string {
  return createHmac('sha256', 'demo subject').update(`${slug}/${key}`).digest('hex').slice(0, 24)
}

function connectionIdOf(slug: string): string {
  const hex = createHmac('sha256', 'demo connection').update(slug).digest('hex')
  return `01900000-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`
}
