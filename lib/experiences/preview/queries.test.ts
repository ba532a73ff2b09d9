import { describe, expect, test } from 'vitest'
import { readableSections } from '@/components/experience/report-sections'
import type { Visibility } from '@/generated/prisma/enums'
import { type Actor, visitor } from '@/lib/platform/actor'
import { addItem, makeCollaboration, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { publishWritten, writeReport } from '@/lib/testing/writing'
import { reportPage } from '../queries'
import { reportPreview } from './queries'

async function writing() {
  const [kari, partner] = [await makeStaff(), await makeStaff()]
  const { slug } = await makeCollaboration([kari.municipality, partner.municipality])
  const project = await makeProject(kari, { collaboration: slug })
  const readers: Record<Visibility, Actor> = {
    ...{ municipality: kari, collaboration: partner, municipalities: await makeStaff(), open: visitor },
  }
  return { kari, project, readers }
}

const unfinished = { category: 'quality', title: 'Tryggere', unit: 'count', valueBefore: '', valueAfter: '' }

describe('the preview', () => {
  test.each([
    ['open', { cost: 'municipality', lessons: 'municipalities', parts: 'collaboration' }],
    ['municipalities', { solution: 'collaboration', advice: 'municipality', cost: 'open' }],
    ['collaboration', { effect: 'municipality', people: 'municipality' }],
    ['municipality', {}],
  ] as const)('of a report for %s shows each reader what the published report shows', async (visibility, audiences) => {
    const { kari, project, readers } = await writing()
    const change = { visibility, audiences, effects: [unfinished], costComment: 'Dyrere enn planlagt.' }
    await writeReport(kari, project, change)
    const previews = new Map<string, Awaited<ReturnType<typeof reportPreview>>>()
    for (const reader of Object.keys(readers)) previews.set(reader, await reportPreview(kari, project.id, reader as Visibility))
    const { slug } = await publishWritten(kari, project, change)
    for (const [reader, actor] of Object.entries(readers)) {
      const [view, page] = [previews.get(reader)?.view ?? null, await reportPage(actor, slug)]
      expect(view && readableSections(view), reader).toEqual(page && readableSections(page))
      for (const part of ['sections', 'costs', 'totals', 'effects', 'prerequisites', 'parts', 'outcome'] as const)
        expect(view?.[part], `${reader} ${part}`).toEqual(page?.[part])
      for (const kind of page ? readableSections(page) : [])
        expect(view?.narrower[kind], `${reader} ${kind}`).toBe(page?.narrower[kind])
    }
  })

  test('shows a document to those whom it lets in', async () => {
    const { kari, project } = await writing()
    const { id: documentId } = await addItem(kari, project, 'document', { title: 'Krav' })
    await owner().documentVersion.create({
      data: {
        ...{ municipalityId: kari.municipality.id, documentId, number: 1, uploadedBy: kari.personId },
        ...{ fileName: 'krav.pdf', contentType: 'application/pdf', sizeBytes: 1200, sha256: Buffer.alloc(32, 7) },
      },
    })
    const documents = {
      [documentId]: { take: 'on', number: '1', kind: 'requirements', licence: 'cc0', audience: 'municipalities' },
    }
    await writeReport(kari, project, { visibility: 'open', documents })
    const shown = async (reader: Visibility) => (await reportPreview(kari, project.id, reader))?.view?.documents
    expect(await shown('municipalities')).toMatchObject([{ title: 'Krav', licence: 'cc0', fileName: 'krav.pdf' }])
    expect(await shown('open')).toEqual([])
  })

  test('leaves out lines that are not finished, and shows what the project drafts before anything is written', async () => {
    const { kari, project } = await writing()
    expect((await reportPreview(kari, project.id, null))?.view?.costs).toMatchObject([{ actual: 410_000 }])
    await writeReport(kari, project, {
      costs: [{ kind: 'purchase', year: 'i fjor', planned: 'mye', actual: '', quality: 'measured' }],
    })
    const preview = await reportPreview(kari, project.id, null)
    expect(preview?.view?.costs).toEqual([])
    expect(preview?.shownTo).toBe(preview?.visibility)
  })

  test('is for those who write the report alone', async () => {
    const { kari, project, readers } = await writing()
    await writeReport(kari, project)
    const colleague = await makeStaff({ municipality: kari.municipality })
    for (const other of [readers.collaboration, readers.municipalities, visitor, colleague])
      expect(await reportPreview(other, project.id, 'open')).toBeNull()
  })
})
