import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { amina, ingrid, problems, signIn } from './people'

// What is copied lives on: one after the other, for each builds on the one before.
test.describe.configure({ mode: 'serial' })

const source = '/erfaringer/ebyggesak-ikt-agder'
let copyPath = ''

test('one chooses item by item what comes along', async ({ page }) => {
  await signIn(page, amina)
  await page.goto(source)
  await page.getByRole('link', { name: 'Kopier til min kommune' }).click()
  await page.getByLabel('Hva skal prosjektet hete hos dere?').fill('Byggesak steg for steg')
  await page.getByLabel('Når starter dere?').fill('2027-03-01')
  await page.getByText('Se og velg punktene Milepæler').click()
  const items = page.locator('input[name="items[]"][value^="milestones."]')
  const [names, count] = [await page.locator('li:has(input[value^="milestones."]) label').allInnerTexts(), await items.count()]
  expect(count).toBeGreaterThan(1)
  await items.first().uncheck()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Kopier', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Byggesak steg for steg' })).toBeVisible()
  copyPath = new URL(page.url()).pathname
  await page.goto(`${copyPath}/plan`)
  await expect(page.getByRole('row', { name: names[1] ?? '' }).first()).toBeVisible()
  await expect(page.getByRole('row', { name: names[0] ?? '' })).toHaveCount(0)
})

test('nothing ticked is said beside the choices, with what was typed kept', async ({ page }) => {
  await signIn(page, amina)
  await page.goto(source)
  await page.getByRole('link', { name: 'Kopier til min kommune' }).click()
  await page.getByLabel('Hva skal prosjektet hete hos dere?').fill('Uten noe')
  for (const box of await page.locator('input[name="parts[]"]').all()) await box.uncheck()
  await page.getByRole('button', { name: 'Kopier', exact: true }).click()
  await expect(problems(page)).toBeVisible()
  await expect(page.getByLabel('Hva skal prosjektet hete hos dere?')).toHaveValue('Uten noe')
})

test('what was made better is given back', async ({ page }) => {
  await signIn(page, amina)
  await page.goto(`${copyPath}/forbedringer`)
  await expect(page.getByText('Ingen forbedringer å ta stilling til')).toBeVisible()
  await page.goto(`${copyPath}/milepaler/ny`)
  await page.getByLabel('Tittel').fill('Innbyggerpanelet er hørt')
  await page.getByLabel('Planlagt', { exact: false }).first().fill('2027-05-03')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await page.waitForURL(/ok=lagret/)
  await page.goto(`${copyPath}/forbedringer`)
  await page.getByRole('checkbox', { name: 'Innbyggerpanelet er hørt (ny hos dere)' }).check()
  await page.getByLabel('Et ord til kilden').first().fill('Det ga oss færre klager')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send tilbake' }).first().click()
  await expect(page.getByText('Venter på svar')).toBeVisible()
})

test('an adopter says how it uses a report, and sees it among its own', async ({ page }) => {
  await signIn(page, amina)
  await page.goto(source)
  await page.getByRole('link', { name: 'Si at dere bruker dette' }).click()
  await page.getByRole('radio', { name: 'I drift' }).check()
  await page.getByLabel('Siden når?').fill('2026-05-04')
  await page.getByLabel('Hva har det kostet dere, i kroner?').fill('1,5 mill')
  await page.getByLabel('Spart tid').fill('40 timer i måneden')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lagre og bekreft' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Dette bruker Lillesand/ })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'I drift' }).first()).toContainText('bekreftet')
  await expectAccessible(page)
})

test('the lineage can be read by anybody, as far as they may read', async ({ page }) => {
  await page.goto(source)
  await page.getByRole('link', { name: /bygger på dette/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Opphav' })).toBeVisible()
  await expect(page.getByText('Denne rapporten')).toBeVisible()
  await expectAccessible(page)
})

test('those at the source see nothing of the copy', async ({ page }) => {
  await signIn(page, ingrid)
  expect((await page.goto(`${copyPath}/forbedringer`))?.status()).toBe(404)
})
