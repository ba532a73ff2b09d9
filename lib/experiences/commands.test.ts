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
import { confirmation, publishWritten, sentDraft, typedReport, writeReport } from '@/lib/testing/writing'
import { discardRevision, publishDraft, saveReport, withdrawReport } from './commands'
import { reportEditor } from './editing/queries'
import { finishedForm } from './input'
import { reportPage } from './queries'

const typed = typedReport
const draft = sentDraft
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
      versions: true,
    },
  })
const written = (actor: Staff, project: { id: string }) => reportEditor(actor, project.id)
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
    const { costs, effects, parts } = (await written(kari, project))?.report ?? {}
    expect([costs, effects?.[0]?.valueAfter, parts]).toEqual([typed.costs, '160', typed.parts])
    // Nothing of it stands in what others could come to read.
    expect([report?.sections, report?.costLines, report?.effects, report?.prerequisites, report?.parts]).toEqual([
      ...[[], [], [], [], []],
    ])
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
    expect(await stored(project.id)).toMatchObject({ title: 'Ny tittel' })
    expect(await written(kari, project)).toMatchObject({
      saved: { version: 2 },
      report: { title: 'Ny tittel', costs: [], prerequisites: [{ text: 'En' }, { text: 'To' }] },
    })
    expect(await owner().experienceReport.count({ where: { projectId: project.id } })).toBe(1)
    expect(await actions(kari)).toEqual(['report.save', 'report.save'])
  })

  test('saved by somebody else meanwhile is not overwritten', async () => {
    const { kari, project } = await writer()
    await saveReport(kari, draft(project, 0))
    await saveReport(kari, draft(project, 1, { title: 'Min', need: 'Mitt behov' }))
    const before = await written(kari, project)
    const late = { title: 'Din', need: 'Ditt behov', costs: [], effects: [], prerequisites: '' }
    await expect(saveReport(kari, draft(project, 1, late))).rejects.toMatchObject(conflict)
    await expect(saveReport(kari, draft(project, 0, late))).rejects.toMatchObject(conflict)
    await expect(publishDraft(kari, await confirmation(kari, project, { version: 1 }))).rejects.toMatchObject(conflict)
    expect(await written(kari, project)).toEqual(before)
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
      expect((await written(kari, project))?.saved?.version).toBe(version + 1)
    }
  })
})

describe('what is half done', () => {
  const half = [
    { kind: 'purchase', year: '2026', planned: 'vet ikke', actual: '', quality: 'measured' },
    { kind: 'training', year: '', planned: '', actual: '10 000', quality: 'measured' },
  ]

  test('is kept in a draft as it was typed, without a title too, and is known by the name of the project', async () => {
    const { kari, project } = await writer()
    const effects = [{ ...typed.effects[0], title: '', valueBefore: 'omtrent tre uker', valueAfter: '' }]
    await saveReport(kari, draft(project, 0, { title: '', costs: half, effects }))
    const { report } = (await written(kari, project)) ?? {}
    expect(report).toMatchObject({ title: '', costs: half, effects })
    expect((await stored(project.id))?.title).toBe(project.title)
    const publishing = publishDraft(kari, await confirmation(kari, project))
    await expect(publishing).rejects.toMatchObject({ fields: { keep: 'errors.reportUnfinished' } })
  })

  test('is told beside the line it stands in, also after an empty one', () => {
    const empty = { kind: 'purchase', year: '2026', planned: '', actual: '', quality: 'measured' }
    const sent = {
      ...typed,
      projectId: newId(),
      version: '0',
      visibility: 'open',
      costs: [empty, ...half],
      effects: [{ valueBefore: '1' }],
    }
    const wrong = finishedForm.safeParse(sent).error?.issues.map(({ path, message }) => [path.join('.'), message])
    expect(wrong).toEqual([
      ['costs.1.planned', 'errors.amount'],
      ['costs.2.year', 'errors.year'],
      ['effects.0.title', 'errors.required'],
    ])
  })
})

