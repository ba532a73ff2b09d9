import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sectionKinds } from '@/lib/experiences/sections'

// A link that names a place on a page must find it there: nothing else says so when the place is renamed.

function filesBelow(place: string): string[] {
  return fs.readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(place, entry.name)
    if (entry.isDirectory()) return filesBelow(name)
    return /\.tsx?$/.test(name) && !name.includes('.test.') ? [name] : []
  })
}

const code = ['app', 'components', 'lib'].flatMap(filesBelow).map((file) => ({ file, text: fs.readFileSync(file, 'utf8') }))

/** Ids as they are written: `id="x"` and `` id={`x-${…}`} ``, the beginning of it. A section also names its heading, a field is its own id. */
const written = code.flatMap(({ text }) => [
  ...[...text.matchAll(/\bid(?:=|: )\{?["'`]([^"'`$]+)/g)].map(([, id = '']) => id),
  ...[...text.matchAll(/<(?:Section|Panel)\s+id="([^"]+)"/g)].map(([, id = '']) => `${id}-tittel`),
  ...[...text.matchAll(/<h\d\s+id=\{`\$\{id\}(-[a-z]+)`\}/g)].map(([, id = '']) => id),
  ...[...text.matchAll(/\bname(?:=|: )["']([\w-]+)["']/g)].map(([, id = '']) => id),
])

/** Places that links name: what follows `#` in an address of ours, up to where it is filled in. */
const named = code.flatMap(({ file, text }) =>
  [...text.matchAll(/["'`}](?:\/[^"'`#\s]*|\$\{[^}]+\}[^"'`#\s]*)?#([a-zæøå][\wæøå-]*)(\$\{)?/g)]
    .map(([, place = '', isFilledIn]) => ({ file, place, isFilledIn: isFilledIn !== undefined }))
    .filter(({ place }) => !/^([0-9a-f]{3}|[0-9a-f]{6})$/.test(place)),
)

test('the places that links name are found in the code', () => {
  expect(named.map(({ place }) => place)).toEqual(expect.arrayContaining(['innhold', 'haster', 'tall', 'finn', 'del-', 'sak-']))
})

test('every place that a link names is there', () => {
  const ids = new Set(written)
  // A place named by what it is about is met by an id that begins alike; the sections of a report are named by their kinds.
  const stands = (place: string, isFilledIn: boolean) => (isFilledIn ? written.some((id) => id === place) : ids.has(place))
  const sections = sectionKinds.flatMap((kind): string[] => [kind, `${kind}-tittel`])
  expect(named.filter(({ place, isFilledIn }) => !stands(place, isFilledIn) && !sections.includes(place))).toEqual([])
})
