import { createHmac } from 'node:crypto'
import { municipalities } from '.'
import { demoEmail } from './emails'
import { kommitPeople } from './kommit'
import { smallPeople } from './small'

export interface DemoAccount {
  sub: string
  personKey: string
  name: string
  email: string
  jobTitle: string
  /** The organisation they represent, at a provider that says so. */
  organisationNumber?: string
}

export interface DemoProvider {
  /** Follows from the name, so that the provider can know the address it sends people back to. */
  connectionId: string
  municipalityNumber: string | null
  name: string
  port: number
  issuer: string
  clientId: string
  clientSecret: string
  /** The level it vouches for, where it has one. */
  acr?: string
  accounts: DemoAccount[]
  /** Shared by municipalities that have none of their own: the token says whom somebody represents. */
  isShared?: boolean
}

/**
 * The identity providers of the demo, one a municipality, one of KommIT and one that others share, on ports in a row from `IDP_PORT_BASE`. The loader
 * stores them and the local provider process serves them; both know the client secrets because they follow from the app's secret.
 */
export function demoProviders(secret: string): DemoProvider[] {
  const base = Number(process.env.IDP_PORT_BASE || 4400)
  const doors = [
    { number: null, slug: 'kommit', name: 'KommIT', people: kommitPeople },
    ...municipalities.map((m) => ({ number: m.number, slug: m.number, name: m.number, people: m.people })),
  ]
  const own = doors.map(({ number, slug, name, people }, index) => ({
    ...place(slug, name, base + index, secret),
    municipalityNumber: number,
    // Those who look after all of Delt prove more.
    ...(number === null && { acr: 'high' }),
    accounts: people.map((person) => ({
      sub: subjectOf(slug, person.key),
      personKey: person.key,
      name: person.name,
      email: demoEmail(person.name, number),
      jobTitle: person.title,
    })),
  }))
  return [...own, shared(base + own.length, secret)]
}

function place(slug: string, name: string, port: number, secret: string) {
  return {
    ...{ connectionId: connectionIdOf(slug), name, port, issuer: `http://localhost:${port}`, clientId: `delt-${slug}` },
    clientSecret: createHmac('sha256', secret).update(`demo client ${slug}`).digest('hex'),
  }
}

function shared(port: number, secret: string): DemoProvider {
  const slug = 'ansattporten'
  return {
    ...place(slug, 'Ansattporten', port, secret),
    ...{ municipalityNumber: null, acr: 'substantial', isShared: true },
    accounts: smallPeople.map(({ key, name, title, number, organisationNumber }) => ({
      ...{ sub: subjectOf(slug, key), personKey: key, name, email: demoEmail(name, number), jobTitle: title, organisationNumber },
    })),
  }
}

/** Opaque, as subjects are: nothing in it tells who it is. */
function subjectOf(slug: string, key: string): string {
  return createHmac('sha256', 'demo subject').update(`${slug}/${key}`).digest('hex').slice(0, 24)
}

function connectionIdOf(slug: string): string {
  const hex = createHmac('sha256', 'demo connection').update(slug).digest('hex')
  return `01900000-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`
}
