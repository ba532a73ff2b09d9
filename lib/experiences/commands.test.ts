import { describe, expect, test } from 'vitest'
import { type Staff, visitor } from '@/lib/platform/actor'
import { addDays, today } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { searchQuery } from '@/lib/search/input'
import { searchAll } from '@/lib/search/queries'
import { copyProject } from '@/lib/sharing/commands'
import { copyOffer } from '@/lib/sharing/queries'
import {
  makeAdvisor,
  makeCollaboration,
  makeMunicipality,
  makeProject,
  makeStaff,
  owner,
  type TestProject,
} from '@/lib/testing/builders'
import { publishReport, saveReport, withdrawReport } from './commands'
import { draftInput, publishInput } from './input'
import { reportPage } from './queries'

const typed = {
  title: 'Slik fikk vi barnehagesøknaden på nett',
  summary: 'Ni av ti søker på nett.',
  outcome: 'in_operation',
  themeCode: 'barnehage',
  technologies: 'ID-porten\nKS FIKS',
  need: 'Papirsøknader tok tid.',
  costs: [{ kind: 'purchase', year: '2026', planned: '400 000', actual: '380 000', quality: 'measured' }],
  effects: [{ category: 'time_saved', title: 'Timer', unit: 'hours', valueBefore: '400', valueAfter: '160' }],
  prerequisites: 'Avtale om ID-porten',
  wouldChange: 'Søke om tilganger først.',
  firstSteps: 'Les vedtektene',
  role: 'Rådgiver',
  contact: 'postmottak@kommunen.no',
  parts: ['milestones', 'uncertainties'],
}
const draft = (project: { id: string }, version: number, change: object = {}) => ({
  ...draftInput.parse({ ...typed, version, ...change }),
  projectId: project.id,
})
const finished = (project: { id: string }, version: number, change: object = {}) => ({
  ...publishInput.parse({ ...typed, version, visibility: 'municipalities', ...change }),
  projectId: project.id,
})
const conflict = { reason: 'conflict' }
const forbidden = { reason: 'forbidden' }
const notFound = { reason: 'not-found' }

async function writer(change: Parameters<typeof makeProject>[1] = {}): Promise<{ kari: Staff; project: TestProject }> {
  const kari = await makeStaff()
  return { kari, project: await makeProject(kari, change) }
}

const stored = (projectId: string) =>
  owner().experienceReport.findFirst({
    where: { projectId },
    include: {
      sections: { orderBy: { kind: 'asc' } },
      costLines: true,
      effects: true,
      prerequisites: true,
      parts: { orderBy: { kind: 'asc' } },
    },
  })
const actions = async (actor: Staff) =>
  (await read(actor, (tx) => tx.auditEvent.findMany({ orderBy: { at: 'asc' } }))).map((event) => event.action)
const findable = async (actor: Parameters<typeof searchAll>[0], title: string) =>
  (await searchAll(actor, searchQuery.parse({ q: title, type: 'rapport' }))).hits.length > 0

