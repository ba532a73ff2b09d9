import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectAccessiblePages, expectFits } from './accessible'
import { henrik, per, problems, signIn } from './people'

// A municipality lets a named advisor of KommIT in for a while: they see and may what they were let in to, and are out when it is over.
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const written = (day: string) => day.split('-').reverse().join('.')
const until = dayFromNow(30)
const banner = (page: Page) => page.getByRole('complementary', { name: 'Rådgiver i en kommune' })

test('A6 an advisor whom nobody has let in sees nothing of a municipality', async ({ page }) => {
  await signIn(page, henrik)
  await page.goto('/kuratering')
  await expect(page.getByText('Ingen kommuner har gitt deg tilgang nå')).toBeVisible()
  await expect(banner(page)).toHaveCount(0)
  for (const closed of ['/portefolje', '/ideer', '/admin/radgivere'])
    expect((await page.goto(closed))?.status(), closed).toBe(404)
})

test('A6 the administrator gives access for a while, and not for longer than may be', async ({ page }) => {
  await signIn(page, per)
  await page.goto('/admin')
  await page.getByRole('link', { name: 'Rådgivere fra KommIT' }).click()
  await expect(page.getByText('Ingen fra KommIT har tilgang')).toBeVisible()
  await page.getByLabel('Rådgiver', { exact: false }).first().selectOption({ label: henrik.name })
  await page.getByLabel('Til og med').fill(dayFromNow(120))
  await page.getByLabel('Hvorfor').fill('Ser på risikoen i porteføljen sammen med oss')
  await page.getByRole('button', { name: 'Gi tilgang' }).click()
  await expect(problems(page)).toContainText('innen 90 dager')
  await page.getByLabel('Til og med').fill(until)
  await page.getByRole('button', { name: 'Gi tilgang' }).click()
  const given = page.getByRole('listitem').filter({ hasText: henrik.name })
  await expect(given).toContainText('Ser på risikoen i porteføljen sammen med oss')
  await expect(given).toContainText('Har ikke vært inne')
  await expectAccessiblePages(page, ['/admin/radgivere', '/admin'])
})

test('A6 the advisor goes in, sees the portfolio as a reader, changes nothing, and goes out', async ({ page }) => {
  await signIn(page, henrik)
  await page.goto('/varsler')
  await page
    .getByRole('link', { name: /Kristiansand har gitt deg tilgang/ })
    .first()
    .click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Gå inn i Kristiansand' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kristiansand')
  await expect(banner(page)).toContainText(`Du er rådgiver i Kristiansand til ${written(until)}`)
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectFits(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  for (const open of ['/portefolje/oversikt', '/ideer', '/innlogginger', '/personvern/mine', '/min-side', '/varsler']) {
    expect((await page.goto(open))?.status(), open).toBe(200)
    await expect(banner(page)).toBeVisible()
  }
  // The last of them offers a reader nothing to settle, who settles it at home.
  await expect(page.getByRole('link', { name: 'Velg hva du får på e-post' })).toHaveCount(0)
  expect((await page.goto('/varsler/innstillinger'))?.status()).toBe(404)
  for (const closed of ['/admin', '/admin/radgivere', '/admin/personer', '/admin/logg', '/kuratering', '/kuratering/forsiden'])
    expect((await page.goto(closed))?.status(), closed).toBe(404)
  await page.goto('/portefolje')
  await expect(page.getByRole('link', { name: 'Nytt prosjekt' })).toHaveCount(0)
  await page.locator('main table a[href^="/prosjekter/"]').first().click()
  await page.waitForURL(/\/prosjekter\//)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const project = new URL(page.url()).pathname
  for (const closed of [`${project}/rediger`, `${project}/oppgaver/ny`, '/nytt-prosjekt', '/ideer/ny'])
    expect((await page.goto(closed))?.status(), closed).toBe(404)
  await page.goto('/portefolje')
  await banner(page)
    .getByRole('button', { name: /^Gå ut/ })
    .click()
  await expect(page.getByText('Du er ute av kommunen.')).toBeVisible()
  await expect(banner(page)).toHaveCount(0)
  expect((await page.goto('/portefolje'))?.status()).toBe(404)
})

test('A6 the administrator ends it, and the advisor who is inside is out at their next step', async ({ page, browser }) => {
  await signIn(page, henrik)
  await page.goto('/kuratering')
  await page.getByRole('button', { name: 'Gå inn i Kristiansand' }).click()
  await expect(banner(page)).toBeVisible()
  const other = await (await browser.newContext()).newPage()
  await signIn(other, per)
  await other.goto('/admin/radgivere')
  const given = other.getByRole('listitem').filter({ hasText: henrik.name })
  await expect(given).toContainText('Sist inne')
  await given.locator('summary').click()
  await given.getByRole('button', { name: /^Ja, avslutt tilgangen/ }).click()
  await expect(other.getByText('Tilgangen er avsluttet.')).toBeVisible()
  await expect(other.getByRole('row').filter({ hasText: henrik.name })).toContainText(/Avsluttet .* av Per Justnes/)
  await page.getByRole('link', { name: 'Ideer', exact: true }).first().click()
  await expect(banner(page)).toHaveCount(0)
  expect((await page.goto('/portefolje'))?.status()).toBe(404)
  await page.goto('/kuratering')
  await expect(page.getByText('Ingen kommuner har gitt deg tilgang nå')).toBeVisible()
  await other.goto('/admin/logg?q=KommIT')
  for (const done of ['gikk inn i kommunen', 'gikk ut av kommunen'])
    await expect(
      other
        .getByRole('row')
        .filter({ hasText: `KommIT-rådgiver ${done}` })
        .first(),
    ).toContainText('Henrik Dahle (KommIT)')
  await expectAccessiblePages(other, ['/admin/radgivere'])
  await other.close()
})
