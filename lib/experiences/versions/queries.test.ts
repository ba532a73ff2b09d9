import { describe, expect, test } from 'vitest'
import { reportData } from '@/lib/open-pages/linked-data'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import { today } from '@/lib/platform/dates'
import { read, transaction } from '@/lib/platform/db'
import { makeAdvisor, makeProject, makeStaff, owner, type TestProject } from '@/lib/testing/builders'
import { confirmation, publishWritten, sentDraft, typedReport, writeReport } from '@/lib/testing/writing'
import { flagOutdated } from '@/lib/upkeep/flags/commands'
import { publicationCheck } from '../check/queries'
import { discardRevision, publishDraft, saveReport, withdrawReport } from '../commands'
import { reportEditor } from '../editing/queries'
import { reportPage } from '../queries'
import { plainText } from '../text/rules'
import { versionPage } from './queries'

const typed = { ...typedReport, parts: ['milestones'] }
const draft = (project: { id: string }, version: number, change: object = {}) =>
  sentDraft(project, version, { ...typed, ...change })
const write = (actor: Staff, project: { id: string }, change: object = {}) => writeReport(actor, project, { ...typed, ...change })
const publish = (actor: Staff, project: { id: string }, change: object = {}) =>
  publishWritten(actor, project, { ...typed, visibility: 'open', ...change })
const conflict = { reason: 'conflict' }

async function published(change: object = {}): Promise<{ kari: Staff; project: TestProject; slug: string }> {
  const kari = await makeStaff()
  const project = await makeProject(kari)
  const { slug } = await publish(kari, project, change)
  return { kari, project, slug }
}

const editor = (actor: Actor, project: { id: string }) => reportEditor(actor, project.id)