describe('a draft', () => {
  test('is kept, and read by nobody else', async () => {
    const { kari, project } = await writer({ visibility: 'open' })
    await saveReport(kari, draft(project, 0))
    const report = await stored(project.id)
    expect(report).toMatchObject({
      status: 'draft',
      version: 1,
      publishedAt: null,
      title: typed.title,
    })
    expect(report?.sections).toHaveLength(9)
    expect(report?.costLines.map((line) => [Number(line.planned), Number(line.actual)])).toEqual([[400_000, 380_000]])
    expect(report?.parts).toEqual([])
    for (const actor of [visitor, await makeStaff(), await makeAdvisor()]) {
      expect(await reportPage(actor, report?.slug ?? '')).toBeNull()
      expect(await findable(actor, typed.title)).toBe(false)
    }
    expect((await reportPage(kari, report?.slug ?? ''))?.status).toBe('draft')
  })

  test('is saved over and over, each time whole', async () => {
    const { kari, project } = await writer()
    await saveReport(kari, draft(project, 0))
    await saveReport(kari, draft(project, 1, { title: 'Ny tittel', costs: [], prerequisites: 'En\nTo' }))
    const report = await stored(project.id)
    expect(report).toMatchObject({ version: 2, title: 'Ny tittel', costLines: [] })
    expect(report?.prerequisites.map((row) => row.text).sort()).toEqual(['En', 'To'])
    expect(await owner().experienceReport.count({ where: { projectId: project.id } })).toBe(1)
    expect(await actions(kari)).toEqual(['report.save', 'report.save'])
  })

  test('saved by somebody else meanwhile is not overwritten', async () => {
    const { kari, project } = await writer()
    await saveReport(kari, draft(project, 0))
    await saveReport(kari, draft(project, 1, { title: 'Min', need: 'Mitt behov' }))
    const before = await stored(project.id)
    const late = { title: 'Din', need: 'Ditt behov', costs: [], effects: [], prerequisites: '' }
    await expect(saveReport(kari, draft(project, 1, late))).rejects.toMatchObject(conflict)
    await expect(saveReport(kari, draft(project, 0, late))).rejects.toMatchObject(conflict)
    await expect(publishReport(kari, finished(project, 1, late))).rejects.toMatchObject(conflict)
    expect(await stored(project.id)).toEqual(before)
    expect(await actions(kari)).toEqual(['report.save', 'report.save'])
  })

  test('of two who save at once one is told, also the first time', async () => {
    const { kari, project } = await writer()
    for (const version of [0, 1]) {
      const outcomes = await Promise.allSettled(
        ['Kari', 'Ola', 'Per', 'Åse'].map((title) => saveReport(kari, draft(project, version, { title }))),
      )
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected').map((outcome) => outcome.reason)
      expect(lost).toHaveLength(3)
      for (const reason of lost) expect(reason).toMatchObject(conflict)
      expect((await stored(project.id))?.version).toBe(version + 1)
    }
  })
})

