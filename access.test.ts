import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

// Every way in asks who is there. What needs to know nobody is written here by name, so that a new one is a decision.

function filesBelow(place: string): string[] {
  if (!fs.statSync(place).isDirectory()) return [place]
  return fs.readdirSync(place).flatMap((name) => filesBelow(path.posix.join(place, name)))
}

const read = (file: string) => fs.readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
const inApp = filesBelow('app').filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
const ways = inApp.filter((file) => /\/(page|layout|route|opengraph-image)\.tsx?$/.test(file))

/** What a file says, and what the files of the same folders say that it asks by way of. */
function said(file: string): string {
  const near = [...read(file).matchAll(/from '(\.[^']+)'/g)].map(
    ([, at]) => `${path.posix.join(path.posix.dirname(file), at ?? '')}.ts`,
  )
  return [file, ...near.filter((each) => fs.existsSync(each))].map(read).join('\n')
}

const asksWho =
  /\b(actor|actorIn|requireStaff|requireStaffIn|requireAdvisor|requireSignedIn|requirePerson|requireSelf|requireOperator|requireAdministrator|requireFounder)\(/

/** Ways in that somebody holds a key of their own to: a sealed address, a link sent once, a token. */
const byKey = [
  'app/(open)/avmeld/[token]/page.tsx',
  'app/(open)/invitasjon/[token]/page.tsx',
  'app/(open)/invitasjon/[token]/start/route.ts',
  'app/(open)/kom-i-gang/[id]/prov/route.ts',
  'app/(open)/kom-i-gang/inn/route.ts',
  'app/(open)/kom-i-gang/lenke/[token]/page.tsx',
  'app/(open)/kom-i-gang/lenke/[token]/start/route.ts',
  'app/(open)/kom-i-gang/page.tsx',
  'app/api/auth/backchannel/[connection]/route.ts',
  'app/api/auth/frontchannel/[connection]/route.ts',
  'app/api/brev/avmeld/[token]/route.ts',
  'app/api/kalender/[project]/[token]/route.ts',
  'app/api/scim/v2/[[...path]]/route.ts',
]

/** Ways in for those whom nobody knows yet: the doors themselves. */
const doors = [
  'app/(open)/logg-inn/[nummer]/page.tsx',
  'app/(open)/logg-inn/[nummer]/start/route.ts',
  'app/(open)/logg-inn/feil/page.tsx',
  'app/(open)/logg-inn/page.tsx',
  'app/(open)/logget-ut/page.tsx',
  'app/(open)/videre/page.tsx',
  'app/api/auth/[...nextauth]/route.ts',
]

/** Says the same to everybody, and reads as a visitor where it reads at all. */
const forAll = [
  'app/(open)/erfaringer/[slug]/opengraph-image.tsx',
  'app/(open)/kommuner/[nummer]/opengraph-image.tsx',
  'app/(open)/samlinger/[slug]/opengraph-image.tsx',
  'app/.well-known/jwks/[connection]/route.ts',
  'app/.well-known/security.txt/route.ts',
  'app/api/csp/route.ts',
  'app/api/health/route.ts',
  'app/kart/[fil]/route.ts',
  'app/opengraph-image.tsx',
  'app/sitemap.xml/route.ts',
  'app/strom/kommune/[nummer]/route.ts',
  'app/strom/route.ts',
  'app/strom/tema/[kode]/route.ts',
]

/** Holds nothing but what the pages within it ask for themselves. */
const frames = ['app/(staff)/ideer/layout.tsx', 'app/(staff)/maler/layout.tsx', 'app/(staff)/portefolje/layout.tsx']

/** What a reader or a machine may ask for so often, or costs no more than any page. */
const unlimited = [
  // Counts by itself: by token, by connection, by address before a sign-in.
  'app/api/auth/[...nextauth]/route.ts',
  'app/api/scim/v2/[[...path]]/route.ts',
  'app/(open)/logg-inn/[nummer]/start/route.ts',
  'app/(open)/invitasjon/[token]/start/route.ts',
  'app/(desk)/bekreft-deg/start/route.ts',
  // One row by its key, or none.
  'app/.well-known/jwks/[connection]/route.ts',
  'app/.well-known/security.txt/route.ts',
  'app/(open)/kom-i-gang/inn/route.ts',
  'app/(open)/prosjekter/[id]/erfaringsrapport/versjon/route.ts',
  'app/api/brev/avmeld/[token]/route.ts',
  'app/api/health/route.ts',
  'app/api/okt/route.ts',
  // Counted where the feed is made.
  'app/strom/kommune/[nummer]/route.ts',
  'app/strom/route.ts',
  'app/strom/tema/[kode]/route.ts',
]

/** Exported actions that are not made by `command` and its kin, each proving for itself that the request is ours. */
const handMade = /\brequireSameOrigin\(|\b(freshCommand|selfCommand|command)\(/

describe('who is let in', () => {
  test('A1 every page and route asks who is asking, or is known to need nobody', () => {
    const silent = ways.filter((file) => !asksWho.test(said(file)))
    expect(silent.sort()).toEqual([...byKey, ...doors, ...forAll, ...frames].sort())
  })

  test('A1 every action is made by one that asks who is asking, and that the request is ours', () => {
    const made = /^export const \w+ = (command|freshCommand|selfCommand|projectCommand|founderCommand)\(/
    const files = [...inApp, ...filesBelow('lib'), ...filesBelow('components')].filter((file) =>
      /^'use server'/m.test(read(file)),
    )
    const wrong = files.flatMap((file) =>
      read(file)
        .split(/^(?=export (?:async function|const) )/m)
        .slice(1)
        .filter((action) => !made.test(action))
        .filter((action) => !handMade.test(action) && !isBuilt(action, read(file)))
        .map((action) => `${file}: ${/^export (?:async function|const) (\w+)/.exec(action)?.[1]}`),
    )
    expect(files.length).toBeGreaterThan(50)
    expect(wrong).toEqual([])
  })

  test('every route counts how often it is asked, or is known to cost no more than a page', () => {
    const routes = ways.filter((file) => /\/(route|opengraph-image)\.tsx?$/.test(file) && file !== 'app/opengraph-image.tsx')
    const uncounted = routes.filter((file) => !/\b(tooOften|hasRoom|hasRoomFor|hasRoomFrom)\(/.test(read(file)))
    expect(uncounted.sort()).toEqual([...unlimited].sort())
  })
})

/** Whether an action only passes what was sent on to commands of its own file. */
function isBuilt(action: string, file: string): boolean {
  const commands = [...file.matchAll(/^const (\w+) = (?:command|projectCommand)\(/gm)].map(([, name]) => name)
  return commands.some((name) => new RegExp(`\\b${name}\\(state, form\\)`).test(action))
}
