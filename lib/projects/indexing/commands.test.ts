import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { changeMany } from '@/lib/portfolio/bulk/commands'
import { searchQuery } from '@/lib/search/input'
import { searchAll } from '@/lib/search/queries'
import { copyProject } from '@/lib/sharing/commands'
import { startProject } from '@/lib/templates/start/commands'
import { addItem, itemSent, makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { sampleLesson } from '@/lib/testing/sample'
import { reindexWhereOutdated } from '@/prisma/load/reindex'
import { saveItem } from '../items/commands'
import { deleteItem, restoreItem } from '../items/deletion/commands'

const title = ({ title: segments }: { title: { text: string }[] }) => segments.map(({ text }) => text).join('')

async function found(actor: Actor, q: string, more: Record<string, string> = { type: 'prosjekt' }): Promise<string[]> {
  const { hits, reading } = await searchAll(actor, searchQuery.parse({ q, ...more }))
  return reading === 'exact' ? hits.map(title) : []
}

describe('a project is found by what it holds', () => {
  test('as it stands now: what is added, renamed, taken away and put back', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari, { title: 'Havnevakt' })
    const at = { kind: 'deliverable' as const, projectId: project.id }
    const { id } = await addItem(kari, project, 'deliverable', { title: 'Tåkelurer på moloen' })
    expect(await found(kari, 'tåkelurer')).toEqual(['Havnevakt'])
    await saveItem(kari, itemSent(kari, project, { ...at, id, version: 1 }, { title: 'Sjømerker' }))
    expect([await found(kari, 'tåkelurer'), await found(kari, 'sjømerker')]).toEqual([[], ['Havnevakt']])
    const { deletedId } = await deleteItem(kari, { ...at, id, version: 2 })
    expect(await found(kari, 'sjømerker')).toEqual([])
    await restoreItem(kari, { projectId: project.id, deletedId })
    expect(await found(kari, 'sjømerker')).toEqual(['Havnevakt'])
  })

  test('benefits too, also those that go with the change they lie under', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari, { title: 'Havnevakt' })
    const change = await addItem(kari, project, 'change', { text: 'Ingen går vakt' })
    await addItem(kari, project, 'benefit', { title: 'Færre grunnstøtinger' }, change.id)
    expect(await found(kari, 'grunnstøtinger')).toEqual(['Havnevakt'])
    await deleteItem(kari, { kind: 'change', projectId: project.id, id: change.id, version: 1 })
    expect(await found(kari, 'grunnstøtinger')).toEqual([])
  })

  test('also what was copied home, or came with a template', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff({ roles: ['member', 'portfolio_manager'] })]
    const deliverables = [
      { title: 'Lydbøye', quality: '', acceptance: '', startOn: '2026-02-01', endOn: '2026-03-01', status: 'on_plan' as const },
    ]
    const source = await makeProject(kari, { deliverables })
    await makeReport(kari, source)
    await copyProject(ola, { projectId: source.id, title: 'Hos oss', startOn: '2027-01-01', parts: ['deliverables'] })
    expect(await found(ola, 'lydbøye')).toEqual(['Hos oss'])
    const template = await owner().projectTemplate.create({
      data: { municipalityId: ola.municipality.id, name: 'Mal', isActive: true },
    })
    const parts = {
      deliverables: [{ title: 'Radarstolpe', quality: '', acceptance: '', tolerance: '', startOffsetDays: 0, endOffsetDays: 10 }],
    }
    await owner().projectTemplateVersion.create({
      data: {
        ...{ municipalityId: ola.municipality.id, templateId: template.id, authorId: ola.personId, number: 1 },
        content: { phaseModel: 'prosjektveiviseren', parts },
      },
    })
    const begun = {
      title: 'Etter mal',
      themeCode: 'byggesak',
      startOn: '2027-01-01',
      from: 'template' as const,
      phaseModelId: null,
    }
    await startProject(ola, { ...begun, templateId: template.id })
    expect(await found(ola, 'radarstolpe')).toEqual(['Etter mal'])
  })
})

test('lessons are found under the theme their project has now', async () => {
  const tor = await makeStaff({ roles: ['member', 'portfolio_manager'] })
  const project = await makeProject(tor, { lessons: [{ ...sampleLesson, title: 'Tell måkene først' }] })
  const under = (tema: string) => found(tor, 'måkene', { type: 'erfaring', tema })
  expect([await under('barnehage'), await under('skole')]).toEqual([['Tell måkene først'], []])
  await changeMany(tor, { ids: [project.id], field: 'themeCode', value: 'skole' })
  expect([await under('barnehage'), await under('skole')]).toEqual([[], ['Tell måkene først']])
})

test('reading everything anew finds old documents by new words, is no news, and moves no dates', async () => {
  const kari = await makeStaff()
  const project = await makeProject(kari, { title: 'Nattseilas', visibility: 'open', lessons: [sampleLesson] })
  await makeReport(kari, project, { title: 'Nattseilas i skjærgården', visibility: 'open' })
  const mine = { municipalityId: kari.municipality.id, kind: { not: 'municipality' as const } }
  const fields = { id: true, kind: true, datedOn: true, sharedAt: true, sharedAs: true } as const
  const before = await owner().searchDocument.findMany({ where: mine, orderBy: { id: 'asc' }, select: fields })
  await owner()
    .$executeRaw`UPDATE search_document SET vector = '', words = '', body = '', names = '{}' WHERE municipality_id = ${mine.municipalityId}::uuid`
  expect(await found(kari, 'nattseilas', {})).toEqual([])
  const news = await owner().newsItem.count()
  await owner().$executeRawUnsafe("COMMENT ON TABLE search_document IS 'words of yesterday'")
  expect(await reindexWhereOutdated(owner())).toMatch(/^\d+ projects, \d+ lessons, \d+ reports and \d+ guides read anew$/)
  expect(await reindexWhereOutdated(owner())).toBeNull()
  expect((await found(kari, 'nattseilas', {})).sort()).toEqual(['Nattseilas', 'Nattseilas i skjærgården'])
  expect(await owner().searchDocument.findMany({ where: mine, orderBy: { id: 'asc' }, select: fields })).toEqual(before)
  expect(await owner().newsItem.count()).toBe(news)
})