describe('publishing', () => {
  test('lets the chosen audience in, offers the chosen parts, and can be searched for', async () => {
    const { kari, project } = await writer()
    const title = 'Flytende bibliotek på fjorden'
    await saveReport(kari, draft(project, 0))
    const { slug } = await publishWritten(kari, project, { title })
    const report = await stored(project.id)
    expect(report).toMatchObject({ status: 'published', version: 3, visibility: 'municipalities', title })
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
    expect(await actions(kari)).toEqual(['report.save', 'report.save', 'report.publish'])
    expect((await written(kari, project))?.saved).toMatchObject({ version: 3, isRevised: false })
  })

  test('again renews what is read: a changed part has a new version in its old row, one no longer offered is empty', async () => {
    const { kari, project } = await writer()
    await publishWritten(kari, project)
    const before = await stored(project.id)
    const milestone = await owner().milestone.findFirstOrThrow({ where: { projectId: project.id }, select: { id: true } })
    await owner().milestone.update({ where: { id: milestone.id }, data: { title: 'Ny milepæl' } })
    const { slug } = await publishWritten(kari, project, { title: 'Revidert', parts: ['milestones'] })
    const after = await stored(project.id)
    expect(after).toMatchObject({ title: 'Revidert', version: 4, slug: before?.slug })
    expect(after?.parts.map(({ id, kind, version }) => [id, kind, version])).toEqual(
      before?.parts.map(({ id, kind }) => [id, kind, 2]),
    )
    const page = await reportPage(await makeStaff(), slug)
    expect(page?.parts.map((part) => part.kind)).toEqual(['milestones'])
    expect(page?.parts[0]?.items).toContain('Ny milepæl')
  })

  test('offers the parts that were chosen in the draft, the first time and after it was taken back', async () => {
    const { kari, project } = await writer()
    const offered = async () => (await written(kari, project))?.report.parts
    const { slug } = await publishWritten(kari, project, { parts: ['milestones'] })
    const reader = await makeStaff()
    const kinds = async () => (await reportPage(reader, slug))?.parts.map(({ kind }) => kind)
    expect(await kinds()).toEqual(['milestones'])
    await withdrawReport(kari, { projectId: project.id, reason: 'Tallene var feil.' })
    expect(await offered()).toEqual(['milestones'])
    await writeReport(kari, project, { parts: ['uncertainties'] })
    expect(await offered()).toEqual(['uncertainties'])
    await publishDraft(kari, await confirmation(kari, project))
    expect(await kinds()).toEqual(['uncertainties'])
    await publishWritten(kari, project, { parts: [] })
    expect([await kinds(), await offered()]).toEqual([[], []])
  })

  test('takes two costs of a kind in a year, and benefits that are told in words', async () => {
    const { kari, project } = await writer()
    const costs = [...typed.costs, { ...typed.costs[0], planned: '50 000', actual: '' }]
    const effects = [
      { ...typed.effects[0], valueBefore: 'ofte', valueAfter: 'sjelden' },
      { ...typed.effects[0], valueAfter: '' },
    ]
    const { slug } = await publishWritten(kari, project, { costs, effects })
    const page = await reportPage(kari, slug)
    expect(page?.costs.map(({ planned }) => planned)).toEqual([400_000, 50_000])
    expect(
      page?.effects.map(({ valueBefore, wordsBefore, valueAfter, wordsAfter }) => [
        valueBefore,
        wordsBefore,
        valueAfter,
        wordsAfter,
      ]),
    ).toEqual([
      [null, 'ofte', null, 'sjelden'],
      [400, '', null, ''],
    ])
  })

  test('again without changing the parts leaves their version', async () => {
    const { kari, project } = await writer()
    await publishWritten(kari, project)
    await publishWritten(kari, project)
    expect((await stored(project.id))?.parts.map((part) => part.version)).toEqual([1, 1])
  })

  test('an identity number is refused, wherever it stands', async () => {
    const { kari, project } = await writer()
    const fields = { summary: 'Ringte 01010750160 i går', need: 'Hun (010107 50160) søkte' }
    for (const [field, text] of Object.entries(fields)) {
      const refusal = { reason: 'conflict', fields: { keep: 'errors.identityNumber' } }
      await expect(publishWritten(kari, project, { [field]: text })).rejects.toMatchObject(refusal)
    }
    expect(await stored(project.id)).toMatchObject({ status: 'draft', versions: [] })
  })

  test('by somebody without rights in the project is refused, and leaves nothing', async () => {
    const { kari, project } = await writer({ visibility: 'open' })
    const colleague = await makeStaff({ municipality: kari.municipality })
    await expect(saveReport(colleague, draft(project, 0))).rejects.toMatchObject(forbidden)
    await expect(publishWritten(colleague, project)).rejects.toMatchObject(forbidden)
    for (const stranger of [await makeStaff({ roles: ['member', 'portfolio_manager'] }), visitor, await makeAdvisor()]) {
      await expect(saveReport(stranger, draft(project, 0))).rejects.toMatchObject(notFound)
      await expect(publishWritten(stranger, project)).rejects.toMatchObject(notFound)
      await expect(withdrawReport(stranger, { projectId: project.id, reason: 'Tallene var feil.' })).rejects.toMatchObject(
        notFound,
      )
    }
    await expect(publishWritten(kari, { id: newId() })).rejects.toMatchObject(notFound)
    expect(await stored(project.id)).toBeNull()
  })

  test('is also for the portfolio manager of the municipality', async () => {
    const { kari, project } = await writer()
    const manager = await makeStaff({ municipality: kari.municipality, roles: ['member', 'portfolio_manager'] })
    await publishWritten(manager, project)
    expect((await stored(project.id))?.status).toBe('published')
  })

  test('to a collaboration needs a project run by one, and stays within it', async () => {
    const { kari, project } = await writer()
    await expect(publishWritten(kari, project, { visibility: 'collaboration' })).rejects.toMatchObject(conflict)
    expect(await stored(project.id)).toBeNull()
    const partner = await makeStaff()
    const { slug: collaboration } = await makeCollaboration([kari.municipality, partner.municipality])
    const shared = await makeProject(kari, { collaboration })
    const { slug } = await publishWritten(kari, shared, { visibility: 'collaboration' })
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
    const { slug } = await publishWritten(kari, project, change)
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
    const saved = await Promise.all(made.map(({ kari, project }) => publishWritten(kari, project)))
    expect(new Set(saved.map((report) => report.slug)).size).toBe(3)
  })

  test('of a copied project says what it was built on', async () => {
    const [{ kari, project }, ola, reader] = [await writer(), await makeStaff(), await makeStaff()]
    const original = await publishWritten(kari, project, { title: 'Slik begynte det' })
    const start = addDays(today(), 30)
    const copy = await copyProject(ola, { projectId: project.id, title: 'Vår', startOn: start, parts: ['milestones'] })
    const { slug } = await publishWritten(ola, { id: copy.projectId }, { title: 'Slik gikk det videre' })
    expect((await reportPage(reader, slug))?.lineage).toMatchObject([{ title: 'Slik begynte det', reportSlug: original.slug }])
    const offer = await copyOffer(reader, copy.projectId)
    expect(offer?.origins.map((origin) => origin.title)).toEqual(['Slik gikk det videre', 'Slik begynte det'])
    await withdrawReport(kari, { projectId: project.id, reason: 'Tallene var feil.' })
    expect((await reportPage(reader, slug))?.lineage).toEqual([])
  })
})

