import { expect, test } from 'vitest'
import { makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { publishWritten } from '@/lib/testing/writing'
import { saveReport } from '../commands'
import { reportEditor } from '../editing/queries'
import { draftInput } from '../input'
import { reportPage } from '../queries'
import { versionPage } from '../versions/queries'
import { formValues, sentForm, writtenOf } from './rules'

// What others hold against each other: how sure an effect is and what it is for, and what a line asks for.

const lines = 'ID-porten i bruk\nNok folk\nGodkjent DPIA'
const asks = [{ line: 'Nok folk', kind: 'size', value: '5 000' }]
const effect = { category: 'time_saved', title: 'Timer', unit: 'hours', valueBefore: '90', valueAfter: '40', per: 'month' }
const written = { prerequisites: lines, asks, effects: [{ ...effect, quality: 'audited', result: 'better' }] }

const asked = [
  { text: 'ID-porten i bruk', kind: 'system', value: 'ID-porten' },
  { text: 'Nok folk', kind: 'size', value: '5 000' },
  { text: 'Godkjent DPIA', kind: 'document', value: 'DPIA' },
]

test('is kept as it was chosen, else read from the words, in the report, its versions and the draft of the next', async () => {
  const kari = await makeStaff()
  const project = await makeProject(kari)
  const { slug } = await publishWritten(kari, project, written)
  const told = { prerequisites: asked, effects: [{ per: 'month', quality: 'audited', result: 'better' }] }
  expect(await reportPage(kari, slug)).toMatchObject(told)
  expect((await versionPage(kari, slug, 1))?.version).toMatchObject(told)
  const editor = await reportEditor(kari, project.id)
  if (!editor) throw new Error('not the writer')
  expect(editor.report).toMatchObject(told)
  const sent = draftInput.parse({ ...sentForm(editor.report), version: editor.saved?.version })
  expect(writtenOf(sent)).toEqual(editor.report)
  await saveReport(kari, { ...sent, prerequisites: [...sent.prerequisites, 'Minst 900 innbyggere'], projectId: project.id })
  const next = await reportEditor(kari, project.id)
  expect(next?.report.prerequisites).toEqual([...asked, { text: 'Minst 900 innbyggere', kind: 'size', value: '' }])
})

test('from before lines had a kind is read from the words', async () => {
  const kari = await makeStaff()
  const project = await makeProject(kari)
  const { slug, reportId } = await publishWritten(kari, project, written)
  await owner().reportPrerequisite.updateMany({ where: { reportId, position: 3 }, data: { kind: null, value: '' } })
  expect((await reportPage(kari, slug))?.prerequisites[2]).toEqual(asked[2])
  const editor = await reportEditor(kari, project.id)
  const { effects: _, ...report } = JSON.parse(JSON.stringify(editor?.report))
  const old = { ...report, prerequisites: ['Godkjent DPIA'], effects: [{ category: 'quality', title: 'Ro', unit: 'count' }] }
  await owner().reportDraft.create({ data: { municipalityId: kari.municipality.id, reportId, content: old, version: 9 } })
  const draft = await reportEditor(kari, project.id)
  expect(draft?.report.prerequisites).toEqual([asked[2]])
  expect(draft?.report.effects).toMatchObject([{ per: 'other', quality: 'estimated', result: null }])
  expect(formValues(draft?.report ?? report)).toMatchObject({ 'asks.0.kind': 'document', 'effects.0.result': '' })
})