describe('the next version', () => {
  test('is written beside what stands, which its readers go on reading', async () => {
    const { kari, project, slug } = await published()
    const { version } = await write(kari, project, { title: 'Rettet', need: 'Halvferdig' })
    expect((await editor(kari, project))?.report.title).toBe('Rettet')
    for (const actor of [kari, visitor, await makeStaff()]) {
      const page = await reportPage(actor, slug)
      expect([page?.title, page?.versions.map((one) => one.number)]).toEqual([typed.title, [1]])
    }
    expect(await read(await makeStaff(), (tx) => tx.reportDraft.count())).toBe(0)
    expect(version).toBe(3)
  })

  test('becomes what stands when it is published, and the earlier one can still be read', async () => {
    const { kari, project, slug } = await published()
    await write(kari, project, { title: 'Rettet', visibility: 'open', technologies: 'ID-porten' })
    const { number } = await publishDraft(kari, await confirmation(kari, project, { note: 'Riktig tittel.' }))
    expect(number).toBe(2)
    expect((await reportPage(visitor, slug))?.title).toBe('Rettet')
    const first = await versionPage(visitor, slug, 1)
    expect(first?.version).toMatchObject({
      title: typed.title,
      number: 1,
      note: '',
      prerequisites: [{ text: typed.prerequisites, kind: 'system', value: 'ID-porten' }],
    })
    expect(first?.version.costs).toEqual([
      { kind: 'purchase', year: 2026, planned: 400_000, actual: 380_000, quality: 'measured' },
    ])
    expect(first?.version.parts.map((part) => part.kind)).toEqual(['milestones'])
    const second = await versionPage(visitor, slug, 2)
    expect([second?.version.title, second?.before?.title, second?.version.note]).toEqual([
      'Rettet',
      typed.title,
      'Riktig tittel.',
    ])
    expect(second?.versions.map((one) => one.number)).toEqual([2, 1])
    expect(await versionPage(visitor, slug, 3)).toBeNull()
    expect((await editor(kari, project))?.saved).toMatchObject({ isRevised: false, status: 'published' })
  })

  test('is no new report: it was published when it first was, is confirmed only by saying so, and tells of the municipality as it was then', async () => {
    const { kari, project, slug } = await published()
    const first = { publishedAt: new Date('2026-01-05T10:00:00Z'), revisedAt: null, confirmedOn: new Date('2026-02-01') }
    const { id } = await owner().experienceReport.update({ where: { slug }, data: first, select: { id: true } })
    await flagOutdated(await makeStaff(), { slug, reason: 'Ny versjon av fagsystemet.' })
    const population = (await reportPage(visitor, slug))?.sections.municipality?.population
    await owner().municipality.update({ where: { id: kari.municipality.id }, data: { population: { increment: 1000 } } })
    const open = () => owner().outdatedFlag.count({ where: { reportId: id, resolvedAt: null } })

    await publish(kari, project, { title: 'Rettet' })
    const revised = await reportPage(visitor, slug)
    expect(revised).toMatchObject({ publishedOn: '2026-01-05', revisedOn: today(), confirmedOn: '2026-02-01' })
    expect([revised?.sections.municipality?.population, await open()]).toEqual([population, 1])
    expect(revised && reportData('https://delt.test', revised, 'Barnehage')).toMatchObject({
      datePublished: '2026-01-05',
      dateModified: today(),
    })
    expect((await versionPage(visitor, slug, 2))?.version.publishedOn).toBe(today())

    await publishWritten(kari, project, { ...typed, visibility: 'open' }, { holds: 'on' })
    expect([(await reportPage(visitor, slug))?.confirmedOn, await open()]).toEqual([today(), 0])
  })

  test('of two windows the second is told, and sees both; so it is after the draft was thrown away', async () => {
    const { kari, project } = await published()
    await saveReport(kari, draft(project, 2, { title: 'Min' }))
    const late = saveReport(kari, draft(project, 2, { title: 'Din' }))
    await expect(late).rejects.toMatchObject({ ...conflict, meanwhile: { version: 3, values: { title: 'Min' } } })
    await discardRevision(kari, { projectId: project.id })
    expect((await editor(kari, project))?.report.title).toBe(typed.title)
    await expect(saveReport(kari, draft(project, 3, { title: 'Sen' }))).rejects.toMatchObject(conflict)
    await expect(saveReport(kari, draft(project, 2, { title: 'Senere' }))).rejects.toMatchObject(conflict)
  })

  test('keeps headings and lists, and plain text where that was changed by itself', async () => {
    const { kari, project } = await published()
    const nodes = { type: 'doc', content: [{ type: 'heading', attrs: { level: 4 }, content: [{ type: 'text', text: 'Steg' }] }] }
    await write(kari, project, { steps: 'Steg', rich: { steps: JSON.stringify(nodes) } })
    expect((await editor(kari, project))?.report.solution.steps).toEqual(nodes)
    await write(kari, project, { steps: 'Steg for steg', rich: { steps: JSON.stringify(nodes) } })
    const steps = (await editor(kari, project))?.report.solution.steps
    expect(steps && [plainText(steps), steps.content[0]?.type]).toEqual(['Steg for steg', 'paragraph'])
  })

  test('is kept by itself without filling the trail', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    for (const version of [0, 1, 2]) await saveReport(kari, draft(project, version), { isAutomatic: true })
    const events = await read(kari, (tx) => tx.auditEvent.findMany({ where: { action: 'report.save' } }))
    expect(events).toHaveLength(1)
  })
})

describe('the list of versions', () => {
  test('tells as what somebody published each, and which parts changed, of what the reader may read', async () => {
    const { kari, project, slug } = await published()
    const manager = await makeStaff({ municipality: kari.municipality, roles: ['portfolio_manager'] })
    await publish(manager, project, { costs: [], need: 'Papir tok for lang tid.', audiences: { background: 'municipality' } })
    await publish(kari, project, { costs: [], title: 'Rettet', need: 'Nå.', audiences: { background: 'municipality' } })
    const lines = async (actor: Actor) =>
      (await reportPage(actor, slug))?.versions.map(({ number, publishedAs, changed }) => [number, publishedAs, changed])
    expect(await lines(kari)).toEqual([
      [3, 'project_manager', ['short', 'background']],
      [2, 'portfolio_manager', ['background', 'cost']],
      [1, 'project_manager', []],
    ])
    expect(await lines(visitor)).toEqual([
      [3, 'project_manager', ['short']],
      [2, 'portfolio_manager', ['cost']],
      [1, 'project_manager', []],
    ])
  })

  test('holds any two against each other, and none that the reader may not open', async () => {
    const { kari, project, slug } = await published({ visibility: 'municipalities' })
    await publish(kari, project, { title: 'To' })
    await publish(kari, project, { title: 'Tre' })
    const titles = async (actor: Actor, number: number, against?: number) => {
      const page = await versionPage(actor, slug, number, against)
      return [page?.before?.title ?? null, page?.version.title]
    }
    expect(await titles(kari, 3)).toEqual(['To', 'Tre'])
    expect(await titles(kari, 3, 1)).toEqual([typed.title, 'Tre'])
    expect(await titles(visitor, 3, 1)).toEqual([null, 'Tre'])
    expect(await titles(kari, 3, 7)).toEqual([null, 'Tre'])
  })
})