describe('publishing', () => {
  test('lets the chosen audience in, offers the chosen parts, and can be searched for', async () => {
    const { kari, project } = await writer()
    const title = 'Flytende bibliotek på fjorden'
    await saveReport(kari, draft(project, 0))
    const { slug } = await publishReport(kari, finished(project, 1, { title }))
    const report = await stored(project.id)
    expect(report).toMatchObject({ status: 'published', version: 2, visibility: 'municipalities', title })
    expect(report?.parts.map((part) => [part.kind, part.version])).toEqual([
      ['uncertainties', 1],
      ['milestones', 1],
    ])
    const reader = await makeStaff()
    const page = await reportPage(reader, slug)
    expect(page).toMatchObject({ title, project: null, may: { copy: true }, isOwn: false })
    expect(page?.parts.map((part) => part.kind)).toEqual(['uncertainties', 'milestones'])
    expect(await reportPage(visitor, slug)).toBeNull()
    expect([await findable(reader, title), await findable(visitor, title)]).toEqual([true, false])
    expect(await actions(kari)).toEqual(['report.save', 'report.publish'])
  })

  test('again renews what is read: a changed part has a new version in its old row, one no longer offered is empty', async () => {
    const { kari, project } = await writer()
    await publishReport(kari, finished(project, 0))
    const before = await stored(project.id)
    const milestone = await owner().milestone.findFirstOrThrow({ where: { projectId: project.id }, select: { id: true } })
    await owner().milestone.update({ where: { id: milestone.id }, data: { title: 'Ny milepæl' } })
    const { slug } = await publishReport(kari, finished(project, 1, { title: 'Revidert', parts: ['milestones'] }))
    const after = await stored(project.id)
    expect(after).toMatchObject({ title: 'Revidert', version: 2, slug: before?.slug })
    expect(after?.parts.map(({ id, kind, version }) => [id, kind, version])).toEqual(
      before?.parts.map(({ id, kind }) => [id, kind, 2]),
    )
    const page = await reportPage(await makeStaff(), slug)
    expect(page?.parts.map((part) => part.kind)).toEqual(['milestones'])
    expect(page?.parts[0]?.items).toContain('Ny milepæl')
  })

  test('again without changing the parts leaves their version', async () => {
    const { kari, project } = await writer()
    await publishReport(kari, finished(project, 0))
    await publishReport(kari, finished(project, 1))
    expect((await stored(project.id))?.parts.map((part) => part.version)).toEqual([1, 1])
  })

  test('an identity number is refused, wherever it stands', async () => {
    const { kari, project } = await writer()
    const fields = { summary: 'Ringte 01010750160 i går', need: 'Hun (010107 50160) søkte' }
    for (const [field, text] of Object.entries(fields)) {
      const refusal = { reason: 'conflict', fields: { [field]: 'errors.identityNumber' } }
      await expect(publishReport(kari, finished(project, 0, { [field]: text }))).rejects.toMatchObject(refusal)
    }
    expect(await stored(project.id)).toBeNull()
  })

  test('by somebody without rights in the project is refused, and leaves nothing', async () => {
    const { kari, project } = await writer({ visibility: 'open' })
    const colleague = await makeStaff({ municipality: kari.municipality })
    await expect(saveReport(colleague, draft(project, 0))).rejects.toMatchObject(forbidden)
    await expect(publishReport(colleague, finished(project, 0))).rejects.toMatchObject(forbidden)
    for (const stranger of [await makeStaff({ roles: ['member', 'portfolio_manager'] }), visitor, await makeAdvisor()]) {
      await expect(saveReport(stranger, draft(project, 0))).rejects.toMatchObject(notFound)
      await expect(publishReport(stranger, finished(project, 0))).rejects.toMatchObject(notFound)
      await expect(withdrawReport(stranger, { projectId: project.id })).rejects.toMatchObject(notFound)
    }
    await expect(publishReport(kari, finished({ id: newId() }, 0))).rejects.toMatchObject(notFound)
    expect(await stored(project.id)).toBeNull()
  })

  test('is also for the portfolio manager of the municipality', async () => {
    const { kari, project } = await writer()
    const manager = await makeStaff({ municipality: kari.municipality, roles: ['member', 'portfolio_manager'] })
    await publishReport(manager, finished(project, 0))
    expect((await stored(project.id))?.status).toBe('published')
  })

  test('to a collaboration needs a project run by one, and stays within it', async () => {
    const { kari, project } = await writer()
    await expect(publishReport(kari, finished(project, 0, { visibility: 'collaboration' }))).rejects.toMatchObject(conflict)
    expect(await stored(project.id)).toBeNull()
    const partner = await makeStaff()
    const { slug: collaboration } = await makeCollaboration([kari.municipality, partner.municipality])
    const shared = await makeProject(kari, { collaboration })
    const { slug } = await publishReport(kari, finished(shared, 0, { visibility: 'collaboration' }))
    expect(await reportPage(partner, slug)).not.toBeNull()
    expect(await reportPage(await makeStaff(), slug)).toBeNull()
  })

  test('a section with an audience of its own is neither read nor found by others', async () => {
    const { kari, project } = await writer()
    const change = {
      audiences: { cost: 'municipality', background: 'municipality' },
      need: 'Pergamentrullene brant',
      visibility: 'open',
    }
    const { slug } = await publishReport(kari, finished(project, 0, change))
    for (const actor of [visitor, await makeStaff()]) {
      const page = await reportPage(actor, slug)
      expect([page?.sections.cost, page?.sections.background, page?.costs]).toEqual([undefined, undefined, []])
      expect(page?.effects).toHaveLength(1)
      expect(await findable(actor, 'Pergamentrullene')).toBe(false)
    }
    expect((await reportPage(kari, slug))?.costs).toHaveLength(1)
  })

  test('two reports of one name get an address each, also at once', async () => {
    const municipality = await makeMunicipality()
    const made = await Promise.all(
      [1, 2, 3].map(async () => {
        const kari = await makeStaff({ municipality })
        return { kari, project: await makeProject(kari) }
      }),
    )
    const saved = await Promise.all(made.map(({ kari, project }) => publishReport(kari, finished(project, 0))))
    expect(new Set(saved.map((report) => report.slug)).size).toBe(3)
  })

  test('of a copied project says what it was built on', async () => {
    const [{ kari, project }, ola, reader] = [await writer(), await makeStaff(), await makeStaff()]
    const original = await publishReport(kari, finished(project, 0, { title: 'Slik begynte det' }))
    const start = addDays(today(), 30)
    const copy = await copyProject(ola, { projectId: project.id, title: 'Vår', startOn: start, parts: ['milestones'] })
    const { slug } = await publishReport(ola, finished({ id: copy.projectId }, 0, { title: 'Slik gikk det videre' }))
    expect((await reportPage(reader, slug))?.lineage).toMatchObject([{ title: 'Slik begynte det', reportSlug: original.slug }])
    const offer = await copyOffer(reader, copy.projectId)
    expect(offer?.origins.map((origin) => origin.title)).toEqual(['Slik gikk det videre', 'Slik begynte det'])
    await withdrawReport(kari, { projectId: project.id })
    expect((await reportPage(reader, slug))?.lineage).toEqual([])
  })
})

