import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { uploadDocument, uploadVersion } from '@/lib/documents/commands'
import { documentFile, documentList } from '@/lib/documents/queries'
import { withdrawReport } from '@/lib/experiences/commands'
import type { Actor, Staff } from '@/lib/platform/actor'
import { deleteFile, openFile } from '@/lib/platform/files/storage'
import { deleteItem, restoreItem } from '@/lib/projects/items/deletion/commands'
import { makeProject, makeStaff, owner, type TestProject } from '@/lib/testing/builders'
import { publishWritten } from '@/lib/testing/writing'
import { copyProject } from '../commands'
import { copyInput } from '../input'
import { documentOrigin, offeredDocuments } from './queries'

const folder = mkdtempSync(path.join(os.tmpdir(), 'delt-copied-documents-'))
process.env.FILES_FOLDER = folder
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const contentOf = (text: string) => `%PDF-1.7\n${text}\n%%EOF\n`
const pdf = (text: string) => new File([contentOf(text)], 'krav.pdf')
const filesOf = ({ municipality }: Staff) => {
  try {
    return readdirSync(path.join(folder, 'documents', municipality.id)).length
  } catch {
    return 0
  }
}

interface Source {
  kari: Staff
  project: TestProject
  documentId: string
}

/** A project whose report is published with one document, for all municipalities unless the change says otherwise. */
async function shared(change: object = {}, document: object = {}): Promise<Source> {
  const kari = await makeStaff()
  const project = await makeProject(kari)
  const { documentId } = await uploadDocument(kari, {
    ...{ projectId: project.id, title: 'Krav til søknadsskjema', type: 'requirements', projectPhaseId: null },
    ...{ isArchivable: false, comment: '', file: pdf('Krav') },
  })
  await publishWith({ kari, project, documentId }, document, change)
  return { kari, project, documentId }
}

const publishWith = ({ kari, project, documentId }: Source, document: object = {}, change: object = {}) => {
  const taken = { take: 'on', number: '1', kind: 'requirements', licence: 'nlod_2', audience: 'same', ...document }
  return publishWritten(kari, project, { visibility: 'municipalities', documents: { [documentId]: taken }, ...change })
}

const ofSource = async ({ project }: Source, actor: Actor) => (await offeredDocuments(actor, project.id)).map(({ id }) => id)

const copy = (actor: Staff, { project }: Source, documents: string[], change: object = {}) =>
  copyProject(
    actor,
    copyInput.parse({ projectId: project.id, title: 'Vår egen', startOn: '2027-01-04', parts: [], documents, ...change }),
  )

async function documentsIn(actor: Staff, projectId: string) {
  return (await documentList(actor, projectId, { type: '', fase: '', side: 1 }))?.documents ?? []
}

async function textOf(actor: Staff, projectId: string, number = 1): Promise<string | null> {
  const [document] = await documentsIn(actor, projectId)
  const file = await documentFile(actor, { projectId, documentId: document?.id ?? '', number })
  return file && new Response(await openFile(file.key)).text()
}

