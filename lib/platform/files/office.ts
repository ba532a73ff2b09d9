import type { Bytes } from './bytes'
import type { FileType } from './types'
import { type ZipEntry, zipEntries, zipText } from './zip'

export type Found = FileType | 'macros' | null

const listOfTypes = '[content_types].xml'
const largestList = 1024 * 1024

const officeTypes: [main: string, type: FileType][] = [
  ['wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['spreadsheetml.sheet', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['presentationml.presentation', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]

const openTypes: FileType[] = [
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
]

const hasOfficeMacros = (entries: ZipEntry[]) =>
  entries.some(({ name }) =>
    /(^|\/)(vbaproject\.bin|vbadata\.xml|vbaprojectsignature[a-z]*\.bin)$|(^|\/)(macrosheets|intlmacrosheets)\//.test(name),
  )

/** What the list of types says: the programs go by it, whatever the parts are called. */
function officeType(list: string): Found {
  // Comments and written-out signs could say one thing to us and another to the program. Nobody's Office writes them here.
  if (/<!|&#/.test(list)) return null
  if (/macroenabled[a-z.]{0,40}\+xml|vbaproject|macrosheet\+xml/i.test(list)) return 'macros'
  const type = officeTypes.find(([main]) => list.includes(`application/vnd.openxmlformats-officedocument.${main}.main+xml`))
  return type?.[1] ?? null
}

const hasOpenMacros = (entries: ZipEntry[]) =>
  entries.some(({ name }) => /^basic\/.+\/(?!script-l[bc]\.xml$)[^/]+\.xml$|^scripts\/.*[^/]$/.test(name))

/** OpenDocument says what it is in an entry of its own. */
function openType(file: Bytes, entries: ZipEntry[]): Found {
  const says = entries.find(({ name }) => name === 'mimetype')
  const said = says && zipText(file, says, 100)
  const type = openTypes.find((known) => known === said)
  // Encrypted as a whole there is no content to see, and nothing to say about macros.
  if (!type || !entries.some(({ name }) => name === 'content.xml')) return null
  return hasOpenMacros(entries) ? 'macros' : type
}

/** Which document a zip is; null for every other archive. */
export function packedDocument(file: Bytes): Found {
  const entries = zipEntries(file)
  if (!entries) return null
  const lists = entries.filter(({ name }) => name === listOfTypes)
  const [list] = lists
  if (!list) return openType(file, entries)
  if (lists.length > 1) return null
  const found = officeType(zipText(file, list, largestList) ?? '')
  return found && hasOfficeMacros(entries) ? 'macros' : found
}
