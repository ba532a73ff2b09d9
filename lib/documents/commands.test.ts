import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import { command } from '@/lib/platform/command'
import { openFile } from '@/lib/platform/files/storage'
import { untouchedForm } from '@/lib/platform/form'
import { newId } from '@/lib/platform/ids'
import { deleteItem, restoreItem } from '@/lib/projects/items/deletion/commands'
import { newBrowser } from '@/lib/testing/browser'
import { makeProject, makeStaff, owner, type TestProject } from '@/lib/testing/builders'
import { uploadDocument, uploadVersion } from './commands'
import { type DocumentInput, documentInput, documentListQuery } from './input'
import { documentFile, documentList, documentVersions } from './queries'

const folder = mkdtempSync(path.join(os.tmpdir(), 'delt-documents-'))
process.env.FILES_FOLDER = folder
process.env.FILES_MAX_MEGABYTES = '1'
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const asking = vi.hoisted(() => ({ who: { kind: 'visitor' } as Actor }))
vi.mock('@/lib/platform/auth/session', () => ({ actor: async () => asking.who }))
vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

const pdf = (text: string, name = 'mandat.pdf', type = 'application/pdf') =>
  new File([`%PDF-1.7\n${text}\n%%EOF\n`], name, { type })
const bytesOf = async (file: File) => Buffer.from(await file.arrayBuffer())
const stored = () => readdirSync(folder, { recursive: true }).filter((name) => statSync(path.join(folder, String(name))).isFile())

let ingrid: Staff
let project: TestProject

beforeAll(async () => {
  ingrid = await makeStaff({ name: 'Ingrid Haugland' })
  project = await makeProject(ingrid)
})

const upload = (file: File, overrides: Partial<DocumentInput> = {}, actor: Actor = ingrid) =>
  uploadDocument(actor, {
    ...{ projectId: project.id, title: '', type: 'mandate', projectPhaseId: null, isArchivable: true, comment: 'Første utkast' },
    ...overrides,
    file,
  })
const addVersion = (documentId: string, file: File, actor: Actor = ingrid) =>
  uploadVersion(actor, { projectId: project.id, documentId, comment: '', file })
const list = (actor: Actor, address = {}) => documentList(actor, project.id, documentListQuery.parse(address))
const fileOf = (documentId: string, number: number, actor: Actor = ingrid) =>
  documentFile(actor, { projectId: project.id, documentId, number })

async function downloaded(documentId: string, number: number): Promise<Buffer> {
  const file = await fileOf(documentId, number)
  return Buffer.from(await new Response(await openFile(file?.key ?? '')).arrayBuffer())
}

describe('an upload', () => {
  test('keeps the bytes, their sum and who sent them, and is told in the history', async () => {
    const file = pdf('Mandat', '../../Møte: mandat.pdf', 'text/html')
    const { documentId } = await upload(file)
    const bytes = await bytesOf(file)
    expect((await downloaded(documentId, 1)).equals(bytes)).toBe(true)
    expect(await fileOf(documentId, 1)).toMatchObject({
      fileName: 'Møte_ mandat.pdf',
      type: 'application/pdf',
      size: bytes.length,
    })
    const row = await owner().documentVersion.findFirstOrThrow({ where: { documentId } })
    expect(Buffer.from(row.sha256).equals(createHash('sha256').update(bytes).digest())).toBe(true)
    const found = (await list(ingrid))?.documents.find(({ id }) => id === documentId)
    expect(found).toMatchObject({ title: 'Møte_ mandat', isArchivable: true, latest: { number: 1, by: ingrid.name } })
    const event = await owner().auditEvent.findFirstOrThrow({ where: { subjectId: documentId } })
    expect(event).toMatchObject({ action: 'document.upload', projectId: project.id, actorId: ingrid.personId })
  })

  test('of a new version leaves the old one, and two at once get a number each', async () => {
    const { documentId } = await upload(pdf('en'))
    const numbers = await Promise.all([addVersion(documentId, pdf('to')), addVersion(documentId, pdf('tre'))])
    expect(numbers.map(({ number }) => number).sort()).toEqual([2, 3])
    const versions = await documentVersions(ingrid, { projectId: project.id, documentId })
    expect(versions?.map(({ number }) => number)).toEqual([3, 2, 1])
    expect((await downloaded(documentId, 1)).equals(await bytesOf(pdf('en')))).toBe(true)
  })

  test('is found by type and phase', async () => {
    const phaseId = project.phases[0]?.id ?? ''
    const { documentId } = await upload(pdf('avtale'), { type: 'contract', projectPhaseId: phaseId, title: 'Avtalen' })
    const ids = async (address: object) => (await list(ingrid, address))?.documents.map(({ id }) => id)
    expect(await ids({ type: 'contract', fase: phaseId })).toEqual([documentId])
    expect(await ids({ type: 'minutes' })).toEqual([])
    expect(await ids({ type: '<script>', fase: 'x', side: '-1' })).toContain(documentId)
  })
})