describe('who reads an earlier version', () => {
  test('a section that is emptied later stands in the earlier one, for those who may read it now', async () => {
    const { kari, project, slug } = await published({ need: 'Det som ble tatt ut' })
    await publish(kari, project, { need: '', audiences: { background: 'municipalities' } })
    const told = async (actor: Actor) => JSON.stringify(await versionPage(actor, slug, 1)).includes('Det som ble tatt ut')
    expect([await told(kari), await told(await makeStaff()), await told(visitor)]).toEqual([true, true, false])
    await publishWritten(kari, project, { ...typed, visibility: 'open', need: '' }, { hideEarlier: 'on' })
    expect([await told(kari), await told(await makeStaff())]).toEqual([true, false])
  })

  test('a section narrowed later is narrow in every version', async () => {
    const { kari, project, slug } = await published({ need: 'Dette burde vi ikke delt' })
    expect((await versionPage(visitor, slug, 1))?.version.sections.background).toBeDefined()
    await publish(kari, project, { audiences: { background: 'municipality', cost: 'municipalities' } })
    for (const number of [1, 2]) {
      const open = await versionPage(visitor, slug, number)
      expect([open?.version.sections.background, open?.version.sections.cost, open?.version.costs]).toEqual([
        undefined,
        undefined,
        [],
      ])
      expect(JSON.stringify(open)).not.toContain('burde vi ikke')
      const other = await versionPage(await makeStaff(), slug, number)
      expect([other?.version.sections.background, other?.version.costs.length]).toEqual([undefined, 1])
      expect((await versionPage(kari, slug, number))?.version.sections.background).toBeDefined()
    }
  })

  test('a section that was narrow then is not opened by being opened now', async () => {
    const { kari, project, slug } = await published({ audiences: { lessons: 'municipality' } })
    await publish(kari, project)
    expect((await versionPage(visitor, slug, 2))?.version.sections.lessons).toBeDefined()
    expect((await versionPage(visitor, slug, 1))?.version.sections.lessons).toBeUndefined()
  })

  test('a version for fewer stays for fewer when the report is opened, and the other way round', async () => {
    const { kari, project, slug } = await published({ visibility: 'municipalities' })
    await publish(kari, project, { visibility: 'open' })
    expect(await versionPage(visitor, slug, 1)).toBeNull()
    const second = await versionPage(visitor, slug, 2)
    expect([second?.before, second?.versions.length]).toEqual([null, 1])
    expect((await versionPage(await makeAdvisor(), slug, 1))?.version.number).toBe(1)
    await publish(kari, project, { visibility: 'municipality' })
    for (const actor of [visitor, await makeStaff(), await makeAdvisor()])
      for (const number of [1, 2, 3]) expect(await versionPage(actor, slug, number)).toBeNull()
  })

  test('nobody else, once it is hidden or the report withdrawn', async () => {
    const { kari, project, slug } = await published()
    await publishWritten(kari, project, { ...typed, visibility: 'open' }, { hideEarlier: 'on' })
    expect(await versionPage(visitor, slug, 1)).toBeNull()
    expect((await reportPage(visitor, slug))?.versions.map((one) => one.number)).toEqual([2])
    expect((await versionPage(kari, slug, 1))?.version.number).toBe(1)
    await withdrawReport(kari, { projectId: project.id, reason: 'Tallene var feil.' })
    expect(await versionPage(visitor, slug, 2)).toBeNull()
    expect(await read(visitor, (tx) => tx.reportVersionSection.count())).toBe(
      await read(visitor, (tx) =>
        tx.reportVersionSection.count({ where: { reportVersion: { report: { status: 'published' } } } }),
      ),
    )
  })

  test('it is never changed, also by its own', async () => {
    const { kari, project } = await published()
    const version = await owner().reportVersion.findFirstOrThrow({ where: { report: { projectId: project.id } } })
    const change = transaction(kari, (tx) => tx.reportVersion.updateMany({ where: { id: version.id }, data: { title: 'x' } }))
    await expect(change).rejects.toThrow(/permission denied/)
    const sections = owner().reportVersionSection.deleteMany({ where: { versionId: version.id } })
    await expect(sections).rejects.toThrow(/cannot be changed/)
  })
})

