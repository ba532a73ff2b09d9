import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { examineFile } from './content'
import { compound, office, openDocument, records, zip } from './samples'
import { acceptedExtensions, allFileTypes, extensionOf, fileTypes, isFileType } from './types'

const most = 1024 * 1024
const latin = (text: string) => Buffer.from(text, 'latin1')
const utf8 = (text: string) => Buffer.from(text)
const verdict = (name: string, bytes: Uint8Array) => {
  const found = examineFile(name, bytes, most)
  return found.ok ? found.type : found.reason
}

const word = { WordDocument: latin('\xec\xa5\xc1\x00') }
const sheet = (kind: number) => records([0x0809, [0, 6, 5, 0]], [0x85, [0, 0, 0, 0, 0, kind, 1, 0, 65]], [0x0a, []])
const show = (hasMacros: number) =>
  Buffer.concat([
    Buffer.alloc(600),
    Buffer.from('1f00ff0314000000020000040c00000001000000', 'hex'),
    Buffer.from([hasMacros, 0, 0, 0, 2, 0, 0, 0]),
  ])
const png = latin('\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x01')
const jpeg = latin('\xff\xd8\xff\xe0\x00\x10JFIF\x00')

const allowed: [name: string, bytes: Buffer, type: string][] = [
  ['Referat.pdf', latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), 'application/pdf'],
  ['REFERAT.PDF', latin('%PDF-1.7\n'), 'application/pdf'],
  ['plan.docx', office('docx'), fileTypeOf('docx')],
  ['budsjett.xlsx', office('xlsx'), fileTypeOf('xlsx')],
  ['visning.pptx', office('pptx'), fileTypeOf('pptx')],
  ['innebygd.docx', office('docx', { 'word/embeddings/oleObject1.bin': 'x', 'word/media/image1.png': 'x' }), fileTypeOf('docx')],
  ['plan.odt', openDocument('text'), 'application/vnd.oasis.opendocument.text'],
  ['budsjett.ods', openDocument('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
  ['visning.odp', openDocument('presentation'), 'application/vnd.oasis.opendocument.presentation'],
  ['tom makro.odt', openDocument('text', { 'Basic/Standard/script-lb.xml': '', 'Basic/script-lc.xml': '' }), fileTypeOf('odt')],
  ['eldre.doc', compound(word), 'application/msword'],
  ['regneark i brev.doc', compound({ ...word, ObjectPool: 'store' }, { ObjectPool: 'Workbook' }), 'application/msword'],
  ['eldre.xls', compound({ Workbook: sheet(0) }), 'application/vnd.ms-excel'],
  ['enda eldre.xls', compound({ Book: sheet(0) }), 'application/vnd.ms-excel'],
  ['eldre.ppt', compound({ 'PowerPoint Document': show(0) }), 'application/vnd.ms-powerpoint'],
  ['kart.png', png, 'image/png'],
  ['bilde.jpg', jpeg, 'image/jpeg'],
  ['bilde.jpeg', jpeg, 'image/jpeg'],
  ['bilde.webp', latin('RIFF\x1a\x00\x00\x00WEBPVP8L'), 'image/webp'],
  ['bilde.gif', latin('GIF89a\x01\x00\x01\x00'), 'image/gif'],
  ['notat.txt', utf8('Møte på rådhuset\r\n\tSak 1\f'), 'text/plain'],
  ['med merke.txt', utf8('\ufeffMøte'), 'text/plain'],
  ['eldre notat.txt', latin('M\xf8te \x93i dag\x94 \x80 100'), 'text/plain'],
  ['tall.csv', utf8('navn;beløp\nÅs;1\n'), 'text/csv'],
  ['les.md', utf8('# Møte\n<p align="center">Hei</p>\n'), 'text/markdown'],
]

function fileTypeOf(extension: string): string {
  return allFileTypes.find((type) => fileTypes[type].some((known) => known === extension)) ?? ''
}

const refused: [name: string, bytes: Buffer, reason: string][] = [
  ['tom.pdf', Buffer.alloc(0), 'empty'],
  ['stor.txt', Buffer.alloc(most + 1, 'a'), 'too-large'],
  ['arkiv.zip', zip({ 'a.txt': 'a' }), 'type'],
  ['arkiv.docx', zip({ 'a.txt': 'a' }), 'type'],
  ['program.jar', zip({ 'META-INF/MANIFEST.MF': 'a' }), 'type'],
  ['bok.epub', zip({ mimetype: 'application/epub+zip', 'content.xml': 'a' }), 'type'],
  ['mal.odt', openDocument('text-template'), 'type'],
  ['kryptert.odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'encrypted-package': 'x' }), 'type'],
  ['mal.docx', office('dotx'), 'type'],
  ['avkortet.docx', office('docx').subarray(0, -30), 'type'],
  ['foran.docx', Buffer.concat([latin('MZ\x90\x00'), office('docx')]), 'type'],
  ['bak.docx', Buffer.concat([office('docx'), latin('mer')]), 'type'],
  ['to lister.docx', office('docx', { '[content_types].xml': '<Types/>' }), 'type'],
  [
    'skjult.docx',
    zip({
      '[Content_Types].xml': `<!-- application/vnd.openxmlformats-officedocument.${'wordprocessingml.document'}.main+xml -->`,
    }),
    'type',
  ],
  ['bombe.docx', zip({ '[Content_Types].xml': ' '.repeat(3_000_000) }), 'type'],
  ['treg.docx', zip({ '[Content_Types].xml': 'macroEnabled'.repeat(80_000) }), 'type'],
  ['makro.docm', office('docm'), 'macros'],
  ['makro.xlsm', office('xlsm'), 'macros'],
  ['makro.pptm', office('pptm'), 'macros'],
  ['omdøpt.docx', office('docm'), 'macros'],
  ['vba.docx', office('docx', { 'word/vbaProject.bin': 'x' }), 'macros'],
  ['vba.xlsx', office('xlsx', { 'XL\\VBAPROJECT.BIN': 'x' }), 'macros'],
  ['gammel makro.xlsx', office('xlsx', { 'xl/macrosheets/sheet1.xml': 'x' }), 'macros'],
  ['basic.odt', openDocument('text', { 'Basic/Standard/Module1.xml': 'x' }), 'macros'],
  ['python.ods', openDocument('spreadsheet', { 'Scripts/python/x.py': 'x' }), 'macros'],
  ['makro.doc', compound({ ...word, Macros: 'store' }, { Macros: 'VBA' }), 'macros'],
  ['makro.xls', compound({ Workbook: sheet(0), _VBA_PROJECT_CUR: 'store' }), 'macros'],
  ['ark 4.xls', compound({ Workbook: sheet(1) }), 'macros'],
  ['makro.ppt', compound({ 'PowerPoint Document': show(1) }), 'macros'],
  [
    'låst.xls',
    compound({ Workbook: records([0x0809, [0, 6, 5, 0]], [0x2f, [1, 0]], [0x85, [0, 0, 0, 0, 0, 9, 1, 0, 65]]) }),
    'type',
  ],
  ['kryptert.docx', compound({ EncryptedPackage: latin('x'), EncryptionInfo: latin('x') }), 'type'],
  ['post.msg', compound({ '__properties_version1.0': latin('x') }), 'type'],
  ['installer.msi', compound({ Tables: latin('x') }), 'type'],
  ['bare merket.doc', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'type'],
  ['tegning.svg', utf8('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'type'],
  ['tegning.png', utf8('<?xml version="1.0"?>\n<svg/>'), 'type'],
  ['side.html', utf8('<!doctype html><p>'), 'type'],
  ['side.txt', utf8('\ufeff  <!-- x --><!--> <HTML>'), 'type'],
  ['side.md', latin('<script>alert("\xf8")</script>'), 'type'],
  ['skript.txt', utf8('#!/bin/sh\nrm'), 'type'],
  ['brev.txt', utf8('{\\rtf1 x}'), 'type'],
  ['program.exe', latin('MZ\x90\x00\x03\x00\x00\x00'), 'type'],
  ['program.pdf', latin('MZ\x90\x00\x03\x00\x00\x00'), 'type'],
  ['program.txt', latin('\x7fELF\x02\x01\x01'), 'type'],
  ['null.txt', utf8('a\0b'), 'type'],
  ['styring.txt', utf8('a\u001b[31mb'), 'type'],
  ['utf16.txt', Buffer.from('\ufeffhei', 'utf16le'), 'type'],
  ['ikke tekst.txt', latin('\x81\x8d\xff'), 'type'],
  ['pakket.gz', latin('\x1f\x8b\x08\x00'), 'type'],
  ['falsk.webp', latin('RIFF\x1a\x00\x00\x00AVI LIST'), 'type'],
  ['referat.docx', latin('%PDF-1.7\n'), 'mismatch'],
  ['referat.pdf.exe', latin('%PDF-1.7\n'), 'mismatch'],
  ['referat', latin('%PDF-1.7\n'), 'mismatch'],
  ['pdf', latin('%PDF-1.7\n'), 'mismatch'],
  ['ren.docm', office('docx'), 'mismatch'],
  ['ny.doc', office('docx'), 'mismatch'],
  ['gammel.docx', compound(word), 'mismatch'],
  ['bilde.png', jpeg, 'mismatch'],
  ['kommandoer.bat', utf8('echo hei'), 'mismatch'],
  ['tekst.pdf', utf8('bare tekst'), 'mismatch'],
]

describe('what is taken in', () => {
  test.each(allowed)('%s', (name, bytes, type) => expect(verdict(name, bytes)).toBe(type))

  test('every type on the list has been tried', () => {
    expect(new Set(allowed.map(([, , type]) => type))).toEqual(new Set(allFileTypes))
    expect(allFileTypes.every(isFileType)).toBe(true)
    expect(['text/html', 'image/svg+xml', 'toString', ''].some(isFileType)).toBe(false)
    expect(acceptedExtensions.split(',')).toContain('.docx')
  })

  test('a file is kept under the usual extension of its type', () => {
    expect(examineFile('bilde.JPEG', jpeg, most)).toEqual({ ok: true, type: 'image/jpeg', extension: 'jpg' })
  })

  test('the largest file is taken, one byte more is not', () => {
    expect(examineFile('a.txt', utf8('1234'), 4).ok).toBe(true)
    expect(examineFile('a.txt', utf8('12345'), 4)).toEqual({ ok: false, reason: 'too-large' })
  })
})

describe('what is refused', () => {
  test.each(refused)('%s', (name, bytes, reason) => expect(verdict(name, bytes)).toBe(reason))
})

describe('whatever the bytes', () => {
  const seeds = [...allowed, ...refused].map(([, bytes]) => bytes).filter((bytes) => bytes.length < 20_000)
  const names = fc.oneof(fc.constantFrom(...allowed.map(([name]) => name)), fc.string({ unit: 'binary' }))
  const isSound = (name: string, bytes: Uint8Array) => {
    const found = examineFile(name, bytes, most)
    if (found.ok) expect(fileTypes[found.type] as readonly string[]).toContain(extensionOf(name))
  }

  test('any are examined without a fault', () => {
    fc.assert(fc.property(names, fc.uint8Array({ maxLength: 2000 }), isSound))
  })

  test('so are true files that are spoilt, cut or joined', () => {
    const spoilt = fc
      .record({
        seed: fc.constantFrom(...seeds),
        changes: fc.array(fc.tuple(fc.nat(20_000), fc.constantFrom(0, 1, 127, 128, 254, 255)), { maxLength: 12 }),
        length: fc.nat(20_000),
        more: fc.uint8Array({ maxLength: 40 }),
      })
      .map(({ seed, changes, length, more }) => {
        const bytes = Buffer.concat([seed.subarray(0, Math.max(8, length)), more])
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
        return bytes
      })
    fc.assert(fc.property(names, spoilt, isSound), { numRuns: 500 })
  })

  test('a macro stays found wherever it lies among the other entries', () => {
    const others = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}\/[a-z]{1,8}\.xml$/), fc.string(), { maxKeys: 8 })
    fc.assert(
      fc.property(others, others, (before, after) => {
        expect(verdict('a.docx', office('docx', { ...before, 'word/vbaProject.bin': 'x', ...after }))).toBe('macros')
        expect(verdict('a.docx', office('docx', { ...before, ...after }))).toBe(fileTypeOf('docx'))
      }),
    )
  })
})
