import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { GET } from '@/app/(open)/erfaringer/[slug]/dokumenter/[del]/route'
import { uploadDocument, uploadVersion } from '@/lib/documents/commands'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import { deleteItem } from '@/lib/projects/items/deletion/commands'
import { searchQuery } from '@/lib/search/input'
import { searchAll } from '@/lib/search/queries'
import { makeAdvisor, makeCollaboration, makeProject, makeStaff, owner, type TestProject } from '@/lib/testing/builders'
import { publicationCheck } from '../check/queries'
import { publishDraft, saveReport, withdrawReport } from '../commands'
import { reportEditor } from '../editing/queries'
import { draftForm } from '../input'
import { reportPage } from '../queries'
import { choosableDocuments } from './queries'
import { readMark } from './rules'

const folder = mkdtempSync(path.join(os.tmpdir(), 'delt-report-documents-'))
process.env.FILES_FOLDER = folder
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const asking = vi.hoisted(() => ({ who: { kind: 'visitor' } as Actor }))
vi.mock('@/lib/platform/auth/session', () => ({ actor: async () => asking.who }))
vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

const contentOf = (text: string) => `%PDF-1.7\n${text}\n%%EOF\n`
const pdf = (text: string, name = 'krav.pdf') => new File([contentOf(text)], name)

const written = {
  title: 'Slik fikk vi barnehagesøknaden på nett',
  summary: 'Ni av ti søker på nett.',
  outcome: 'in_operation',
  themeCode: 'barnehage',
  wouldChange: 'Søke om tilganger først.',
  firstSteps: 'Les vedtektene',
  role: 'Rådgiver',
  contact: 'postmottak@kommunen.no',
  visibility: 'municipalities',
}
const taken = (documentId: string, change: object = {}) => ({
  [documentId]: { take: 'on', number: '1', kind: 'requirements', licence: 'cc_by_4', audience: 'same', ...change },
})

interface Writing {
  kari: Staff
  project: TestProject
  documentId: string
}

async function writing({ collaboration }: { collaboration?: string } = {}, kari?: Staff): Promise<Writing> {
  const writer = kari ?? (await makeStaff())
  const project = await makeProject(writer, { collaboration })
  const { documentId } = await uploadDocument(writer, {
    ...{ projectId: project.id, title: 'Krav til søknadsskjema', type: 'requirements', projectPhaseId: null },
    ...{ isArchivable: false, comment: '', file: pdf('Krav') },
  })
  return { kari: writer, project, documentId }
}

async function save({ kari, project }: Writing, change: object) {
  const version = (await reportEditor(kari, project.id))?.saved?.version ?? 0
  return saveReport(kari, draftForm.parse({ ...written, projectId: project.id, version: String(version), ...change }))
}

/** Publishes the draft as it stands, with a yes to everything. */
async function publish({ kari, project }: Writing) {
  const check = await publicationCheck(kari, project.id)
  const [keep, read] = [check?.findings.map(({ key }) => key) ?? [], check?.unread.map(({ mark }) => mark) ?? []]
  return publishDraft(kari, { projectId: project.id, version: check?.saved.version ?? 0, keep, read, note: '' })
}

async function published(at: Writing, change: object = {}): Promise<string> {
  await save(at, { documents: taken(at.documentId), ...change })
  return (await publish(at)).slug
}

const documentsOf = async (actor: Actor, slug: string) => (await reportPage(actor, slug))?.documents ?? []

function fetched(actor: Actor, slug: string, del: string): Promise<Response> {
  asking.who = actor
  return GET(new Request('http://localhost/'), { params: Promise.resolve({ slug, del }) })
}

async function textOf(actor: Actor, slug: string, del: string): Promise<string | number> {
  const response = await fetched(actor, slug, del)
  return response.ok ? response.text() : response.status
}

const editor = ({ kari, project }: Writing) => reportEditor(kari, project.id)

