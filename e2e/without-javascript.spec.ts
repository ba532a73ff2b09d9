import { expect, test } from '@playwright/test'
import { problems, tor } from './people'

test.use({ javaScriptEnabled: false })

test('searching, narrowing and reading work before scripts have loaded', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('combobox').first().fill('sjukeheim')
  await page.getByRole('button', { name: 'Søk' }).click()
  await expect(page.getByRole('status')).toContainText('treff for «sjukeheim»')
  await page.getByRole('link', { name: /^Erfaringsrapport/ }).click()
  await expect(page).toHaveURL(/type=rapport/)
  await page.getByRole('link', { name: /Tryggleik på sjukeheimen/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Tryggleik på sjukeheimen')
})

test('a portfolio manager signs in, sorts and narrows the portfolio, and is told what is missing in a report', async ({
  page,
}) => {
  await page.goto('/logg-inn?q=grimstad')
  await page
    .getByRole('link', { name: /Grimstad/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Gå til innloggingen' }).click()
  await page.getByRole('button', { name: tor.name }).click()
  await expect(page).toHaveURL(/\/portefolje$/)
  await page.getByRole('link', { name: 'Budsjett' }).click()
  await page.getByRole('link', { name: 'Budsjett' }).click()
  await expect(page.getByRole('columnheader', { name: 'Budsjett' })).toHaveAttribute('aria-sort', 'descending')
  await page.locator('summary', { hasText: 'Tilstand' }).click()
  await page.getByRole('group', { name: 'Tilstand' }).getByRole('checkbox', { name: 'Aktivt' }).check()
  await page.getByRole('button', { name: 'Bruk', exact: true }).first().click()
  await expect(page).toHaveURL(/f-tilstand=active/)
  await expect(page).toHaveURL(/sorter=-budsjett/)
  await page.getByRole('link', { name: 'Digital byggesaksbehandling', exact: true }).click()
  await page
    .getByRole('link', { name: /erfaringsrapport/i })
    .first()
    .click()
  await page.getByRole('textbox', { name: 'Tittel' }).fill('Et navn som skal bli stående')
  await page.getByLabel('Kontakt').fill('')
  await page.getByRole('button', { name: /^Publiser/ }).click()
  await expect(problems(page)).toContainText('Kontakt: Fyll ut dette feltet.')
  await expect(page.getByRole('textbox', { name: 'Tittel' })).toHaveValue('Et navn som skal bli stående')
  await page.getByRole('button', { name: 'Logg ut' }).first().click()
  // Without scripts the provider asks once before it ends its own session.
  await page.getByRole('button', { name: 'Logg ut' }).click()
  await expect(page.getByRole('link', { name: 'Logg inn' }).first()).toBeVisible()
})
