import { expect, test } from '@playwright/test'
import { katrine, signIn } from './people'

// In a municipality that no other test changes: its figures stand still.
test('every figure of the dashboard leads to the rows behind it', async ({ page }) => {
  await signIn(page, katrine)
  await page.goto('/portefolje/oversikt')
  for (const name of ['Aktive prosjekter', 'Rapporter på overtid', 'Åpne vilkår', 'Ikke målt ennå']) {
    await page.goto('/portefolje/oversikt')
    const link = page.getByRole('link', { name: new RegExp(`^${name}`) }).first()
    const [count = ''] = ((await link.textContent()) ?? '').match(/\d+$/) ?? []
    await link.click()
    await expect(page.getByRole('status').filter({ hasText: 'treff' })).toHaveText(
      count === '0' ? 'Ingen treff' : `${count} treff`,
    )
  }
  await page.goto('/portefolje/usikkerhet')
  const cell = page.getByRole('table', { name: 'Risikoer' }).getByRole('link').first()
  const [count = ''] = ((await cell.textContent()) ?? '').match(/^\d+/) ?? []
  await cell.click()
  await expect(page.getByRole('status').filter({ hasText: 'treff' })).toHaveText(`${count} treff`)
})
