import type { Bytes } from './bytes'

const mark = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
const none = 0xffffffff
const lastSector = 0xfffffff9
const entrySize = 128
const smallSize = 64
/** Streams below this are short ones. The file says it too, but no other number is allowed. */
const shortStream = 4096

export interface CompoundEntry {
  /** In lower case: the programs do not tell the cases apart. */
  name: string
  isStream: boolean
  start: number
  size: number
  left: number
  right: number
  child: number
}

/** Whether bytes are a compound file at all: the older Office formats, and much else. */
export function isCompoundFile(file: Bytes): boolean {
  return file.startsWith(mark)
}

/**
 * A compound file: a small file system in sectors, held together by a table of which sector follows which. Reads what
 * there is; what is broken, or goes in a ring, ends early.
 */
export class CompoundFile {
  readonly entries: CompoundEntry[]
  private readonly sectorSize: number
  private readonly tables: number[]

  constructor(private readonly file: Bytes) {
    this.sectorSize = file.u16(30) === 12 ? 4096 : 512
    this.tables = this.tableSectors()
    this.entries = this.readEntries()
  }

  /** What lies at the top, and not inside a document that is embedded. */
  top(): CompoundEntry[] {
    const found = new Set<CompoundEntry>()
    const waiting = [this.entries[0]?.child ?? none]
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const entry = this.entries[id]
      if (!entry || found.has(entry)) continue
      found.add(entry)
      waiting.push(entry.left, entry.right)
    }
    return [...found]
  }

  /** The bytes of a stream. Short ones share the sectors of one long stream, which the first entry points to. */
  read(entry: CompoundEntry): Buffer {
    if (entry.size >= shortStream) return this.chain(entry.start).subarray(0, entry.size)
    const shared = this.chain(this.entries[0]?.start ?? none)
    const table = this.chain(this.file.u32(60))
    const pieces: Buffer[] = []
    for (let piece = entry.start; (piece + 1) * 4 <= table.length && pieces.length * smallSize < entry.size; ) {
      pieces.push(shared.subarray(piece * smallSize, (piece + 1) * smallSize))
      piece = table.readUInt32LE(piece * 4)
    }
    return Buffer.concat(pieces).subarray(0, entry.size)
  }

  private offset(sector: number): number {
    return (sector + 1) * this.sectorSize
  }

  private tableSectors(): number[] {
    const perSector = this.sectorSize / 4 - 1
    const numbers = (at: number, count: number) => Array.from({ length: count }, (_, i) => this.file.u32(at + i * 4))
    const sectors = numbers(76, 109)
    const most = this.file.length / this.sectorSize / perSector
    for (let next = this.file.u32(68), seen = 0; this.offset(next) < this.file.length && seen <= most; seen++) {
      sectors.push(...numbers(this.offset(next), perSector))
      next = this.file.u32(this.offset(next) + perSector * 4)
    }
    return sectors
  }

  private after(sector: number): number {
    const perSector = this.sectorSize / 4
    const table = this.tables[Math.floor(sector / perSector)] ?? none
    return table > lastSector ? none : this.file.u32(this.offset(table) + (sector % perSector) * 4)
  }

  private chain(start: number): Buffer {
    const pieces: Uint8Array[] = []
    const most = this.file.length / this.sectorSize
    for (let sector = start; this.offset(sector) < this.file.length && pieces.length < most; sector = this.after(sector)) {
      pieces.push(this.file.slice(this.offset(sector), this.sectorSize))
    }
    return Buffer.concat(pieces)
  }

  private readEntries(): CompoundEntry[] {
    const folder = this.chain(this.file.u32(48))
    return Array.from({ length: Math.floor(folder.length / entrySize) }, (_, id) => {
      const at = id * entrySize
      const nameLength = Math.min(64, folder.readUInt16LE(at + 64))
      return {
        name: folder.toString('utf16le', at, at + Math.max(0, nameLength - 2)).toLowerCase(),
        isStream: folder[at + 66] === 2,
        left: folder.readUInt32LE(at + 68),
        right: folder.readUInt32LE(at + 72),
        child: folder.readUInt32LE(at + 76),
        start: folder.readUInt32LE(at + 116),
        size: folder.readUInt32LE(at + 120),
      }
    })
  }
}