describe('a document that follows a report', () => {
  test('becomes a document of the project that copies it, with bytes of its own and where it came from', async () => {
    const source = await shared()
    const lise = await makeStaff({ name: 'Lise Dal' })
    const { projectId } = await copy(lise, source, await ofSource(source, lise), { parts: ['milestones'] })
    const [document] = await documentsIn(lise, projectId)
    expect(document).toMatchObject({
      title: 'Krav til søknadsskjema',
      type: 'requirements',
      latest: { number: 1, by: 'Lise Dal' },
    })
    expect(await textOf(lise, projectId)).toBe(contentOf('Krav'))
    expect(filesOf(lise)).toBe(1)
    expect(await documentOrigin(lise, { projectId, documentId: document?.id ?? '' })).toEqual({
      title: 'Slik fikk vi barnehagesøknaden på nett',
      municipality: source.kari.municipality.name,
      ...{ reportSlug: expect.any(String), number: 1, licence: 'nlod_2', newest: null },
    })
    const [event] = await owner().auditEvent.findMany({ where: { action: 'project.copy', subjectId: projectId } })
    expect(event?.detail).toMatchObject({ documents: ['Krav til søknadsskjema'] })
  })

  test('stays with those who copied it when the report is taken back, and the source deletes its own', async () => {
    const source = await shared()
    const lise = await makeStaff()
    const { projectId } = await copy(lise, source, await ofSource(source, lise))
    await withdrawReport(source.kari, { projectId: source.project.id, reason: 'Feil fil.' })
    await deleteItem(source.kari, { projectId: source.project.id, kind: 'document', id: source.documentId, version: 1 })
    expect(await textOf(lise, projectId)).toBe(contentOf('Krav'))
  })

  test('is deleted and put back with what it says of its source', async () => {
    const source = await shared()
    const lise = await makeStaff()
    const { projectId } = await copy(lise, source, await ofSource(source, lise))
    const [document] = await documentsIn(lise, projectId)
    const at = { projectId, documentId: document?.id ?? '' }
    const before = await documentOrigin(lise, at)
    const { deletedId } = await deleteItem(lise, { projectId, kind: 'document', id: at.documentId, version: 1 })
    await restoreItem(lise, { projectId, deletedId })
    expect(await documentOrigin(lise, at)).toEqual(before)
  })

  test('comes again as the next version of what is there, when the source has a newer one', async () => {
    const source = await shared()
    const lise = await makeStaff()
    const ids = await ofSource(source, lise)
    const { projectId } = await copy(lise, source, ids)
    await uploadVersion(source.kari, {
      ...{ projectId: source.project.id, documentId: source.documentId, comment: '', file: pdf('Nye krav') },
    })
    await publishWith(source, { number: '2' })
    const [before] = await documentsIn(lise, projectId)
    expect(await documentOrigin(lise, { projectId, documentId: before?.id ?? '' })).toMatchObject({ number: 1, newest: 2 })
    await copy(lise, source, ids, { into: projectId, title: '', startOn: '' })
    const documents = await documentsIn(lise, projectId)
    expect(documents).toMatchObject([{ id: before?.id, latest: { number: 2 } }])
    expect([await textOf(lise, projectId, 1), await textOf(lise, projectId, 2)]).toEqual([
      contentOf('Krav'),
      contentOf('Nye krav'),
    ])
  })

  test('that is there already does not come again, and leaves no bytes behind', async () => {
    const source = await shared()
    const lise = await makeStaff()
    const ids = await ofSource(source, lise)
    const { projectId } = await copy(lise, source, ids)
    const again = { into: projectId, title: '', startOn: '' }
    await expect(copy(lise, source, ids, again)).rejects.toMatchObject({ fields: { 'documents[]': 'errors.allThere' } })
    expect([(await documentsIn(lise, projectId)).length, filesOf(lise)]).toEqual([1, 1])
    expect(await copy(lise, source, ids, { ...again, parts: ['milestones'] })).toMatchObject({ skipped: 1 })
  })

  test('whose bytes the source has lost is a document that is expected', async () => {
    const source = await shared()
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const file = await documentFile(source.kari, { projectId: source.project.id, documentId: source.documentId, number: 1 })
    await deleteFile(file?.key ?? '')
    const lise = await makeStaff()
    const { projectId } = await copy(lise, source, await ofSource(source, lise))
    expect(await documentsIn(lise, projectId)).toMatchObject([{ title: 'Krav til søknadsskjema', latest: null }])
  })
})

describe('nobody copies', () => {
  test('a document that is kept from them, that is taken back, or of another report, and nothing is left of the try', async () => {
    const [narrow, gone, other] = [await shared({}, { audience: 'municipality' }), await shared(), await shared()]
    const lise = await makeStaff()
    const [hidden, taken, elsewhere] = [
      await ofSource(narrow, narrow.kari),
      await ofSource(gone, lise),
      await ofSource(other, lise),
    ]
    expect(await ofSource(narrow, lise)).toEqual([])
    await publishWritten(gone.kari, gone.project, { visibility: 'municipalities', documents: {} })
    for (const [source, documents] of [
      [narrow, hidden],
      [gone, taken],
      [gone, elsewhere],
    ] as const)
      await expect(copy(lise, source, documents, { parts: ['milestones'] })).rejects.toMatchObject({ reason: 'not-found' })
    expect([filesOf(lise), await owner().project.count({ where: { municipalityId: lise.municipality.id } })]).toEqual([0, 0])
  })

  test('nothing at all', () => {
    const sent = { projectId: crypto.randomUUID(), title: 'Vår egen', startOn: '2027-01-04' }
    expect(copyInput.safeParse(sent).error?.issues).toMatchObject([{ path: ['parts'], message: 'errors.chooseOne' }])
  })
})
