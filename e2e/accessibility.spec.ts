import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { ingrid, signIn, solveig, tor } from './people'

const open = [
  '/',
  '/erfaringer',
  '/erfaringer?q=byggesak',
  '/erfaringer?q=xqzzy',
  '/erfaringer/ebyggesak-ikt-agder',
  '/prosjekter',
  '/kommuner',
  '/kommuner/4202',
  '/kommuner/0301',
  '/logg-inn',
  '/logg-inn?q=agder',
  '/logg-inn/4202',
  '/logg-inn/0301',
  '/logg-inn/feil',
  '/finnes-ikke',
]

/** WCAG 2.2 AA, in both colour schemes; one heading at the top, and a title that says where one is. */
async function expectAccessible(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.locator('h1')).toHaveCount(1)
  await expect(page).toHaveTitle(/Delt/)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(
      violations.map(
        ({ id, nodes }) =>
          `${path} (${colorScheme}) ${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
      ),
    ).toEqual([])
  }
}

/** Nothing is wider than a small phone; wide tables scroll by themselves. */
async function expectFits(page: Page, path: string): Promise<void> {
  await page.goto(path)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, path).toBeLessThanOrEqual(0)
}

for (const path of open) {
  test(`open page ${path}`, async ({ page }) => {
    await expectAccessible(page, path)
    await page.setViewportSize({ width: 390, height: 844 })
    await expectFits(page, path)
  })
}

/** Every page of a project, and of the portfolio, is held to the same. */
const projectParts = [
  ...[
    '',
    '/rediger',
    '/gjester',
    '/faser',
    '/faser/beslutning',
    '/status',
    '/plan',
    '/plan/kalender',
    '/oppgaver',
    '/oppgaver/ny',
  ],
  ...['/usikkerheter', '/usikkerheter/ny', '/gevinster', '/okonomi', '/ressurser', '/interessenter', '/kommunikasjon'],
  ...['/logg', '/erfaringer', '/dokumenter', '/dokumenter/ny', '/historikk', '/erfaringsrapport'],
]
const portfolioParts = [
  ...['/portefolje', '/portefolje?q=finnesikke', '/portefolje/oversikt', '/portefolje/tidslinje', '/portefolje/usikkerhet'],
  ...['/portefolje/gevinster', '/portefolje/leveranser', '/portefolje/okonomi', '/portefolje/ressurser', '/portefolje/vilkar'],
  ...[
    '/portefolje/erfaringer',
    '/portefolje/endre',
    '/portefolje/motepakke',
    '/programmer',
    '/programmer/ny',
    '/ideer',
    '/ideer/ny',
    '/maler',
    '/maler/ny',
    '/maler/fasemodeller',
    '/maler/fasemodeller/ny',
  ],
]

async function expectAllAccessible(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) await expectAccessible(page, path)
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of paths) await expectFits(page, path)
}

async function ownProject(page: Page): Promise<string> {
  await page.goto('/portefolje')
  return (await page.getByRole('link', { name: 'Digital byggesaksbehandling', exact: true }).getAttribute('href')) ?? ''
}

test('the pages of a project', async ({ page }) => {
  test.setTimeout(300_000)
  await signIn(page, tor)
  const project = await ownProject(page)
  await page.goto(`${project}/usikkerheter`)
  const risk = (await page.getByRole('rowheader').getByRole('link').first().getAttribute('href')) ?? ''
  await page.goto(`${project}/faser`)
  const decision = (await page.getByRole('link', { name: 'BP4', exact: true }).getAttribute('href')) ?? ''
  await page.goto(`${project}/status`)
  const report = (await page.getByRole('rowheader').getByRole('link').first().getAttribute('href')) ?? ''
  await expectAllAccessible(page, [...projectParts.map((part) => `${project}${part}`), risk, `${risk}/slett`, decision, report])
})

test('the pages of the portfolio', async ({ page }) => {
  test.setTimeout(300_000)
  await signIn(page, tor)
  await expectAllAccessible(page, portfolioParts)
})

test('the pages of staff', async ({ page }) => {
  test.slow()
  await signIn(page, ingrid)
  await page.goto('/prosjekter?q=')
  const shared = await page
    .locator('article a[href^="/prosjekter/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  await page.goto('/erfaringer/ebyggesak-ikt-agder')
  const copy = (await page.getByRole('link', { name: 'Kopier til min kommune' }).getAttribute('href')) ?? ''
  const [other = ''] = shared
  await expectAllAccessible(page, [
    '/min-side',
    copy,
    other,
    `${other}/plan`,
    `${other}/usikkerheter`,
    `${other}/gevinster`,
    `${other}/faser`,
  ])
})

test('the desk of the advisors', async ({ page }) => {
  await signIn(page, solveig)
  const link =
    (await page
      .getByRole('link', { name: /^Løft fram «/ })
      .first()
      .getAttribute('href')) ?? ''
  for (const path of ['/kuratering', link]) {
    await expectAccessible(page, path)
    await page.setViewportSize({ width: 390, height: 844 })
    await expectFits(page, path)
    await page.setViewportSize({ width: 1440, height: 900 })
  }
})
