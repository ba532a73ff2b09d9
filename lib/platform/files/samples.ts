import { deflateRawSync } from 'node:zlib'

// Small files of each kind, byte by byte, for the tests.

/** A zip of the given entries, packed as Office packs. Without check sums: nobody here unpacks. */
export function zip(entries: Record<string, string>, { isStored = false } = {}): Buffer {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(entries)) {
    const nameBytes = Buffer.from(name)
    const method = isStored || name === 'mimetype' ? 0 : 8
    const packed = method === 0 ? Buffer.from(text) : deflateRawSync(text)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(method, 8)
    header.writeUInt32LE(packed.length, 18)
    header.writeUInt32LE(Buffer.byteLength(text), 22)
    header.writeUInt16LE(nameBytes.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    header.copy(entry, 6, 4, 30)
    entry.writeUInt16LE(0, 32)
    entry.writeUInt32LE(at, 42)
    bodies.push(header, nameBytes, packed)
    list.push(entry, nameBytes)
    at += header.length + nameBytes.length + packed.length
  }
  const contents = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(list.length / 2, 8)
  end.writeUInt16LE(list.length / 2, 10)
  end.writeUInt32LE(contents.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, contents, end])
}

const kinds = {
  docx: ['word/document.xml', 'openxmlformats-officedocument.wordprocessingml.document.main'],
  xlsx: ['xl/workbook.xml', 'openxmlformats-officedocument.spreadsheetml.sheet.main'],
  pptx: ['ppt/presentation.xml', 'openxmlformats-officedocument.presentationml.presentation.main'],
  docm: ['word/document.xml', 'ms-word.document.macroEnabled.main'],
  xlsm: ['xl/workbook.xml', 'ms-excel.sheet.macroEnabled.main'],
  pptm: ['ppt/presentation.xml', 'ms-powerpoint.presentation.macroEnabled.main'],
  dotx: ['word/document.xml', 'openxmlformats-officedocument.wordprocessingml.template.main'],
} as const

/** A document of today's Office, with more entries where they are given. */
export function office(kind: keyof typeof kinds, more: Record<string, string> = {}): Buffer {
  const [part, type] = kinds[kind]
  const types = `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="application/vnd.${type}+xml"/></Types>`
  return zip({ '[Content_Types].xml': types, '_rels/.rels': '<Relationships/>', [part]: '<document/>', ...more })
}

/** An OpenDocument file. */
export function openDocument(
  kind: 'text' | 'spreadsheet' | 'presentation' | 'text-template',
  more: Record<string, string> = {},
): Buffer {
  return zip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<office/>', ...more })
}

/**
 * A compound file with these streams and stores at the top; a text in `inside` lies in the store of that name. The
 * streams are padded to 4096 bytes, below which they would share sectors.
 */
export function compound(top: Record<string, Buffer | 'store'>, inside: Record<string, string> = {}): Buffer {
  const names = [...Object.keys(top), ...Object.values(inside)]
  const streams = Object.values(top).flatMap((content) => (content === 'store' ? [] : [content]))
  const padded = streams.map((stream) =>
    Buffer.concat([stream, Buffer.alloc(Math.max(8, Math.ceil(stream.length / 512)) * 512 - stream.length)]),
  )
  const folder = Buffer.alloc(Math.ceil((names.length + 1) / 4) * 512)
  const table = Buffer.alloc(512, 0xff)
  const chain = (start: number, count: number) => {
    for (let i = 0; i < count; i++) table.writeUInt32LE(i + 1 < count ? start + i + 1 : 0xfffffffe, (start + i) * 4)
  }
  const entry = (id: number, name: string, kind: number, start: number, size: number) => {
    const at = id * 128
    folder.write(name, at, 'utf16le')
    folder.writeUInt16LE((name.length + 1) * 2, at + 64)
    folder[at + 66] = kind
    folder.fill(0xff, at + 68, at + 80)
    folder.writeUInt32LE(start, at + 116)
    folder.writeUInt32LE(size, at + 120)
  }
  table.writeUInt32LE(0xfffffffd, 0)
  chain(1, folder.length / 512)
  entry(0, 'Root Entry', 5, 0xfffffffe, 0)
  folder.writeUInt32LE(1, 76)
  let sector = 1 + folder.length / 512
  let stream = 0
  Object.entries(top).forEach(([name, content], index, all) => {
    const body = content === 'store' ? null : padded[stream++]
    entry(index + 1, name, body ? 2 : 1, body ? sector : 0, body?.length ?? 0)
    if (index + 1 < all.length) folder.writeUInt32LE(index + 2, (index + 1) * 128 + 72)
    if (body) chain(sector, body.length / 512)
    sector += (body?.length ?? 0) / 512
  })
  Object.entries(inside).forEach(([store, name], index) => {
    const id = Object.keys(top).length + 1 + index
    entry(id, name, 2, 0xfffffffe, 0)
    folder.writeUInt32LE(id, (Object.keys(top).indexOf(store) + 1) * 128 + 76)
  })
  const header = Buffer.alloc(512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(9, 30)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(0xfffffffe, 60)
  header.writeUInt32LE(0xfffffffe, 68)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)
  return Buffer.concat([header, table, folder, ...padded])
}

/** Excel's records: what they are and what they hold. */
export function records(...all: [kind: number, content: number[]][]): Buffer {
  return Buffer.concat(
    all.map(([kind, content]) => Buffer.from([kind & 0xff, kind >> 8, content.length & 0xff, content.length >> 8, ...content])),
  )
}
