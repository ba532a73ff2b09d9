import { beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '@/lib/platform/actor'
import { dateOf } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { addItem, makeLesson, makeProject, makeStaff, makeStatusReport, owner, type TestProject } from '@/lib/testing/builders'
import { textsOf } from '../sections'
import { plainText } from '../text/rules'
import { freshDraft } from './queries'

let kari: Staff
let project: TestProject

const draft = (actor = kari, of = project) => read(actor, (tx) => freshDraft(tx, actor, of.id))

beforeAll(async () => {
  kari = await makeStaff({ name: 'Kari Solbakken' })
  project = await makeProject(kari, { lifecycle: 'closed', phase: 'realisation' })
  await addItem(kari, project, 'uncertainty', { title: 'Leverandøren går konkurs', ledTo: 'Ny leverandør på seks uker' })
  await addItem(kari, project, 'uncertainty', { title: 'Skulle aldri skje', status: 'actions_done', occurredOn: '', ledTo: '' })
  await addItem(kari, project, 'stakeholder', { title: 'Foreldreutvalget', affected: 'high' })
  await addItem(kari, project, 'stakeholder', { title: 'Avisen', affected: 'none' })
  await addItem(kari, project, 'deliverable', { title: 'Opplæringspakke', status: 'approved', approvedOn: '2026-03-02' })
  await addItem(kari, project, 'log', { text: 'Testmiljøet var nede', kind: 'deviation', isLessonCandidate: '' })
  await addItem(kari, project, 'allocation', { role: '', personId: kari.personId, percent: '40', status: 'assigned' })
  await addItem(kari, project, 'allocation', { role: 'Testleder', personId: '', status: 'requested' })
  await makeLesson(kari, project)
  await makeStatusReport(kari, project, {
    economyText: 'Dyrere konsulenter.',
    progress: 'delayed',
    progressText: 'Seks uker etter.',
  })
  await owner().statusReport.create({
    data: {
      ...{ municipalityId: kari.municipality.id, projectId: project.id, periodEndOn: dateOf('2026-11-30'), text: '' },
      ...{ progress: 'on_plan', economy: 'on_budget', quality: 'to_spec', risk: 'low', benefit: 'on_plan' },
      ...{ budgetNok: 0, costNok: 0, forecastNok: 0, economyText: 'En kladd.' },
    },
  })
})

describe('the draft of a project', () => {
  test('is made of its own facts', async () => {
    const { outcome, background, solution, costs, cost, effects, lessons, prerequisites, visibility } = await draft()
    expect([outcome, visibility]).toEqual(['in_operation', 'municipalities'])
    expect(background.affected).toBe('Berøres mye: Foreldreutvalget.')
    expect(plainText(background.alternatives)).toContain('BP2, 24. april 2026: Alternativ to gir mest for pengene.')
    expect(plainText(solution.steps)).toContain('Levert: Opplæringspakke (godkjent 2. mars 2026).')
    expect(plainText(solution.steps)).toContain('10. september 2026: Oppstartsmøte med leverandøren.')
    expect(costs).toEqual([{ kind: 'purchase', year: '2026', planned: '640000', actual: '410000', quality: 'estimated' }])
    expect(cost.comment).toContain('Rådgiver 40 %')
    expect(cost.comment).toContain('Dyrere konsulenter.')
    expect(effects).toMatchObject([{ valueBefore: '400', valueAfter: '320', unit: 'hours' }])
    expect(plainText(lessons.didNotWork)).toMatch(/Leverandøren går konkurs.*Ny leverandør på seks uker/)
    expect(plainText(lessons.didNotWork)).toContain('Testmiljøet var nede')
    expect(plainText(lessons.didNotWork)).toContain('Seks uker etter.')
    expect(plainText(lessons.wouldChange)).toContain('Søk om tilgangene samme uke som prosjektet starter.')
    expect(prerequisites).toContainEqual({ text: 'ID-porten er på plass', kind: 'system', value: 'ID-porten' })
  })

  test('tells nothing of what did not happen, of what is asked for, of drafts, nor any name', async () => {
    const all = textsOf(await draft()).join('\n')
    for (const text of ['Skulle aldri skje', 'Testleder', 'Avisen', 'En kladd.', 'Kari Solbakken'])
      expect(all).not.toContain(text)
  })

  test('tells nothing of another project', async () => {
    const other = await makeProject(kari, { title: 'Noe annet', log: [], lessons: [], uncertainties: [] })
    expect(textsOf(await draft(kari, other)).join('\n')).not.toContain('Leverandøren går konkurs')
  })

  test('is written in the norm of the municipality', async () => {
    const nynorsk = { ...kari, municipality: { ...kari.municipality, writtenNorm: 'nynorsk' as const } }
    expect((await draft(nynorsk)).background.affected).toBe('Blir mykje påverka: Foreldreutvalget.')
  })
})