describe('withdrawing', () => {
  test('hides the report from others and from the search; copies stay with those who made them', async () => {
    const [{ kari, project }, ola] = [await writer(), await makeStaff()]
    const title = 'Varmekamera i fjøset'
    const { slug } = await publishWritten(kari, project, { title, visibility: 'open' })
    const copy = await copyProject(ola, { projectId: project.id, title: 'Vår', startOn: today(), parts: ['milestones'] })
    expect(await findable(visitor, title)).toBe(true)
    await withdrawReport(kari, { projectId: project.id, reason: 'Tallene var feil.' })
    for (const actor of [visitor, ola, await makeAdvisor()]) {
      expect(await reportPage(actor, slug)).toBeNull()
      expect(await findable(actor, title)).toBe(false)
    }
    expect(await copyOffer(await makeStaff(), project.id)).toBeNull()
    expect((await reportPage(kari, slug))?.status).toBe('withdrawn')
    expect(await read(ola, (tx) => tx.milestone.count({ where: { projectId: copy.projectId } }))).toBe(2)
    expect(await actions(kari)).toEqual(['report.save', 'report.publish', 'report.withdraw'])
  })

  test('is undone by publishing again, at the same address', async () => {
    const { kari, project } = await writer()
    const { slug } = await publishWritten(kari, project)
    await withdrawReport(kari, { projectId: project.id, reason: 'Tallene var feil.' })
    await writeReport(kari, project, { title: 'Rettet' })
    expect(await reportPage(await makeStaff(), slug)).toBeNull()
    expect((await publishWritten(kari, project, { title: 'Rettet' })).slug).toBe(slug)
    expect((await reportPage(await makeStaff(), slug))?.title).toBe('Rettet')
  })

  test('leaves the draft that is written after it to be thrown away, down to what was published', async () => {
    const { kari, project } = await writer()
    await saveReport(kari, draft(project, 0))
    await expect(discardRevision(kari, { projectId: project.id })).rejects.toMatchObject(notFound)
    await publishWritten(kari, project)
    await withdrawReport(kari, { projectId: project.id, reason: 'Tallene var feil.' })
    await writeReport(kari, project, { title: 'Halvferdig' })
    await discardRevision(kari, { projectId: project.id })
    expect((await written(kari, project))?.report.title).toBe(typed.title)
  })

  test('is refused where there is nothing to withdraw, and without rights', async () => {
    const { kari, project } = await writer()
    await expect(withdrawReport(kari, { projectId: project.id, reason: 'Tallene var feil.' })).rejects.toMatchObject(notFound)
    await saveReport(kari, draft(project, 0))
    await expect(withdrawReport(kari, { projectId: project.id, reason: 'Tallene var feil.' })).rejects.toMatchObject(notFound)
    await publishWritten(kari, project)
    const colleague = await makeStaff({ municipality: kari.municipality })
    await expect(withdrawReport(colleague, { projectId: project.id, reason: 'Tallene var feil.' })).rejects.toMatchObject(
      forbidden,
    )
    expect((await stored(project.id))?.status).toBe('published')
  })
})