describe('a document among the parts that can be found', () => {
  const parts = async (actor: Actor, q: string) =>
    (await searchAll(actor, searchQuery.parse({ q, type: 'del' }))).hits.map(({ part, href, title }) => [
      part,
      href,
      title.map(({ text }) => text).join(''),
    ])

  test('is found by its title and by what it is, by those who may fetch it, for as long as it follows', async () => {
    const at = await writing()
    const title = `Tildeling av barnehageplass ${at.project.id.slice(-6)}`
    await owner().document.update({ where: { id: at.documentId }, data: { title }, select: { id: true } })
    const slug = await published(at)
    const reader = await makeStaff()
    const hit = ['document.requirements', `/erfaringer/${slug}#parts-tittel`, title]
    expect(await parts(reader, title)).toContainEqual(hit)
    expect(await parts(reader, `kravspesifikasjon ${at.project.id.slice(-6)}`)).toContainEqual(hit)
    expect(await parts(visitor, title)).not.toContainEqual(hit)
    await save(at, { documents: taken(at.documentId, { audience: 'municipality' }) })
    await publish(at)
    expect(await parts(reader, title)).not.toContainEqual(hit)
    await save(at, { documents: taken(at.documentId) })
    await publish(at)
    expect(await parts(reader, title)).toContainEqual(hit)
    await withdrawReport(at.kari, { projectId: at.project.id, reason: 'Feil fil.' })
    expect(await parts(reader, title)).not.toContainEqual(hit)
    await publish(at)
    await save(at, { documents: {} })
    await publish(at)
    expect(await parts(reader, title)).not.toContainEqual(hit)
  })

  test('is not found where the parts are for fewer than the report', async () => {
    const at = await writing()
    const title = `Rutine ${at.project.id.slice(-8)}`
    await owner().document.update({ where: { id: at.documentId }, data: { title }, select: { id: true } })
    await published(at, { audiences: { parts: 'municipality' } })
    for (const actor of [at.kari, await makeStaff()]) expect(await parts(actor, title)).toEqual([])
  })
})

