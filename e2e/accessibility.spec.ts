import { type Page, test } from '@playwright/test'
import { expectAccessiblePages } from './accessible'
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
  '/samlinger',
  '/samlinger/digital-byggesak-fra-ide-til-gevinst',
  '/logg-inn',
  '/logg-inn?q=agder',
  '/logg-inn/4202',
  '/logg-inn/0301',
  '/logg-inn/feil',
  '/finnes-ikke',
]

for (const path of open) {
  test(`open page ${path}`, async ({ page }) => {
    await expectAccessiblePages(page, [path])
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
  await expectAccessiblePages(page, [...projectParts.map((part) => `${project}${part}`), risk, `${risk}/slett`, decision, report])
})

test('the pages of the portfolio', async ({ page }) => {
  test.setTimeout(300_000)
  await signIn(page, tor)
  await expectAccessiblePages(page, portfolioParts)
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
  await expectAccessiblePages(page, [
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
  test.slow()
  await signIn(page, solveig)
  await page.goto('/kuratering/forsiden')
  const link =
    (await page
      .getByRole('link', { name: /^Løft fram «/ })
      .first()
      .getAttribute('href')) ?? ''
  const desk = [
    ...[
      '/kuratering',
      '/kuratering/forsiden',
      '/kuratering/lagt-til-side',
      '/kuratering/rad/ny',
      '/kuratering/samlinger',
      '/kuratering/samlinger/ny',
      '/kuratering/rad',
      '/kuratering/tall/deltar',
    ],
    ...['/kuratering/gjennomgang', '/kuratering/gjennomgang/ovelse-forst-bodo', '/kuratering/tall/gjenbruk'],
  ]
  await expectAccessiblePages(page, [...desk, link])
})
