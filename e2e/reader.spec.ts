import { expect, test } from '@playwright/test'
import { amina, signIn } from './people'

test('the reader chooses language and colours, and they stay', async ({ page }) => {
  await page.goto('/kommuner')
  await page.getByRole('combobox', { name: 'Språk' }).selectOption('Nynorsk')
  await page.getByRole('combobox', { name: 'Farger' }).selectOption('Mørke')
  await page.getByRole('button', { name: 'Bruk' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Kommunar' })).toBeVisible()
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn')
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark')
})

test('what does not exist and what one may not see answer alike', async ({ page }) => {
  for (const path of [
    '/finnes-ikke',
    '/erfaringer/finnes-ikke',
    '/prosjekter/ikke-en-id',
    '/prosjekter/01900000-0000-7000-8000-000000000000',
    '/kommuner/9999',
    '/logg-inn/9999',
  ]) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1, name: 'Vi fant ikke siden' })).toBeVisible()
  }
})

test('pages for others: a visitor is asked to sign in and comes back, staff find no desk of the advisors', async ({ page }) => {
  await page.goto('/portefolje?sorter=-budsjett')
  await expect(page).toHaveURL(/\/logg-inn\?neste=/)
  await page.getByRole('searchbox', { name: 'Finn kommunen din' }).fill('lillesand')
  await page.getByRole('link', { name: /Lillesand/ }).click()
  await page.getByRole('button', { name: 'Gå til innloggingen' }).click()
  await page.getByRole('button', { name: amina.name }).click()
  await expect(page).toHaveURL(/\/portefolje\?sorter=-budsjett$/)
  expect((await page.goto('/kuratering'))?.status()).toBe(404)
})

test('signing out ends the session at the provider too: it asks again', async ({ page }) => {
  await signIn(page, amina)
  await page.getByRole('button', { name: 'Logg ut' }).click()
  await expect(page).toHaveURL(/\/logget-ut/)
  await expect(page.getByText('Økten er avsluttet både i Delt og hos innloggingen din.')).toBeVisible()
  await page.goBack()
  await expect(page.getByText(amina.name)).toHaveCount(0)
  await page.goto('/portefolje')
  await expect(page).toHaveURL(/\/logg-inn/)
  await page.goto(amina.door)
  await page.getByRole('button', { name: 'Gå til innloggingen' }).click()
  await expect(page.getByText('Oppdiktet innlogging for utprøving')).toBeVisible()
})

test('the main path by keyboard alone', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Hopp til hovedinnhold' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox').first()).toBeFocused()
  await page.keyboard.type('vassmålar')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=vassm/)
  const first = page.getByRole('main').getByRole('article').getByRole('link').first()
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Søk etter')
})

test('the health page tells version, database and migrations', async ({ request }) => {
  const response = await request.get('/api/health')
  expect(response.status()).toBe(200)
  const health = await response.json()
  expect(health).toMatchObject({ version: '0.1.0', database: 'up' })
  expect(health.migrations).toContain('20261123000300_isolation')
})
