import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { nils, signIn } from './people'

// From a finished project to a report that others read: what takes ten minutes is the reading, not the form.

const project = 'Digitale tjenester'
/** What is pressed and filled in on the way. */
const mostSteps = 6
/** What is asked for at once. The rest is one press away. */
const mostControls = 20

const controls = (page: Page) =>
  page.locator('main form').locator('input:visible, select:visible, textarea:visible, [role="textbox"]:visible')

test.describe.configure({ mode: 'serial' })

test('a finished project becomes a published report in a few presses, with nothing to type', async ({ page }) => {
  test.slow()
  let steps = 0
  const press = async (role: 'link' | 'button', name: string | RegExp) => {
    steps++
    await page.getByRole(role, { name }).first().click()
  }
  await signIn(page, nils)
  await page.goto('/portefolje?q=tjenester')
  await page.getByRole('link', { name: project, exact: true }).click()

  await press('link', 'Skriv erfaringsrapport')
  await expect(page.getByRole('heading', { level: 1, name: 'Erfaringsrapport' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Vis alle feltene' })).toBeVisible()
  await expect(page.getByRole('toolbar').first()).toBeVisible()
  expect(await controls(page).count()).toBeLessThanOrEqual(mostControls)
  await expect(page.getByLabel('Utfall')).toHaveValue('completed')
  await expectAccessible(page)
  await press('button', 'Publiser')

  await expect(page.getByRole('heading', { level: 1, name: 'Se over før du publiserer' })).toBeVisible()
  const all = page.getByRole('button', { name: /^Behold alle: / })
  for (const kind of await all.allInnerTexts()) await press('button', kind)
  for (const box of await page.getByRole('checkbox', { name: /^Behold/, checked: false }).all()) {
    steps++
    await box.check()
  }
  await press('button', 'Publiser')
  await expect(page.getByRole('heading', { level: 1, name: project })).toBeVisible()
  await expect(page.getByText('6. juni 2024', { exact: false }).first()).toBeVisible()
  expect(steps).toBeLessThanOrEqual(mostSteps)
})

test('the next version is seen with the eyes of its readers before they see it', async ({ page }) => {
  await signIn(page, nils)
  await page.goto('/portefolje?q=tjenester')
  await page.getByRole('link', { name: project, exact: true }).click()
  await page
    .getByRole('link', { name: /erfaringsrapport/i })
    .first()
    .click()
  await page.locator('#del-effect > summary').click()
  await page.locator('#del-effect .writing-readers > summary').click()
  await page.getByLabel('Hvem får lese denne delen?').and(page.locator(':visible')).selectOption('Bare egen kommune')
  await page.getByRole('button', { name: 'Forhåndsvis' }).click()
  await expect(page.getByRole('heading', { name: 'Hva det ga' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Kristiansand', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Hva det ga' })).toBeVisible()
  await page.getByRole('link', { name: 'Alle andre', exact: true }).click()
  await expect(page.getByText('Disse får ikke lese rapporten')).toBeVisible()
  await expectAccessible(page)
})
