import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { actions } from '@/lib/platform/law/table'

// The house of `docs/architecture.md`, held against the imports: who may go through which door, and who keeps what.

interface Import {
  from: string
  to: string
  isType: boolean
}

const rooms = ['app', 'components', 'lib', 'prisma', 'scripts', 'proxy.ts', 'instrumentation.ts', 'next.config.ts']
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith('lib/testing/') || file.startsWith('e2e/')

function filesBelow(place: string): string[] {
  if (!fs.statSync(place).isDirectory()) return [place]
  return fs.readdirSync(place).flatMap((name) => filesBelow(path.posix.join(place, name)))
}

const sources = rooms
  .flatMap(filesBelow)
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts') && !file.startsWith('app/theme/'))
const code = new Map(sources.map((file) => [file, fs.readFileSync(file, 'utf8')]))
const written = sources.filter((file) => !isTest(file))

function importsOf(file: string): Import[] {
  const pattern = /(?:import|export)\s+(type\s+)?(?:[\w*{][^'"]*?from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g
  return [...(code.get(file) ?? '').matchAll(pattern)].map((match) => {
    const target = match[2] ?? match[3] ?? ''
    const to = target.startsWith('@/')
      ? target.slice(2)
      : target.startsWith('.')
        ? path.posix.join(path.posix.dirname(file), target)
        : target
    return { from: file, to, isType: match[1] !== undefined }
  })
}

const imports = written.flatMap(importsOf)
const kindOf = (file: string) => path.posix.basename(file).replace(/\.(ts|tsx|mjs)$/, '')
const pure = [
  'rules',
  'policy',
  'input',
  'sections',
  'parts',
  'draft',
  'store',
  'words',
  'stem',
  'lexicon',
  'kinds',
  'fields',
  'definition',
  'planning',
  'working',
  'columns',
]
const inRoom = (room: string) => (file: string) => file === room || file.startsWith(`${room}/`)
const area = (file: string) => /^lib\/([^/]+)\//.exec(file)?.[1]

/** The doors: from where, what may not be reached, and what to say when it was. */
const doors: { says: string; from: (file: string) => boolean; forbids: (to: string, isType: boolean) => boolean }[] = [
  {
    says: 'components know props: no queries, commands, database or session',
    from: inRoom('components'),
    forbids: (to, isType) =>
      !isType &&
      (/\/(queries|commands)$/.test(to) || (to.startsWith('lib/platform/') && !['form', 'locale', 'dates'].includes(kindOf(to)))),
  },
  { says: 'components do not reach into app', from: inRoom('components'), forbids: (to) => to.startsWith('app/') },
  {
    says: 'the platform knows no area',
    from: inRoom('lib/platform'),
    forbids: (to) => to.startsWith('lib/') && !to.startsWith('lib/platform/'),
  },
  { says: 'lib does not reach into app or components', from: inRoom('lib'), forbids: (to) => /^(app|components)\//.test(to) },
  {
    says: 'pure files do no reading and writing',
    from: (file) => file.startsWith('lib/') && !file.startsWith('lib/platform/') && pure.includes(kindOf(file)),
    forbids: (to) =>
      /\/(queries|commands)$/.test(to) ||
      ['lib/platform/db', 'lib/platform/audit', 'server-only', 'react'].includes(to) ||
      to.startsWith('next'),
  },
  {
    says: 'queries do not write through commands',
    from: (file) => file.startsWith('lib/') && kindOf(file) === 'queries',
    forbids: (to) => /\/commands$/.test(to),
  },
]

/** The keepers: a thing, and who alone may import it. */
const keepers: { thing: string; is: (to: string, isType: boolean) => boolean; by: (file: string) => boolean }[] = [
  {
    thing: 'the database client',
    is: (to, isType) => !isType && (to === 'generated/prisma/client' || to === 'pg' || to.startsWith('@prisma/')),
    by: (file) =>
      /^lib\/.*\/(queries|commands)\.ts$/.test(file) ||
      ['lib/platform/db.ts', 'lib/platform/database-health.ts'].includes(file) ||
      /^(prisma|scripts)\//.test(file),
  },
  { thing: 'next-auth and openid-client', is: (to) => /^(next-auth|openid-client)/.test(to), by: inRoom('lib/platform/auth') },
  {
    thing: 'the law',
    is: (to) => to === 'lib/platform/law' || to.startsWith('lib/platform/law/'),
    by: (file) =>
      /^lib\/.*\/policy\.ts$/.test(file) || /^lib\/platform\/(auth|law)/.test(file) || file === 'scripts/tools/access.ts',
  },
  { thing: 'Tiptap', is: (to) => to.startsWith('@tiptap/'), by: inRoom('components/text') },
  { thing: 'TanStack', is: (to) => to.startsWith('@tanstack/'), by: inRoom('components/table') },
]

/** Who reads what somebody is by kind or role, and why. Everybody else asks a `policy.ts`, which asks the law. */
const readersOfRoles: Record<string, string> = {
  'lib/experiences/policy.ts': 'names the role somebody publishes as',
  'lib/grants/rules.ts': 'says on every page which role an advisor was let in with',
  'lib/platform/actor.ts': 'says what an actor is',
  'lib/platform/auth/liveness.ts': 'makes the actor',
  'lib/platform/auth/session.ts': 'leads each kind to its own door',
  'lib/platform/auth/trial.ts': 'leads each kind back to the page it tries a door from',
  'lib/platform/db.ts': 'tells the database who asks',
  'lib/platform/law.ts': 'is the law',
}

describe('the house', () => {
  test('is read: the imports are found', () => {
    expect(imports.length).toBeGreaterThan(400)
  })

  test.each(doors)('$says', ({ from, forbids }) => {
    expect(
      imports.filter((link) => from(link.from) && forbids(link.to, link.isType)).map((link) => `${link.from} → ${link.to}`),
    ).toEqual([])
  })

  test.each(keepers)('$thing is kept', ({ is, by }) => {
    expect(
      imports.filter((link) => is(link.to, link.isType) && !by(link.from)).map((link) => `${link.from} → ${link.to}`),
    ).toEqual([])
  })

  test('an area uses the tables of another only through its queries and commands', () => {
    const strangers = imports.filter(
      ({ from, to }) =>
        area(from) &&
        to.startsWith('lib/') &&
        area(`${to}/`) &&
        area(`${to}/`) !== area(from) &&
        /\/(store|editing|facts)$/.test(to),
    )
    expect(strangers.map((link) => `${link.from} → ${link.to}`)).toEqual([])
  })

  test('the environment is read in one place', () => {
    const readers = written.filter((file) => /process\.env\.(?!NEXT_RUNTIME)/.test(code.get(file) ?? ''))
    expect(readers.filter((file) => !/^(scripts|prisma)\//.test(file) && file !== 'lib/platform/config.ts')).toEqual([])
  })

  test('what must never reach a browser says so first', () => {
    const server = written.filter((file) => file.startsWith('lib/') && /(queries|commands)\.ts$/.test(file))
    expect(server.filter((file) => !/^(\/\*[\s\S]*?\*\/\s*)?import 'server-only'/.test(code.get(file) ?? ''))).toEqual([])
  })

  test('A what somebody may is asked of the law: few read what they are', () => {
    const kinds = "'(?:staff|advisor|operator|founder)'"
    const reads = new RegExp(
      `\\b(?:hasRole|isEmployee)\\(|\\broles\\.(?:includes|some)\\(|\\bkind *[!=]==? *${kinds}|${kinds} *[!=]==? |case ${kinds}|\\b(?:actor|who|staff|reader)\\.home\\b`,
    )
    const readers = written.filter((file) => /^(lib|app|components)\//.test(file) && reads.test(code.get(file) ?? ''))
    expect(readers.sort()).toEqual(Object.keys(readersOfRoles))
  })

  test('A every action of the law has a door, and only one', () => {
    const doors = written.filter((file) => /^lib\/.*\/policy\.ts$/.test(file)).map((file) => code.get(file) ?? '')
    const timesAsked = (action: string) => doors.reduce((sum, text) => sum + text.split(`'${action}'`).length - 1, 0)
    expect(actions.filter((action) => timesAsked(action) !== 1)).toEqual([])
  })

  test('files stay short enough to read', () => {
    const isData = (file: string) => /^prisma\/(demo|register)\//.test(file) || file === 'lib/search/lexicon.ts'
    const long = written.filter((file) => !isData(file) && (code.get(file) ?? '').split('\n').length > 300)
    expect(long).toEqual([])
  })
})