describe('a document that follows a report', () => {
  test('is chosen in a draft, and read by nobody else until it is published', async () => {
    const at = await writing()
    await save(at, { documents: taken(at.documentId, { licence: 'internal', audience: 'municipality' }) })
    expect((await editor(at))?.report.documents).toEqual([
      { documentId: at.documentId, number: 1, kind: 'requirements', licence: 'internal', visibility: 'municipality' },
    ])
    const others = await Promise.all([makeStaff(), makeAdvisor(), visitor])
    const slug = (await owner().experienceReport.findFirstOrThrow({ where: { projectId: at.project.id } })).slug
    for (const other of others) expect(await documentsOf(other, slug)).toEqual([])
  })

  test('is published once somebody says that they have read it through', async () => {
    const at = await writing()
    await save(at, { documents: taken(at.documentId) })
    const mark = readMark({ documentId: at.documentId, number: 1 })
    expect((await publicationCheck(at.kari, at.project.id))?.unread).toMatchObject([
      { mark, title: 'Krav til søknadsskjema', readers: 'municipalities' },
    ])
    const findings = (await publicationCheck(at.kari, at.project.id))?.findings ?? []
    const confirmed = { projectId: at.project.id, version: 1, keep: findings.map(({ key }) => key), note: '' }
    await expect(publishDraft(at.kari, { ...confirmed, read: ['another.1'] })).rejects.toMatchObject({
      fields: { read: 'errors.documentUnread' },
    })
    const { slug } = await publishDraft(at.kari, { ...confirmed, read: [mark] })
    const reader = await makeStaff()
    const [document] = await documentsOf(reader, slug)
    expect(document).toMatchObject({ title: 'Krav til søknadsskjema', kind: 'requirements', licence: 'cc_by_4', number: 1 })
    const response = await fetched(reader, slug, document?.id ?? '')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="krav.pdf"/)
    expect(await response.text()).toBe(contentOf('Krav'))
  })

  test('with a number that may be somebody’s in its name is asked about', async () => {
    const at = await writing()
    await uploadDocument(at.kari, {
      ...{ projectId: at.project.id, title: 'Vedtak for 31129956715', type: 'other', projectPhaseId: null },
      ...{ isArchivable: false, comment: '', file: pdf('Vedtak', 'vedtak.pdf') },
    })
    const [newest] = await choosableDocuments(at.kari, at.project.id, [])
    await save(at, { documents: taken(newest?.id ?? '') })
    expect((await publicationCheck(at.kari, at.project.id))?.findings).toContainEqual(
      expect.objectContaining({ kind: 'identity' }),
    )
  })

  test('stays as it was published when the project gets a newer version, and is not read through twice', async () => {
    const at = await writing()
    const slug = await published(at)
    const reader = await makeStaff()
    const [before] = await documentsOf(reader, slug)
    await uploadVersion(at.kari, {
      ...{ projectId: at.project.id, documentId: at.documentId },
      ...{ comment: '', file: pdf('Nye krav', 'krav-2.pdf') },
    })
    expect(await textOf(reader, slug, before?.id ?? '')).toBe(contentOf('Krav'))
    await save(at, { summary: 'Nytt.', documents: taken(at.documentId) })
    expect((await publicationCheck(at.kari, at.project.id))?.unread).toEqual([])
    await publish(at)
    await save(at, { documents: taken(at.documentId, { number: '2' }) })
    expect(await textOf(reader, slug, before?.id ?? '')).toBe(contentOf('Krav'))
    expect((await publicationCheck(at.kari, at.project.id))?.unread).toMatchObject([{ number: 2 }])
    await publish(at)
    const [after] = await documentsOf(reader, slug)
    expect(after).toMatchObject({ id: before?.id, number: 2, fileName: 'krav-2.pdf' })
    expect(await textOf(reader, slug, before?.id ?? '')).toBe(contentOf('Nye krav'))
  })

  test('is read through again before more may read it', async () => {
    const at = await writing()
    await published(at)
    await save(at, { visibility: 'open', documents: taken(at.documentId) })
    expect((await publicationCheck(at.kari, at.project.id))?.unread).toMatchObject([{ readers: 'open' }])
  })

  test('is gone for others when it no longer follows, and when the report is taken back', async () => {
    const at = await writing()
    const slug = await published(at)
    const reader = await makeStaff()
    const id = (await documentsOf(reader, slug))[0]?.id ?? ''
    await save(at, { documents: {} })
    await publish(at)
    expect([await documentsOf(reader, slug), await textOf(reader, slug, id)]).toEqual([[], 404])
    await save(at, { documents: taken(at.documentId) })
    await publish(at)
    const again = (await documentsOf(reader, slug))[0]?.id ?? ''
    await withdrawReport(at.kari, { projectId: at.project.id, reason: 'Feil fil.' })
    expect([await textOf(reader, slug, again), await textOf(at.kari, slug, again)]).toEqual([404, contentOf('Krav')])
  })

  test('is fetched under the address of its own report alone', async () => {
    const [at, other] = [await writing(), await writing()]
    const [slug, elsewhere] = [await published(at), await published(other)]
    const reader = await makeStaff()
    const id = (await documentsOf(reader, slug))[0]?.id ?? ''
    expect(await textOf(reader, elsewhere, id)).toBe(404)
    expect(await textOf(reader, slug, 'x')).toBe(404)
  })
})

