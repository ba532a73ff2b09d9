import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

// Reads the code: from a command to the policy it asks, by way of the functions it calls.

const files = (fs.readdirSync('lib', { recursive: true }) as string[])
  .map((file) => path.posix.join('lib', file))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

interface Function {
  name: string
  file: string
  text: string
}

function functionsOf(file: string): Function[] {
  const parts = fs.readFileSync(file, 'utf8').split(/^(?=(?:export )?(?:async )?function )/m)
  return parts
    .slice(1)
    .map((part) => ({ file, name: /function (\w+)/.exec(part)?.[1] ?? '', text: part.split('\n}\n')[0] ?? '' }))
}

const functions = new Map(files.map((file) => [file, functionsOf(file)]))

/** Where a name that a file uses is from: itself, or what it imports. */
function found(file: string, name: string): Function | undefined {
  const own = functions.get(file)?.find((one) => one.name === name)
  if (own) return own
  const imported = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '([^']+)'`).exec(fs.readFileSync(file, 'utf8'))?.[1]
  if (!imported) return undefined
  const at = imported.startsWith('@/') ? imported.slice(2) : path.posix.join(path.posix.dirname(file), imported)
  return functions.get(`${at}.ts`)?.find((one) => one.name === name)
}

const callsIn = (text: string) => [...new Set([...text.matchAll(/\b([a-z]\w+)\(/g)].map(([, name]) => name ?? ''))]

function asks({ file, text }: Function, passed: readonly string[] = []): boolean {
  const next = callsIn(text).flatMap((name) => (passed.includes(name) ? [] : (found(file, name) ?? [])))
  if (next.some((one) => one.file.endsWith('/policy.ts'))) return true
  return next.some((one) => !one.file.startsWith('lib/platform/') && asks(one, [...passed, one.name]))
}

/** Nobody's to do: they clean up after what somebody was allowed, or was not. */
const asksNobody = ['lib/sharing/documents/commands.ts: withCopiedFiles', 'lib/templates/files/commands.ts: orForget']

const commands = [...functions.values()]
  .flat()
  .filter(({ file, text }) => file.endsWith('/commands.ts') && /^export [^(]*\(\s*(actor|who|staff): /.test(text))

test('the commands are found', () => {
  expect(commands.length).toBeGreaterThan(100)
})

test('A every command asks who may', () => {
  expect(commands.filter((command) => !asks(command)).map(({ file, name }) => `${file}: ${name}`)).toEqual(asksNobody)
})