describe('publishing a draft', () => {
  test('needs a yes to everything that may name somebody', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    await saveReport(kari, draft(project, 0, { need: 'Ring 22 33 44 55', visibility: 'municipalities' }))
    const check = await publicationCheck(kari, project.id)
    expect(check?.findings.map(({ kind, field }) => [kind, field])).toEqual([['phone', 'need']])
    const unanswered = publishDraft(kari, await confirmation(kari, project, { keep: [] }))
    await expect(unanswered).rejects.toMatchObject({ fields: { keep: 'errors.findingUnanswered' } })
    expect((await publishDraft(kari, await confirmation(kari, project))).number).toBe(1)
  })

  test('is refused with an identity number, also where it is said to stay, and in the parts of the project', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    await saveReport(kari, draft(project, 0, { askAbout: 'Fnr 311299 56715' }))
    const refusal = { fields: { keep: 'errors.identityNumber' } }
    await expect(publishDraft(kari, await confirmation(kari, project))).rejects.toMatchObject(refusal)
    await saveReport(kari, draft(project, 1))
    const { id } = await owner().milestone.findFirstOrThrow({ where: { projectId: project.id }, select: { id: true } })
    await owner().milestone.update({ where: { id }, data: { title: 'Sak for 31129956715' } })
    await expect(publishDraft(kari, await confirmation(kari, project))).rejects.toMatchObject(refusal)
  })

  test('is refused unfinished, changed since it was looked over, and to those who may not', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    await saveReport(kari, draft(project, 0, { role: '' }))
    const unfinished = { fields: { keep: 'errors.reportUnfinished' } }
    await expect(publishDraft(kari, await confirmation(kari, project))).rejects.toMatchObject(unfinished)
    const looked = await confirmation(kari, project)
    await saveReport(kari, draft(project, 1))
    await expect(publishDraft(kari, looked)).rejects.toMatchObject(conflict)
    const colleague = await makeStaff({ municipality: kari.municipality })
    expect(await publicationCheck(colleague, project.id)).toBeNull()
    expect(await publicationCheck(await makeStaff(), project.id)).toBeNull()
    await expect(publishDraft(colleague, { ...looked, version: 2 })).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(publishDraft(await makeStaff(), { ...looked, version: 2 })).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('never gives a section more readers than the report, and remembers who was to read it when the report is opened', async () => {
    const audiences = { lessons: 'open', cost: 'municipality', effect: 'municipalities' }
    const { kari, project, slug } = await published({ visibility: 'municipality', audiences })
    const sections = async (actor: Actor) => Object.keys((await reportPage(actor, slug))?.sections ?? {})
    for (const actor of [visitor, await makeStaff()]) expect(await sections(actor)).toEqual([])
    await publish(kari, project, { visibility: 'open', audiences })
    expect(await sections(visitor)).not.toContain('cost')
    expect(await sections(visitor)).not.toContain('effect')
    expect(await sections(visitor)).toContain('lessons')
    expect(await sections(await makeStaff())).toContain('effect')
    expect((await editor(kari, project))?.report.audiences).toEqual(audiences)
  })
})
