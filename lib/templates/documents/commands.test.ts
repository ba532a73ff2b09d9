import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { uploadDocument } from '@/lib/documents/commands'
import { documentListQuery } from '@/lib/documents/input'
import { documentFile, documentList } from '@/lib/documents/queries'
import { visitor } from '@/lib/platform/actor'
import { openFile } from '@/lib/platform/files/storage'
import { newId } from '@/lib/platform/ids'
import { deleteItem } from '@/lib/projects/items/deletion/commands'
import { makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { changeTemplate, createTemplate } from '../commands'
import { templateDocumentInput } from '../input'
import { templatePage } from '../queries'
import { startProject } from '../start/commands'
import { takeParts } from '../take/commands'
import { addTemplateDocument, removeTemplateDocument } from './commands'

const folder = mkdtempSync(path.join(os.tmpdir(), 'delt-template-files-'))
process.env.FILES_FOLDER = folder
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pdf = (text: string) => new File([`%PDF-1.7\n${text}\n%%EOF\n`], 'mandat.pdf', { type: 'application/pdf' })
const stored = () => readdirSync(folder, { recursive: true }).filter((name) => statSync(path.join(folder, String(name))).isFile())

async function home() {
  const kari = await makeStaff()
  const tor = await makeStaff({ name: 'Tor Ugland', municipality: kari.municipality, roles: ['member', 'portfolio_manager'] })
  const project = await makeProject(kari)
  const { documentId } = await uploadDocument(kari, {
    projectId: project.id,
    title: 'Mandat',
    type: 'mandate',
    projectPhaseId: project.phases[0]?.id ?? null,
    isArchivable: true,
    comment: '',
    file: pdf('Mandatet'),
  })
  await owner().document.create({
    data: { municipalityId: kari.municipality.id, projectId: project.id, title: 'Kravspesifikasjon', type: 'requirements' },
  })
  const { templateId } = await createTemplate(tor, {
    project: project.title,
    name: 'Med dokumenter',
    description: '',
    parts: ['documents'],
  })
  return { kari, tor, project, documentId, templateId }
}

const start = (actor: Awaited<ReturnType<typeof makeStaff>>, templateId: string) =>
  startProject(actor, {
    title: 'Neste prosjekt',
    themeCode: 'byggesak',
    startOn: '2027-02-01',
    from: 'template',
    phaseModelId: null,
    templateId,
  })
const documentsOf = async (actor: Awaited<ReturnType<typeof makeStaff>>, projectId: string) =>
  (await documentList(actor, projectId, documentListQuery.parse({})))?.documents ?? []

async function textOf(actor: Awaited<ReturnType<typeof makeStaff>>, projectId: string, documentId: string) {
  const file = await documentFile(actor, { projectId, documentId, number: 1 })
  return new Response(await openFile(file?.key ?? '')).text()
}

describe('the documents of a template', () => {
  test('come with the project that starts from it, with their files, whatever becomes of the original', async () => {
    const { kari, project, documentId, templateId } = await home()
    const { projectId } = await start(kari, templateId)
    const [requirements, mandate] = await documentsOf(kari, projectId)
    expect(requirements).toMatchObject({ title: 'Kravspesifikasjon', type: 'requirements', latest: null })
    expect(mandate).toMatchObject({ title: 'Mandat', isArchivable: true, latest: { number: 1, fileName: 'mandat.pdf' } })
    expect(mandate?.projectPhaseId).not.toBeNull()
    // The original is deleted, and so long ago that the next deletion forgets it for good: it takes its own bytes alone.
    const remove = (from: string, id: string) => deleteItem(kari, { projectId: from, kind: 'document', id, version: 1 })
    await remove(project.id, documentId)
    await remove(projectId, mandate?.id ?? '')
    await owner().deletedItem.updateMany({
      where: { municipalityId: kari.municipality.id },
      data: { deletedAt: new Date('2020-01-01') },
    })
    await remove(projectId, requirements?.id ?? '')
    const next = await start(kari, templateId)
    const [, again] = await documentsOf(kari, next.projectId)
    expect(await textOf(kari, next.projectId, again?.id ?? '')).toContain('Mandatet')
  })

  test('are taken later, but not what is there', async () => {
    const { kari, templateId, project } = await home()
    const take = { templateId, number: 1, parts: ['documents' as const] }
    expect(await takeParts(kari, { ...take, projectId: project.id })).toEqual({ added: {}, leftOut: { documents: 2 } })
    const other = await makeProject(kari, { title: 'Et annet' })
    expect(await takeParts(kari, { ...take, projectId: other.id })).toEqual({ added: { documents: 2 }, leftOut: {} })
    const [, mandate] = await documentsOf(kari, other.id)
    expect(await textOf(kari, other.id, mandate?.id ?? '')).toContain('Mandatet')
  })

  test('are added with and without a file, and taken out, each time as a new version', async () => {
    const { kari, tor, templateId } = await home()
    const plan = { templateId, title: 'Gevinstplan', type: 'benefit_plan' as const, phase: 'concept', isArchivable: false }
    await addTemplateDocument(tor, { ...plan, file: pdf('Planen') })
    await addTemplateDocument(tor, { ...plan, title: 'Kontrakt', type: 'contract' })
    const page = await templatePage(kari, { id: templateId, number: null })
    expect(page?.shown).toMatchObject({ number: 3 })
    expect(page?.shown?.documents.map(({ title, fileName }) => [title, fileName])).toEqual([
      ['Mandat', 'mandat.pdf'],
      ['Kravspesifikasjon', null],
      ['Gevinstplan', 'mandat.pdf'],
      ['Kontrakt', null],
    ])
    await expect(removeTemplateDocument(tor, { templateId, number: 2, place: 0 })).rejects.toMatchObject({ reason: 'conflict' })
    await removeTemplateDocument(tor, { templateId, number: 3, place: 0 })
    const { projectId } = await start(kari, templateId)
    expect((await documentsOf(kari, projectId)).map(({ title }) => title)).toEqual([
      'Kontrakt',
      'Gevinstplan',
      'Kravspesifikasjon',
    ])
  })

  test('are refused twice over, and no bytes stay of what is refused', async () => {
    const { kari, tor, templateId } = await home()
    const before = stored().length
    const mandate = { templateId, title: 'mandat', type: 'mandate' as const, phase: '', isArchivable: false, file: pdf('Nytt') }
    await expect(addTemplateDocument(tor, mandate)).rejects.toMatchObject({ fields: { title: 'errors.nameTaken' } })
    await expect(
      addTemplateDocument(tor, { ...mandate, title: 'Program', file: new File(['MZ'], 'program.exe') }),
    ).rejects.toMatchObject({ fields: { file: 'errors.fileMismatch' } })
    await expect(addTemplateDocument(kari, { ...mandate, title: 'Min' })).rejects.toMatchObject({ reason: 'forbidden' })
    const other = await makeStaff({ roles: ['member', 'portfolio_manager'] })
    for (const actor of [other, visitor]) {
      await expect(addTemplateDocument(actor, { ...mandate, title: 'Vår' })).rejects.toMatchObject({ reason: 'not-found' })
      await expect(removeTemplateDocument(actor, { templateId, number: 1, place: 0 })).rejects.toMatchObject({
        reason: 'not-found',
      })
    }
    expect(stored().length).toBe(before)
    expect((await templatePage(tor, { id: templateId, number: null }))?.versions).toHaveLength(1)
  })
})

test('a document without a file is sent with the field empty', () => {
  const sent = { templateId: newId(), title: 'Plan', type: 'other', file: '' }
  expect(templateDocumentInput.parse(sent).file).toBeUndefined()
  expect(templateDocumentInput.parse({ ...sent, file: pdf('Planen') }).file).toBeInstanceOf(File)
})

describe('the name of a template', () => {
  test('is changed, unless it is taken or somebody was first', async () => {
    const { kari, tor, templateId } = await home()
    const change = { templateId, version: 1, name: 'Nytt navn', description: 'Ny tekst' }
    await expect(changeTemplate(kari, change)).rejects.toMatchObject({ reason: 'forbidden' })
    const other = await makeStaff({ roles: ['member', 'portfolio_manager'] })
    await expect(changeTemplate(other, change)).rejects.toMatchObject({ reason: 'not-found' })
    await changeTemplate(tor, change)
    expect(await templatePage(kari, { id: templateId, number: null })).toMatchObject({
      name: 'Nytt navn',
      description: 'Ny tekst',
    })
    await expect(changeTemplate(tor, { ...change, name: 'Et annet' })).rejects.toMatchObject({
      reason: 'conflict',
      meanwhile: { version: 2, values: { name: 'Nytt navn', description: 'Ny tekst' } },
    })
    await owner().projectTemplate.create({ data: { municipalityId: kari.municipality.id, name: 'Opptatt' } })
    await expect(changeTemplate(tor, { ...change, version: 2, name: 'Opptatt' })).rejects.toMatchObject({
      fields: { name: 'errors.nameTaken' },
    })
  })
})
