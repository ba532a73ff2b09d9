import { describe, expect, test } from 'vitest'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import { read, transaction } from '@/lib/platform/db'
import { makeAdvisor, makeProject, makeStaff, owner, type TestProject } from '@/lib/testing/builders'
import { publicationCheck } from '../check/queries'
import { discardRevision, publishDraft, publishReport, saveReport, withdrawReport } from '../commands'
import { reportEditor } from '../editing/queries'
import { draftInput, publishInput } from '../input'
import { reportPage } from '../queries'
import { plainText } from '../text/rules'
import { versionPage } from './queries'

const typed = {
  title: 'Slik fikk vi barnehagesøknaden på nett',
  summary: 'Ni av ti søker på nett.',
  outcome: 'in_operation',
  themeCode: 'barnehage',
  need: 'Papirsøknader tok tid.',
  costs: [{ kind: 'purchase', year: '2026', planned: '400 000', actual: '380 000', quality: 'measured' }],
  wouldChange: 'Søke om tilganger først.',
  firstSteps: 'Les vedtektene',
  prerequisites: 'Avtale om ID-porten',
  role: 'Rådgiver',
  contact: 'postmottak@kommunen.no',
  parts: ['milestones'],
}
const draft = (project: { id: string }, version: number, change: object = {}) => ({
  ...draftInput.parse({ ...typed, version, ...change }),
  projectId: project.id,
})
const finished = (project: { id: string }, version: number, change: object = {}) => ({
  ...publishInput.parse({ ...typed, version, visibility: 'open', ...change }),
  projectId: project.id,
})
const conflict = { reason: 'conflict' }

async function published(change: object = {}): Promise<{ kari: Staff; project: TestProject; slug: string }> {
  const kari = await makeStaff()
  const project = await makeProject(kari)
  const { slug } = await publishReport(kari, finished(project, 0, change))
  return { kari, project, slug }
}

const words = () => ({}) as never
const editor = (actor: Actor, project: { id: string }) => reportEditor(actor, project.id, words)
const confirmation = async (actor: Staff, project: { id: string }, change: object = {}) => {
  const check = await publicationCheck(actor, project.id)
  const keep = check?.findings.map((finding) => finding.key) ?? []
  return { projectId: project.id, version: check?.saved.version ?? 0, keep, note: '', ...change }
}

describe('the next version', () => {
  test('is written beside what stands, which its readers go on reading', async () => {
    const { kari, project, slug } = await published()
    const { version } = await saveReport(kari, draft(project, 1, { title: 'Rettet', need: 'Halvferdig' }))
    expect((await editor(kari, project))?.report.title).toBe('Rettet')
    for (const actor of [kari, visitor, await makeStaff()]) {
      const page = await reportPage(actor, slug)
      expect([page?.title, page?.versions.map((one) => one.number)]).toEqual([typed.title, [1]])
    }
    expect(await read(await makeStaff(), (tx) => tx.reportDraft.count())).toBe(0)
    expect(version).toBe(2)
  })

  test('becomes what stands when it is published, and the earlier one can still be read', async () => {
    const { kari, project, slug } = await published()
    await saveReport(kari, draft(project, 1, { title: 'Rettet', visibility: 'open', technologies: 'ID-porten' }))
    const { number } = await publishDraft(kari, await confirmation(kari, project, { note: 'Riktig tittel.' }))
    expect(number).toBe(2)
    expect((await reportPage(visitor, slug))?.title).toBe('Rettet')
    const first = await versionPage(visitor, slug, 1)
    expect(first?.version).toMatchObject({
      title: typed.title,
      number: 1,
      note: '',
      prerequisites: typed.prerequisites.split('\n'),
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

  test('of two windows the second is told, and sees both; so it is after the draft was thrown away', async () => {
    const { kari, project } = await published()
    await saveReport(kari, draft(project, 1, { title: 'Min' }))
    const late = saveReport(kari, draft(project, 1, { title: 'Din' }))
    await expect(late).rejects.toMatchObject({ ...conflict, meanwhile: { version: 2, values: { title: 'Min' } } })
    await discardRevision(kari, { projectId: project.id })
    expect((await editor(kari, project))?.report.title).toBe(typed.title)
    await expect(saveReport(kari, draft(project, 2, { title: 'Sen' }))).rejects.toMatchObject(conflict)
    await expect(saveReport(kari, draft(project, 1, { title: 'Senere' }))).rejects.toMatchObject(conflict)
  })

  test('keeps headings and lists, and plain text where that was changed by itself', async () => {
    const { kari, project } = await published()
    const nodes = { type: 'doc', content: [{ type: 'heading', attrs: { level: 4 }, content: [{ type: 'text', text: 'Steg' }] }] }
    await saveReport(kari, draft(project, 1, { steps: 'Steg', rich: { steps: JSON.stringify(nodes) } }))
    expect((await editor(kari, project))?.report.solution.steps).toEqual(nodes)
    await saveReport(kari, draft(project, 2, { steps: 'Steg for steg', rich: { steps: JSON.stringify(nodes) } }))
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

describe('who reads an earlier version', () => {
  test('a section narrowed later is narrow in every version', async () => {
    const { kari, project, slug } = await published({ need: 'Dette burde vi ikke delt' })
    expect((await versionPage(visitor, slug, 1))?.version.sections.background).toBeDefined()
    await publishReport(kari, finished(project, 1, { audiences: { background: 'municipality', cost: 'municipalities' } }))
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
    await publishReport(kari, finished(project, 1))
    expect((await versionPage(visitor, slug, 2))?.version.sections.lessons).toBeDefined()
    expect((await versionPage(visitor, slug, 1))?.version.sections.lessons).toBeUndefined()
  })

  test('a version for fewer stays for fewer when the report is opened, and the other way round', async () => {
    const { kari, project, slug } = await published({ visibility: 'municipalities' })
    await publishReport(kari, finished(project, 1, { visibility: 'open' }))
    expect(await versionPage(visitor, slug, 1)).toBeNull()
    const second = await versionPage(visitor, slug, 2)
    expect([second?.before, second?.versions.length]).toEqual([null, 1])
    expect((await versionPage(await makeAdvisor(), slug, 1))?.version.number).toBe(1)
    await publishReport(kari, finished(project, 2, { visibility: 'municipality' }))
    for (const actor of [visitor, await makeStaff(), await makeAdvisor()])
      for (const number of [1, 2, 3]) expect(await versionPage(actor, slug, number)).toBeNull()
  })

  test('nobody else, once it is hidden or the report withdrawn', async () => {
    const { kari, project, slug } = await published()
    await saveReport(kari, draft(project, 1, { visibility: 'open' }))
    await publishDraft(kari, await confirmation(kari, project, { hideEarlier: 'on' }))
    expect(await versionPage(visitor, slug, 1)).toBeNull()
    expect((await reportPage(visitor, slug))?.versions.map((one) => one.number)).toEqual([2])
    expect((await versionPage(kari, slug, 1))?.version.number).toBe(1)
    await withdrawReport(kari, { projectId: project.id })
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

  test('never gives a section more readers than the report', async () => {
    const { project } = await published({ visibility: 'municipalities', audiences: { lessons: 'open', cost: 'municipality' } })
    const sections = await owner().reportSection.findMany({
      where: { report: { projectId: project.id }, visibility: { not: null } },
    })
    expect(sections.map(({ kind, visibility }) => [kind, visibility])).toEqual([['cost', 'municipality']])
  })
})