describe('a file that may not be taken in', () => {
  beforeEach(() => {
    newBrowser()
    asking.who = ingrid
  })

  const send = (file: File | null) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({
      projectId: project.id,
      title: 'Referatet',
      type: 'minutes',
      comment: 'Fra mai',
    }))
      form.set(name, value)
    form.set('file', file ?? new File([], ''))
    return command(documentInput, uploadDocument)(untouchedForm, form)
  }

  test.each([
    ['none', null, 'errors.fileMissing'],
    ['an empty one', new File([], 'tom.pdf'), 'errors.fileEmpty'],
    ['a web page called PDF', new File(['<html><script>alert(1)</script></html>'], 'side.pdf'), 'errors.fileType'],
    ['a text called PDF', new File(['Bare tekst'], 'tekst.pdf'), 'errors.fileMismatch'],
    ['a program', new File([Buffer.from('7f454c4602010100', 'hex')], 'program.pdf'), 'errors.fileType'],
    ['one that is too large', pdf('x'.repeat(1024 * 1024)), 'errors.fileTooLarge'],
  ])('%s is told of beside its field, and what was typed is kept', async (_, file, error) => {
    const before = stored().length
    const state = await send(file)
    expect(state.errors).toEqual({ file: error })
    expect(state.values).toMatchObject({ title: 'Referatet', type: 'minutes', comment: 'Fra mai' })
    expect(stored()).toHaveLength(before)
  })

  test('what is in order goes through the same door', async () => {
    expect(await send(pdf('referat', 'referat.pdf', 'text/html'))).toEqual(untouchedForm)
  })
})

describe('others', () => {
  test('from another municipality see nothing, download nothing and upload nothing, also where the project is shared', async () => {
    const amina = await makeStaff({ roles: ['portfolio_manager'] })
    const open = await makeProject(ingrid, { visibility: 'open' })
    for (const { id } of [project, open]) {
      const { documentId } = await upload(pdf('hemmelig'), { projectId: id })
      const before = stored().length
      for (const other of [amina, visitor]) {
        expect(await documentList(other, id, documentListQuery.parse({}))).toBeNull()
        expect(await documentVersions(other, { projectId: id, documentId })).toBeNull()
        expect(await documentFile(other, { projectId: id, documentId, number: 1 })).toBeNull()
        const reason = id === open.id ? 'forbidden' : 'not-found'
        await expect(upload(pdf('x'), { projectId: id }, other)).rejects.toMatchObject({ reason })
        await expect(uploadVersion(other, { projectId: id, documentId, comment: '', file: pdf('x') })).rejects.toMatchObject({
          reason,
        })
      }
      expect(stored()).toHaveLength(before)
    }
  })

  test('from the own municipality read, but only those who run the project upload', async () => {
    const colleague = await makeStaff({ municipality: ingrid.municipality })
    const { documentId } = await upload(pdf('lest'))
    const before = stored().length
    expect(await fileOf(documentId, 1, colleague)).not.toBeNull()
    expect((await list(colleague))?.may.change).toBe(false)
    await expect(upload(pdf('x'), {}, colleague)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(addVersion(documentId, pdf('x'), colleague)).rejects.toMatchObject({ reason: 'forbidden' })
    expect(stored()).toHaveLength(before)
  })

  test('a document is not reached through another project', async () => {
    const other = await makeProject(ingrid)
    const { documentId } = await upload(pdf('her'))
    const at = { projectId: other.id, documentId }
    expect(await documentVersions(ingrid, at)).toBeNull()
    expect(await documentFile(ingrid, { ...at, number: 1 })).toBeNull()
    await expect(uploadVersion(ingrid, { ...at, comment: '', file: pdf('x') })).rejects.toMatchObject({ reason: 'not-found' })
  })
})

test('what is not kept in the database leaves no bytes', async () => {
  const before = stored().length
  const elsewhere = (await makeProject(ingrid)).phases[0]?.id ?? ''
  await expect(upload(pdf('x'), { projectPhaseId: elsewhere })).rejects.toMatchObject({
    fields: { projectPhaseId: 'errors.unknown' },
  })
  await expect(addVersion(newId(), pdf('x'))).rejects.toMatchObject({ reason: 'not-found' })
  // The database takes no zero byte in a text.
  await expect(upload(pdf('x'), { comment: 'a\0b' })).rejects.toThrow()
  expect(stored()).toHaveLength(before)
})

describe('a deleted document', () => {
  const remove = async (documentId: string) =>
    deleteItem(ingrid, { projectId: project.id, kind: 'document', id: documentId, version: 1 })

  test('comes back with its versions and their bytes', async () => {
    const { documentId } = await upload(pdf('en'))
    await addVersion(documentId, pdf('to'))
    const { deletedId } = await remove(documentId)
    expect(await fileOf(documentId, 1)).toBeNull()
    await restoreItem(ingrid, { projectId: project.id, deletedId })
    expect((await downloaded(documentId, 1)).equals(await bytesOf(pdf('en')))).toBe(true)
    expect((await downloaded(documentId, 2)).equals(await bytesOf(pdf('to')))).toBe(true)
    expect(await addVersion(documentId, pdf('tre'))).toEqual({ number: 3 })
  })

  test('is gone with its bytes when nobody asked for it in 30 days', async () => {
    const [old, fresh] = [await upload(pdf('gammel')), await upload(pdf('fersk'))]
    const [oldKey, freshKey] = [await fileOf(old.documentId, 1), await fileOf(fresh.documentId, 1)].map((file) => file?.key ?? '')
    const { deletedId } = await remove(old.documentId)
    await owner().deletedItem.updateMany({
      where: { id: deletedId },
      data: { deletedAt: new Date(Date.now() - 31 * 86_400_000) },
    })
    expect(existsSync(path.join(folder, oldKey ?? ''))).toBe(true)
    await remove(fresh.documentId)
    expect(existsSync(path.join(folder, oldKey ?? ''))).toBe(false)
    expect(existsSync(path.join(folder, freshKey ?? ''))).toBe(true)
  })
})