describe('a document that the project deletes', () => {
  const remove = ({ kari, project, documentId }: Writing) =>
    deleteItem(kari, { projectId: project.id, kind: 'document', id: documentId, version: 1 })

  test('goes on following a published report, also after its thirty days, and may be kept in the next version', async () => {
    const at = await writing()
    const slug = await published(at)
    const reader = await makeStaff()
    await remove(at)
    await owner().deletedItem.updateMany({ where: { projectId: at.project.id }, data: { deletedAt: new Date('2020-01-01') } })
    // What is older than thirty days goes for good when something else is deleted.
    const other = await uploadDocument(at.kari, {
      ...{ projectId: at.project.id, title: 'Referat', type: 'minutes', projectPhaseId: null },
      ...{ isArchivable: false, comment: '', file: pdf('Referat') },
    })
    await remove({ ...at, documentId: other.documentId })
    expect(await owner().deletedItem.count({ where: { subjectId: at.documentId } })).toBe(0)
    const [document] = await documentsOf(reader, slug)
    expect(await textOf(reader, slug, document?.id ?? '')).toBe(contentOf('Krav'))
    expect(await choosableDocuments(at.kari, at.project.id, (await editor(at))?.report.documents ?? [])).toMatchObject([
      { id: at.documentId, title: 'Krav til søknadsskjema', isDeleted: true },
    ])
    await save(at, { documents: taken(at.documentId) })
    await publish(at)
    expect(await documentsOf(reader, slug)).toMatchObject([{ id: document?.id, number: 1 }])
  })

  test('before the report is published with it is not published', async () => {
    const at = await writing()
    await published(at, { documents: {} })
    await save(at, { documents: taken(at.documentId) })
    await remove(at)
    expect(await publicationCheck(at.kari, at.project.id)).toMatchObject({ unread: [], goneDocuments: 1 })
    await expect(publish(at)).rejects.toMatchObject({ fields: { read: 'errors.documentGone' } })
  })
})

describe('who may fetch it', () => {
  const rows = [
    { report: 'open', parts: 'same', document: 'same', sees: { visitor: true, advisor: true, stranger: true, partner: true } },
    {
      ...{ report: 'open', parts: 'same', document: 'municipalities' },
      sees: { visitor: false, advisor: true, stranger: true, partner: true },
    },
    {
      ...{ report: 'open', parts: 'collaboration', document: 'same' },
      sees: { visitor: false, advisor: false, stranger: false, partner: true },
    },
    {
      ...{ report: 'open', parts: 'municipality', document: 'open' },
      sees: { visitor: false, advisor: false, stranger: false, partner: false },
    },
    {
      ...{ report: 'municipalities', parts: 'same', document: 'open' },
      sees: { visitor: false, advisor: true, stranger: true, partner: true },
    },
    {
      ...{ report: 'municipalities', parts: 'same', document: 'collaboration' },
      sees: { visitor: false, advisor: false, stranger: false, partner: true },
    },
    {
      ...{ report: 'collaboration', parts: 'same', document: 'same' },
      sees: { visitor: false, advisor: false, stranger: false, partner: true },
    },
    {
      ...{ report: 'municipality', parts: 'same', document: 'open' },
      sees: { visitor: false, advisor: false, stranger: false, partner: false },
    },
  ] as const

  test.each(rows)('report $report, parts $parts, document $document', async ({ report, parts, document, sees }) => {
    const [kari, partner] = [await makeStaff(), await makeStaff()]
    const { slug: collaboration } = await makeCollaboration([kari.municipality, partner.municipality])
    const at = await writing({ collaboration }, kari)
    const slug = await published(at, {
      visibility: report,
      audiences: { parts },
      documents: taken(at.documentId, { audience: document }),
    })
    const id = (await documentsOf(kari, slug))[0]?.id ?? ''
    expect(await textOf(kari, slug, id)).toBe(contentOf('Krav'))
    const readers = { visitor, advisor: await makeAdvisor(), stranger: await makeStaff(), partner }
    for (const [who, reader] of Object.entries(readers)) {
      const isSeen = sees[who as keyof typeof sees]
      expect((await documentsOf(reader, slug)).length, who).toBe(isSeen ? 1 : 0)
      expect(await textOf(reader, slug, id), who).toBe(isSeen ? contentOf('Krav') : 404)
    }
  })
})
