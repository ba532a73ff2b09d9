import type { Bytes } from './bytes'
import { CompoundFile } from './compound'
import type { Found } from './office'
import type { FileType } from './types'

const mainStreams: Record<string, FileType> = {
  worddocument: 'application/msword',
  workbook: 'application/vnd.ms-excel',
  book: 'application/vnd.ms-excel',
  'powerpoint document': 'application/vnd.ms-powerpoint',
}

const macroStores = ['vba', 'macros', '_vba_project', '_vba_project_cur']
/** The box PowerPoint keeps its macros in, up to where it says which and whether any. */
const showMacros = Buffer.from('1f00ff0314000000020000040c000000', 'hex')

/**
 * Excel's list of sheets: one of kind 1 holds macros of the oldest sort, one of kind 6 is a module. Behind a password
 * the kinds are not seen, and some passwords Excel tries by itself.
 */
function sheetsOf(workbook: Buffer): 'macros' | 'locked' | 'plain' {
  for (let at = 0; at + 4 <= workbook.length; at += 4 + workbook.readUInt16LE(at + 2)) {
    const record = workbook.readUInt16LE(at)
    if (record === 0x0a) break
    if (record === 0x2f) return 'locked'
    if (record === 0x85 && [1, 6].includes(workbook[at + 9] ?? 0)) return 'macros'
  }
  return 'plain'
}

function hasShowMacros(show: Buffer): boolean {
  for (let at = show.indexOf(showMacros); at >= 0; at = show.indexOf(showMacros, at + 1)) {
    const says = at + showMacros.length + 4
    if (says + 4 <= show.length && show.readUInt32LE(says) !== 0) return true
  }
  return false
}

/** Which of the older Office documents a compound file is; null for others: installers, mail, encrypted documents. */
export function olderDocument(file: Bytes): Found {
  const compound = new CompoundFile(file)
  const main = compound.top().find(({ name, isStream }) => isStream && Object.hasOwn(mainStreams, name))
  const type = main && mainStreams[main.name]
  if (!type) return null
  if (compound.entries.some(({ name }) => macroStores.includes(name))) return 'macros'
  const contents = compound.read(main)
  if (type === 'application/vnd.ms-excel') {
    const sheets = sheetsOf(contents)
    return sheets === 'plain' ? type : sheets === 'macros' ? 'macros' : null
  }
  return type === 'application/vnd.ms-powerpoint' && hasShowMacros(contents) ? 'macros' : type
}
