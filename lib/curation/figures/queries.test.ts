import { describe, expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { addDays, today } from '@/lib/platform/dates'
import { makeAdvisor, makeProject, makeReport, makeReuse, makeStaff, owner } from '@/lib/testing/builders'
import { cockpit } from '../cockpit/queries'
import { figureRowsOf, nationalFigures, rowsPerPage } from './queries'
import { figures } from './rules'

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

  test('are the advisors’', async () => {
    for (const actor of [visitor, await makeStaff({ roles: ['member', 'portfolio_manager'] })]) {
      expect(await nationalFigures(actor)).toBeNull()
      expect(await figureRowsOf(actor, 'deltar', 1)).toBeNull()
      expect(await cockpit(actor)).toBeNull()
    }
  })
})

describe('the cockpit', () => {
  test('holds what has waited longest, and lets go of what is done', async () => {
    const [advisor, kari] = [await makeAdvisor(), await makeStaff()]
    await owner().experienceReport.updateMany({ data: { status: 'draft', publishedAt: null, confirmedOn: null } })
    const project = await makeProject(kari, { visibility: 'municipalities' })
    const report = await makeReport(kari, project, { visibility: 'municipalities' })
    const advice = { municipalityId: project.municipalityId, projectId: project.id, text: 'x', sentBy: advisor.personId }
    const sentAt = new Date(`${addDays(today(), -40)}T12:00:00Z`)
    await owner().advice.create({ data: { ...advice, title: 'Mål først', sentAt } })
    await owner().advice.create({ data: { ...advice, title: 'Sendt i dag' } })
    await owner().searchLog.createMany({
      data: ['Svømmehall', 'svømmehall ', 'bare én gang'].map((query) => ({ query, hits: 0 })),
    })
    const found = await cockpit(advisor)
    const kinds = found?.map(({ kind, title }) => `${kind} ${title}`)
    expect(kinds?.[0]).toBe('advice Mål først')
    expect(kinds).toContain(`review ${report.title}`)
    expect(kinds).toContain('search svømmehall')
    expect(kinds?.join()).not.toMatch(/Sendt i dag|bare én gang/)
    await owner().advice.updateMany({ where: { title: 'Mål først' }, data: { answer: 'adopting', answeredAt: new Date() } })
    expect((await cockpit(advisor))?.some(({ title }) => title === 'Mål først')).toBe(false)
  })
})
