import { describe, expect, test } from 'vitest'
import { ReuseState } from '@/generated/prisma/enums'
import { sharePlan } from '@/lib/plans/commands'
import { visitor } from '@/lib/platform/actor'
import { addDays, today } from '@/lib/platform/dates'
import { makeAdvisor, makeProject, makeReport, makeReuse, makeStaff, owner, type TestProject } from '@/lib/testing/builders'
import { cockpit } from '../cockpit/queries'
import { figureRowsOf, nationalFigures, rowsPerPage } from './queries'
import { figures } from './rules'

async function inPhase(project: TestProject, code: string) {
  const currentPhaseId = project.phases.find(({ model }) => model.code === code)?.id
  await owner().project.update({ where: { id: project.id }, data: { currentPhaseId } })
}

describe('national figures', () => {
  test('each counts exactly its rows, of what advisors may read', async () => {
    const [advisor, kari, ola] = [await makeAdvisor(), await makeStaff(), await makeStaff()]
    const before = await nationalFigures(advisor)
    const report = await makeReport(kari, await makeProject(kari), { visibility: 'municipalities' })
    await makeReport(ola, await makeProject(ola), { visibility: 'municipality' })
    await makeReuse(ola, report)
    const now = await nationalFigures(advisor)
    expect(now).toMatchObject({ deler: (before?.deler ?? 0) + 1, gjenbruk: (before?.gjenbruk ?? 0) + 1 })
    for (const name of figures) {
      const first = await figureRowsOf(advisor, name, 1)
      expect(first?.total, name).toBe(now?.[name])
      const pages = Array.from({ length: first?.pageCount ?? 0 }, (_, index) => figureRowsOf(advisor, name, index + 1))
      const rows = (await Promise.all(pages)).flatMap((page) => page?.rows ?? [])
      expect(rows, name).toHaveLength(first?.total ?? -1)
      expect(first?.rows.length, name).toBeLessThanOrEqual(rowsPerPage)
    }
  })

  test('count reuse by the same states as everywhere else: not what is considered, or was chosen away', async () => {
    const [advisor, ola] = [await makeAdvisor(), await makeStaff()]
    const states = Object.values(ReuseState)
    expect(states).toHaveLength(6)
    const reports = await Promise.all(
      states.map(async () => {
        const kari = await makeStaff()
        return makeReport(kari, await makeProject(kari), { visibility: 'municipalities' })
      }),
    )
    const before = await nationalFigures(advisor)
    for (const [index, state] of states.entries()) {
      const report = reports[index]
      if (report) await makeReuse(ola, report, { state, reason: 'Vi hadde alt noe' })
    }
    const now = await nationalFigures(advisor)
    expect((now?.gjenbruk ?? 0) - (before?.gjenbruk ?? 0)).toBe(4)
    expect(now?.ubekreftet).toBe(before?.ubekreftet)
    const reused = async () => {
      const { pageCount = 0 } = (await figureRowsOf(advisor, 'deltar', 1)) ?? {}
      const pages = Array.from({ length: pageCount }, (_, index) => figureRowsOf(advisor, 'deltar', index + 1))
      const rows = (await Promise.all(pages)).flatMap((page) => page?.rows ?? [])
      return rows.find(({ href }) => href === `/kommuner/${ola.municipality.number}`)?.cells.reused
    }
    expect(await reused()).toBe(4)
    await owner().reuse.updateMany({ where: { municipalityId: ola.municipality.id }, data: { confirmedOn: null } })
    expect(((await nationalFigures(advisor))?.ubekreftet ?? 0) - (before?.ubekreftet ?? 0)).toBe(4)
    expect(await reused()).toBe(0)
  })

  test('name the themes that are planned and not shared, by plans and by projects, each municipality once', async () => {
    const advisor = await makeAdvisor()
    await owner().experienceReport.updateMany({ where: { themeCode: 'kultur-og-fritid' }, data: { themeCode: 'byggesak' } })
    await owner().project.updateMany({ where: { themeCode: 'kultur-og-fritid' }, data: { themeCode: 'byggesak' } })
    const rows = async () => (await figureRowsOf(advisor, 'tema', 1))?.rows.filter(({ title }) => title === 'kultur-og-fritid')
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    await makeProject(kari, { theme: 'kultur-og-fritid', visibility: 'municipalities' })
    expect(await rows()).toEqual([])
    const begun = await makeProject(ola, { theme: 'kultur-og-fritid', visibility: 'municipalities' })
    await inPhase(begun, 'concept')
    expect(await rows()).toMatchObject([
      { href: '/prosjekter?tema=kultur-og-fritid', cells: { plans: 0, projects: 1, municipalities: 1 } },
    ])
    const own = await makeProject(kari, { theme: 'kultur-og-fritid' })
    await inPhase(own, 'idea')
    const beginsOn = addDays(today(), 30)
    await sharePlan(kari, {
      projectId: own.id,
      wants: ['talk'],
      beginsOn,
      text: '',
      contactRole: 'Leder',
      contact: 'Kari',
      version: 0,
    })
    await sharePlan(ola, {
      projectId: begun.id,
      wants: ['talk'],
      beginsOn,
      text: '',
      contactRole: 'Leder',
      contact: 'Ola',
      version: 0,
    })
    expect(await rows()).toMatchObject([
      { href: '/planer?tema=kultur-og-fritid', cells: { plans: 2, projects: 1, municipalities: 2 } },
    ])
    expect((await cockpit(advisor))?.find(({ kind, title }) => kind === 'theme' && title === 'kultur-og-fritid')).toMatchObject({
      count: 2,
    })
    await makeReport(ola, await makeProject(ola, { theme: 'kultur-og-fritid' }), { visibility: 'municipalities' })
    expect(await rows()).toEqual([])
  })

  test('are the advisors’', async () => {
    for (const actor of [visitor, await makeStaff({ roles: ['member', 'portfolio_manager'] })]) {
      expect(await nationalFigures(actor)).toBeNull()
      expect(await figureRowsOf(actor, 'deltar', 1)).toBeNull()
    }
  })
})
