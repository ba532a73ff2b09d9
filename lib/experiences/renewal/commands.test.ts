import { describe, expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { addItem, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { publishWritten, sentDraft, writeReport } from '@/lib/testing/writing'
import { saveReport } from '../commands'
import { reportEditor } from '../editing/queries'
import { formValues, sentForm } from '../form/rules'
import { draftInput } from '../input'
import { plainText } from '../text/rules'
import { takeFromProject } from './commands'
import { renewalOf } from './queries'

/** A report saved as the project drafted it. */
async function drafted() {
  const kari = await makeStaff()
  const project = await makeProject(kari)
  const editor = await reportEditor(kari, project.id)
  if (!editor) throw new Error('no editor')
  await saveReport(kari, { ...draftInput.parse({ ...sentForm(editor.report), version: '0' }), projectId: project.id })
  return { kari, project }
}
type Drafted = Awaited<ReturnType<typeof drafted>>

const deviation = { kind: 'deviation', text: 'Testmiljøet var nede', consequence: 'To dager tapt', isLessonCandidate: '' }
const happens = ({ kari, project }: Drafted) => addItem(kari, project, 'log', deviation)
const writtenIn = async ({ kari, project }: Drafted) => (await reportEditor(kari, project.id))?.report

async function answer({ kari, project }: Drafted, choice: 'keep' | 'add' | 'replace', change: object = {}) {
  const renewal = await renewalOf(kari, project.id)
  const choices = renewal?.offers.map(({ key }) => ({ key, choice })) ?? []
  return takeFromProject(kari, {
    projectId: project.id,
    version: renewal?.version ?? 0,
    seen: renewal?.seen ?? '',
    choices,
    ...change,
  })
}

describe('what is new in a project', () => {
  test('is nothing right after its report is drafted, and is told when something happens', async () => {
    const at = await drafted()
    expect(await renewalOf(at.kari, at.project.id)).toMatchObject({ offers: [], hasBasis: true })
    await happens(at)
    const renewal = await renewalOf(at.kari, at.project.id)
    expect(renewal?.offers).toMatchObject([{ key: 'didNotWork', theirs: expect.stringContaining('Testmiljøet var nede') }])
  })

  test('is taken into what is written, in one save that is told of, and not offered again', async () => {
    const at = await drafted()
    await writeReport(at.kari, at.project, { didNotWork: 'Vi hadde det travelt.' })
    await happens(at)
    expect(await answer(at, 'add')).toEqual({ taken: 1 })
    const text = plainText((await writtenIn(at))?.lessons.didNotWork ?? { type: 'doc', content: [] })
    expect(text).toMatch(/^Vi hadde det travelt\.\n\n- Avvik .*Testmiljøet var nede/)
    expect((await renewalOf(at.kari, at.project.id))?.offers.map(({ key }) => key)).not.toContain('didNotWork')
    const [last] = await read(at.kari, (tx) => tx.auditEvent.findMany({ orderBy: { at: 'desc' }, take: 1 }))
    expect(last).toMatchObject({ action: 'report.renew', detail: { taken: 1 } })
  })

  test('that is left is not offered again before it changes', async () => {
    const at = await drafted()
    await happens(at)
    const before = await writtenIn(at)
    await answer(at, 'keep')
    expect(await writtenIn(at)).toEqual(before)
    expect((await renewalOf(at.kari, at.project.id))?.offers).toEqual([])
    await happens(at)
    expect((await renewalOf(at.kari, at.project.id))?.offers).toHaveLength(1)
  })

  test('is written as the next version where the report is published, which readers do not see', async () => {
    const at = await drafted()
    await publishWritten(at.kari, at.project)
    await happens(at)
    await answer(at, 'replace')
    const stands = await owner().reportSection.findFirstOrThrow({
      where: { kind: 'lessons', report: { projectId: at.project.id } },
    })
    expect(JSON.stringify(stands.content)).not.toContain('Testmiljøet')
    expect((await reportEditor(at.kari, at.project.id))?.saved).toMatchObject({ status: 'published', isRevised: true })
    expect(formValues((await writtenIn(at)) as never).didNotWork).toContain('Testmiljøet var nede')
  })

  test('is refused where the project has changed since, or somebody else has saved', async () => {
    const at = await drafted()
    await happens(at)
    const { version, seen } = (await renewalOf(at.kari, at.project.id)) ?? {}
    await happens(at)
    await expect(answer(at, 'add', { seen })).rejects.toMatchObject({ reason: 'conflict' })
    await saveReport(at.kari, sentDraft(at.project, version ?? 0, { title: 'Min' }))
    await expect(answer(at, 'add', { version })).rejects.toMatchObject({ reason: 'conflict' })
    expect((await writtenIn(at))?.title).toBe('Min')
  })

  test('is seen and taken by those who write the report alone', async () => {
    const at = await drafted()
    await happens(at)
    const { version = 0, seen = '' } = (await renewalOf(at.kari, at.project.id)) ?? {}
    const input = { projectId: at.project.id, version, seen, choices: [{ key: 'didNotWork', choice: 'add' as const }] }
    const colleague = await makeStaff({ municipality: at.kari.municipality })
    for (const [other, reason] of [
      [colleague, 'forbidden'],
      [await makeStaff(), 'not-found'],
      [visitor, 'not-found'],
    ] as const) {
      expect(await renewalOf(other, at.project.id)).toBeNull()
      await expect(takeFromProject(other, input)).rejects.toMatchObject({ reason })
    }
  })
})
