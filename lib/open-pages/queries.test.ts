import { beforeEach, expect, test, vi } from 'vitest'
import type { Visibility } from '@/generated/prisma/enums'
import { makeDraftReport, makeMunicipality, makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { atomResponse } from './feed'
import { openGuide, openMunicipality, openReport, openReports } from './queries'
import { siteMap, siteMaps } from './sitemap/queries'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

beforeEach(async () => {
  // Each test has its reports to itself.
  await owner().experienceReport.updateMany({ data: { status: 'draft', publishedAt: null, confirmedOn: null } })
})

async function shared(visibility: Visibility, theme: 'barnehage' | 'vann-og-avlop' = 'barnehage') {
  const staff = await makeStaff()
  return { ...(await makeReport(staff, await makeProject(staff, { theme }), { visibility })), staff }
}

test('only what is open to all is on the map, in the feeds and in the pictures', async () => {
  const open = await shared('open')
  const [staff, narrow] = [await makeStaff(), [await shared('municipalities'), await shared('municipality')]]
  const draft = await makeDraftReport(staff, await makeProject(staff), { visibility: 'open' })
  const paths = (await siteMap('rapporter', 1)).map(({ path }) => path)
  expect(paths).toEqual([`/erfaringer/${open.slug}`])
  expect((await siteMap('rapporter', 1))[0]?.changedAt).toBeInstanceOf(Date)
  expect(await openMunicipality(open.staff.municipality.number)).toMatchObject({ reportCount: 1 })
  expect(await openMunicipality(narrow[0]?.staff.municipality.number ?? '')).toMatchObject({ reportCount: 0 })
  expect((await openReports())?.reports.map(({ slug }) => slug)).toEqual([open.slug])
  expect(await openReport(open.slug)).toMatchObject({ municipality: open.staff.municipality.name })
  for (const { slug } of [...narrow, draft]) expect(await openReport(slug)).toBeNull()
})

test('a feed is of a theme or a municipality, and of nothing that is not there', async () => {
  const [one, other] = [await shared('open'), await shared('open', 'vann-og-avlop')]
  const slugs = async (about: object) => (await openReports(about))?.reports.map(({ slug }) => slug)
  expect(await slugs({ themeCode: 'vann-og-avlop' })).toEqual([other.slug])
  expect(await slugs({ number: one.staff.municipality.number })).toEqual([one.slug])
  expect(await slugs({ number: (await makeMunicipality()).number })).toEqual([])
  for (const about of [{ number: '0000' }, { themeCode: 'ukjent' }]) {
    expect(await openReports(about)).toBeNull()
    expect((await atomResponse(about)).status).toBe(404)
  }
  const answer = await atomResponse({ themeCode: 'vann-og-avlop' })
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  expect(await answer.text()).toContain(`/erfaringer/${other.slug}`)
})

test('the map has a page for so many of each kind, and only what anybody may open', async () => {
  const [one, other] = [await shared('open'), await shared('open')]
  const [mine, shown] = [await makeStaff(), await makeStaff()]
  const hidden = await makeProject(mine, { visibility: 'municipalities' })
  const open = await makeProject(shown, { visibility: 'open' })
  const maps = (await siteMaps(1)).map(({ path }) => path).filter((path) => path.includes('rapporter'))
  expect(maps).toEqual(['/kart/rapporter-1.xml', '/kart/rapporter-2.xml'])
  const pages = [await siteMap('rapporter', 1, 1), await siteMap('rapporter', 2, 1), await siteMap('rapporter', 3, 1)]
  expect(pages.map((page) => page.length)).toEqual([1, 1, 0])
  expect(new Set(pages.flat().map(({ path }) => path))).toEqual(new Set([one, other].map(({ slug }) => `/erfaringer/${slug}`)))
  const projects = (await siteMap('prosjekter', 1)).map(({ path }) => path)
  expect(projects).toContain(`/prosjekter/${open.id}`)
  expect(projects).not.toContain(`/prosjekter/${hidden.id}`)
})

test('a guide has a picture of its own once it is published', async () => {
  const slug = `veiviser-${Date.now()}`
  const { id } = await owner().collection.create({ data: { slug, title: 'Vannmålere', lead: '' } })
  expect(await openGuide(slug)).toBeNull()
  expect((await siteMap('samlinger', 1)).map(({ path }) => path)).not.toContain(`/samlinger/${slug}`)
  await owner().collection.update({ where: { id }, data: { status: 'published', publishedAt: new Date() } })
  expect(await openGuide(slug)).toMatchObject({ title: 'Vannmålere' })
  expect((await siteMap('samlinger', 1)).map(({ path }) => path)).toContain(`/samlinger/${slug}`)
})
