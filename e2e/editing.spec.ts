import { expect, type Page, test } from '@playwright/test'
import { problems, signIn, tor } from './people'

// What stands on the overview is changed there; what is deleted asks first and comes back.
test.describe.configure({ mode: 'serial' })

const title = 'Digital billett til bassenget'
let path = ''

const facts = (page: Page) => page.getByRole('region', { name: 'Fakta' })

test('the goal is changed where it stands, by keyboard alone, and the way back is where one left', async ({ page }) => {
  await signIn(page, tor)
  await page.goto('/nytt-prosjekt')
  await page.getByRole('textbox', { name: 'Tittel' }).fill(title)
  await page.getByRole('combobox', { name: 'Tema' }).selectOption({ label: 'Kultur og fritid' })
  await page.getByRole('button', { name: 'Start prosjektet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  path = new URL(page.url()).pathname

  const change = page.getByRole('link', { name: /^Endre\s*: Mål$/ })
  await change.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Tittel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(change).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Mål' }).fill('Ingen skal stå i kø for å bade.')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByRole('status')).toContainText('Lagret')
  await expect(page.getByText('Ingen skal stå i kø for å bade.')).toBeVisible()
})

test('two who change the same: the second gets both versions', async ({ page, browser }) => {
  const other = await browser.newPage()
  for (const one of [page, other]) {
    await signIn(one, tor)
    await one.goto(`${path}?endre=facts`)
  }
  await other.getByRole('textbox', { name: 'Leverandører' }).fill('Badevakt AS')
  await other.getByRole('button', { name: 'Lagre' }).click()
  await expect(facts(other)).toContainText('Badevakt AS')
  await other.close()
  await page.getByRole('textbox', { name: 'Leverandører' }).fill('Stupetårn AS')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByRole('table', { name: 'Begge versjonene, felt for felt' })).toContainText('Badevakt AS')
  await page.getByRole('button', { name: 'Lagre', exact: true }).click()
  await expect(facts(page)).toContainText('Stupetårn AS')
})

test('a role is not taken away by a slip', async ({ page }) => {
  await signIn(page, tor)
  await page.goto(`${path}/rediger`)
  const people = page.getByRole('region', { name: 'Folk i prosjektet' })
  await people.getByRole('combobox', { name: /^Person/ }).selectOption({ label: 'Kjell Omland' })
  await people.getByRole('combobox', { name: /^Rolle/ }).selectOption({ label: 'Prosjektstøtte' })
  await people.getByRole('button', { name: 'Legg til' }).click()
  const kjell = people.getByRole('listitem').filter({ hasText: 'Kjell Omland' })
  await kjell.locator('summary').click()
  await expect(kjell).toContainText('Kjell Omland er ikke lenger prosjektstøtte')
  await kjell.getByRole('button', { name: /^Ja, fjern/ }).click()
  await expect(kjell).toHaveCount(0)
})

test('a project is deleted, is gone from the portfolio, and comes back', async ({ page }) => {
  await signIn(page, tor)
  await page.goto(`${path}/slett`)
  await page.getByRole('textbox', { name: /^Skriv prosjektnummeret/ }).fill('1999-001')
  await page.getByRole('button', { name: 'Slett prosjektet' }).click()
  await expect(problems(page)).toContainText('Det er ikke nummeret til dette prosjektet.')
  const label = (await page.locator('label[for="number"]').textContent()) ?? ''
  await page.getByRole('textbox', { name: /^Skriv prosjektnummeret/ }).fill(label.match(/\d{4}-\d+/)?.[0] ?? '')
  await page.getByRole('button', { name: 'Slett prosjektet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Slettede prosjekter' })).toBeVisible()
  expect((await page.goto(path))?.status()).toBe(404)
  await page.goto(`/portefolje?q=${encodeURIComponent(title)}`)
  await expect(page.getByRole('link', { name: title, exact: true })).toHaveCount(0)
  await page.getByRole('link', { name: 'Slettede prosjekter' }).click()
  await page
    .getByRole('listitem')
    .filter({ hasText: title })
    .getByRole('button', { name: /^Gjenopprett/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('Ingen skal stå i kø for å bade.')).toBeVisible()
})

test('a project with decisions is stopped, not deleted', async ({ page }) => {
  await signIn(page, tor)
  await page.goto('/portefolje?q=byggesaks')
  await page.getByRole('link', { name: 'Digital byggesaksbehandling', exact: true }).click()
  await page.getByRole('link', { name: 'Rediger', exact: true }).click()
  await page.getByRole('link', { name: 'Slett prosjektet' }).click()
  await expect(page.getByText(/^Prosjektet har beslutninger/)).toBeVisible()
  await page.getByRole('link', { name: 'Endre tilstanden' }).click()
  await expect(page.getByRole('combobox', { name: /^Tilstand/ })).toBeVisible()
})
