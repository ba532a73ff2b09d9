import { expect, test } from 'vitest'
import { read } from '@/lib/platform/db'
import {
  makeAdvisor,
  makeCollaboration,
  makeDraftReport,
  makeFeatured,
  makeLesson,
  makeMunicipality,
  makeProject,
  makeReport,
  makeReuse,
  makeStaff,
  makeStatusReport,
  owner,
} from './builders'

test('municipalities made are each their own, and take part', async () => {
  const [one, two] = await Promise.all([makeMunicipality(), makeMunicipality({ writtenNorm: 'nynorsk' })])
  expect(one.number).not.toBe(two.number)
  expect(two.writtenNorm).toBe('nynorsk')
  expect(await owner().participation.count({ where: { municipalityId: { in: [one.id, two.id] } } })).toBe(2)
})

test('a project has a few of each thing, and is unshared', async () => {
  const kari = await makeStaff()
  const project = await makeProject(kari, { title: 'Nye bommer på Storgata' })
  await makeStatusReport(kari, project)
  await makeLesson(kari, project)
  const count = {
    phases: true,
    checklist: true,
    uncertainties: true,
    benefits: true,
    milestones: true,
    statusReports: true,
    lessons: true,
  }
  const own = await read(kari, (tx) =>
    tx.project.findUniqueOrThrow({ where: { id: project.id }, select: { title: true, _count: { select: count } } }),
  )
  expect(own.title).toBe('Nye bommer på Storgata')
  for (const [thing, number] of Object.entries(own._count)) expect(number, thing).toBeGreaterThan(0)
  expect(await read(await makeStaff(), (tx) => tx.project.findUnique({ where: { id: project.id } }))).toBeNull()
})

test('a report is read by other municipalities with all its sections and parts, a draft by nobody else', async () => {
  const kari = await makeStaff()
  const report = await makeReport(kari, await makeProject(kari))
  const draft = await makeDraftReport(kari, await makeProject(kari))
  const [reader, advisor] = [await makeStaff(), await makeAdvisor()]
  await makeReuse(reader, report)
  await makeFeatured(advisor, report)
  const _count = { select: { sections: true, parts: true, reuses: true, featuredCases: true } }
  const seen = await read(reader, (tx) => tx.experienceReport.findUniqueOrThrow({ where: { id: report.id }, select: { _count } }))
  expect(seen._count).toEqual({ sections: 9, parts: 6, reuses: 1, featuredCases: 1 })
  expect(await read(reader, (tx) => tx.experienceReport.findUnique({ where: { id: draft.id } }))).toBeNull()
})

test('what is shared with a collaboration is read by its members only', async () => {
  const [kari, member, other] = [await makeStaff(), await makeStaff(), await makeStaff()]
  const { slug } = await makeCollaboration([kari.municipality, member.municipality])
  const { id } = await makeProject(kari, { collaboration: slug, visibility: 'collaboration' })
  expect(await read(member, (tx) => tx.project.count({ where: { id } }))).toBe(1)
  expect(await read(other, (tx) => tx.project.count({ where: { id } }))).toBe(0)
})