describe('withdrawing', () => {
  test('hides the report from others and from the search; copies stay with those who made them', async () => {
    const [{ kari, project }, ola] = [await writer(), await makeStaff()]
    const title = 'Varmekamera i fjøset'
    const { slug } = await publishReport(kari, finished(project, 0, { title, visibility: 'open' }))
    const copy = await copyProject(ola, { projectId: project.id, title: 'Vår', startOn: today(), parts: ['milestones'] })
    expect(await findable(visitor, title)).toBe(true)
    await withdrawReport(kari, { projectId: project.id })
    for (const actor of [visitor, ola, await makeAdvisor()]) {
      expect(await reportPage(actor, slug)).toBeNull()
      expect(await findable(actor, title)).toBe(false)
    }
    expect(await copyOffer(await makeStaff(), project.id)).toBeNull()
    expect((await reportPage(kari, slug))?.status).toBe('withdrawn')
    expect(await read(ola, (tx) => tx.milestone.count({ where: { projectId: copy.projectId } }))).toBe(2)
    expect(await actions(kari)).toEqual(['report.publish', 'report.withdraw'])
  })

  test('is undone by publishing again, at the same address', async () => {
    const { kari, project } = await writer()
    const { slug } = await publishReport(kari, finished(project, 0))
    await withdrawReport(kari, { projectId: project.id })
    await saveReport(kari, draft(project, 1, { title: 'Rettet' }))
    expect(await reportPage(await makeStaff(), slug)).toBeNull()
    expect((await publishReport(kari, finished(project, 2, { title: 'Rettet' }))).slug).toBe(slug)
    expect((await reportPage(await makeStaff(), slug))?.title).toBe('Rettet')
  })

  test('is refused where there is nothing to withdraw, and without rights', async () => {
    const { kari, project } = await writer()
    await expect(withdrawReport(kari, { projectId: project.id })).rejects.toMatchObject(notFound)
    await saveReport(kari, draft(project, 0))
    await expect(withdrawReport(kari, { projectId: project.id })).rejects.toMatchObject(notFound)
    await publishReport(kari, finished(project, 1))
    const colleague = await makeStaff({ municipality: kari.municipality })
    await expect(withdrawReport(colleague, { projectId: project.id })).rejects.toMatchObject(forbidden)
    expect((await stored(project.id))?.status).toBe('published')
  })
})
