import { expect, test } from '@playwright/test'
import { expectAccessible, expectAccessiblePages } from './accessible'
import { signIn, tiril } from './people'

// What others have paid, reports and projects beside each other, and whom to ask in a municipality. Nothing here is changed by another story.

const costs = '/erfaringer/kostnader'
const lillesand = '/erfaringer/fjernavleste-vannmalere-lillesand'

test('a visitor from a small municipality sees what water meters have cost, large and small, and compares two cases', async ({
  page,
}) => {
  await page.goto(costs)
  await page.getByRole('link', { name: 'Vann og avløp' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vann og avløp: hva det har kostet og gitt')
  await page.getByLabel('Jeg er fra').selectOption({ label: 'Ulvik' })
  await page.getByRole('button', { name: 'Velg', exact: true }).click()
  await expect(page.getByText('Sett fra')).toBeVisible()
  const introduction = page.getByRole('region', { name: 'Innføring, kroner per innbygger' })
  const row = introduction.getByRole('row', { name: /Ulvik: Fjernavlesne vassmålarar/ })
  await expect(row).toContainText('Dere')
  await expect(row).toContainText(/\d+\skr/)
  await expect(introduction).toContainText(/For [\d\s]+ innbyggere blir det/)
  await expect(page.getByRole('row', { name: /Under 5\s000 innbyggere Dere er her/ })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Sammenlign saker i temaet side om side' }).click()
  for (const name of ['Lillesand', 'Stryn']) await page.getByRole('checkbox', { name: new RegExp(`^${name}:`) }).check()
  await page.getByRole('button', { name: 'Sammenlign' }).click()
  await expect(page.getByRole('row', { name: /^Innføring/ })).toContainText('per innbygger')
  await expect(page.getByRole('row', { name: /^Utfall Ulikt/ })).toBeVisible()
})

test('reports are marked among the hits and set beside each other, with the keyboard alone', async ({ page }) => {
  await page.goto('/erfaringer?tema=vann-og-avlop&type=rapport')
  for (const name of ['Vassmålarar og varsling', 'Fjernavleste vannmålere']) {
    await page.getByRole('checkbox', { name: new RegExp(`^Sammenlign : ${name}`) }).focus()
    await page.keyboard.press('Space')
  }
  await page.getByRole('button', { name: 'Sammenlign de valgte' }).press('Enter')
  await expect(page).toHaveURL(/sammenlign\?rapport=.+&rapport=/)
  await expect(page.getByRole('columnheader', { name: /Lillesand/ })).toBeVisible()
})

test('two municipalities’ versions of the same project are read as what only one has and what differs', async ({ page }) => {
  await page.goto('/erfaringer/sammenlign?rapport=byggesak-pa-nett-volda&rapport=byggesak-for-en-saksbehandler-kafjord')
  await page.getByRole('link', { name: 'Se forskjellen på prosjektene' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Forskjellen på to prosjekter')
  const milestones = page.getByRole('region', { name: 'Milepæler' })
  await expect(milestones.getByRole('heading', { name: 'Bare hos Volda (1)' })).toBeVisible()
  await expect(milestones.getByRole('table')).toContainText(/Første sak på nett.*dag \d+ etter start.*dag \d+ etter start/s)
  await expectAccessible(page)
  await page.getByLabel('Sammenlign med').selectOption({ label: 'Arendal: Digital byggesaksbehandling i kommunen' })
  await page.getByRole('button', { name: 'Sammenlign' }).click()
  await expect(page.getByText(/\d+ bare hos Volda, \d+ bare hos Arendal/).first()).toBeVisible()
})

test('what a report takes for granted is held against an island, and is chosen into the copy', async ({ page }) => {
  await signIn(page, tiril)
  await page.goto('/erfaringer/byggesak-for-en-saksbehandler-kafjord/passer')
  const small = page.getByRole('listitem').filter({ hasText: 'Inntil 5 000 innbyggere' })
  await expect(small).toContainText('På plass')
  await page.getByRole('button', { name: 'Det har vi ikke : KS FIKS' }).first().click()
  await expect(page.getByText('Tiril Nordvika svarte').first()).toBeVisible()
  await page.getByRole('button', { name: 'Vet ikke likevel : KS FIKS' }).first().click()
  await expect(page.getByText('Tiril Nordvika svarte')).toHaveCount(0)
  await page.getByRole('link', { name: 'Kopier til min kommune' }).click()
  const first = page.getByRole('group', { name: 'Hva må på plass hos dere først?' })
  await expect(first.getByRole('checkbox', { name: 'Godkjent DPIA' })).toBeChecked()
  await expect(first.getByRole('checkbox', { name: 'KS FIKS i bruk' })).toBeChecked()
})

test('the pages of comparing are for everybody', async ({ page }) => {
  test.setTimeout(200_000)
  await expectAccessiblePages(page, [
    ...[costs, `${costs}?tema=byggesak`, `${costs}?tema=vann-og-avlop&storrelse=under5000`, `${costs}?tema=finnes-ikke`],
    ...[
      '/erfaringer/sammenlign',
      '/erfaringer/sammenlign?tema=vann-og-avlop',
      `${lillesand}#cost`,
      '/kommuner/4215',
      '/kommuner/4620',
    ],
  ])
})
