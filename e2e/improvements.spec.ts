import { expect, test } from '@playwright/test'
import { expectAccessible, expectAccessiblePages } from './accessible'
import { problems, signIn, siv, tiril } from './people'

// Smøla has copied a risk from Kristiansand. Both have worked on it since, and Smøla has offered one of its own.
test.describe.configure({ mode: 'serial' })

let copyPath = ''

test('what the source has made better is taken in, and what both have changed is chosen', async ({ page }) => {
  await signIn(page, tiril)
  await page.goto('/min-side')
  const waiting = page.getByRole('region', { name: 'Forbedringer som venter' }).getByRole('listitem')
  await waiting.filter({ hasText: '2 endringer fra kilder' }).getByRole('link', { name: 'Trygghet på øya' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Forbedringer' })).toBeVisible()
  copyPath = new URL(page.url()).pathname.replace('/forbedringer', '')
  await expectAccessiblePages(page, [`${copyPath}/forbedringer`])
  for (const group of ['Mobilnettet faller ut i deler av kommunen', 'Gevinsten blir borte i økt etterspørsel'])
    await page
      .getByRole('group', { name: new RegExp(group) })
      .getByRole('radio', { name: 'Ta inn' })
      .check()
  await page.getByRole('button', { name: /Lagre svarene/ }).click()
  await expect(problems(page)).toContainText('Velg hva som skal gjelde')
  const conflict = page.getByRole('group', { name: 'Konsekvens: Hva skal gjelde?' })
  await expectAccessible(page)
  await conflict.getByRole('radio', { name: /^Vårt/ }).check()
  await page.getByRole('button', { name: /Lagre svarene/ }).click()
  await expect(page.getByText('Ingen forbedringer å ta stilling til')).toBeVisible()
  await page.goto(`${copyPath}/usikkerheter`)
  await expect(page.getByRole('link', { name: 'Gevinsten blir borte i økt etterspørsel', exact: true })).toBeVisible()
  // What was only changed here stays, and what was only changed there has come along.
  await page.getByRole('link', { name: 'Ingen dekning på ytterøyene', exact: true }).click()
  await expect(page.getByText(/^Kopiert fra/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Konsekvens, med egne ord' })).toHaveValue(
    'Tilsynet svikter der det trengs mest',
  )
  await expect(page.getByRole('link', { name: /liste over hvem som skal ringes ved bortfall/ })).toBeVisible()
})

test('what was offered is taken with thanks, and the item remembers who gave it', async ({ page }) => {
  await signIn(page, siv)
  await page.goto('/min-side')
  const waiting = page.getByRole('region', { name: 'Forbedringer som venter' }).getByRole('listitem')
  await waiting.filter({ hasText: '1 forslag fra en annen kommune' }).getByRole('link').click()
  const offer = page.getByRole('listitem').filter({ hasText: 'De eldre føler seg overvåket' }).first()
  await expect(offer).toContainText('Det hjalp å vise hva nattevakten faktisk ser')
  await expectAccessiblePages(page, [new URL(page.url()).pathname])
  await page.getByRole('radio', { name: 'Ta inn det som er krysset av' }).check()
  await page.getByLabel('Et ord tilbake').fill('Tusen takk, det hadde vi glemt!')
  await page.getByRole('button', { name: 'Send svaret' }).click()
  await expect(page.getByText('Tatt inn')).toBeVisible()
  await page.goto(new URL(page.url()).pathname.replace('/forbedringer', '/usikkerheter'))
  await page.getByRole('link', { name: 'De eldre føler seg overvåket', exact: true }).click()
  await expect(page.getByText(/Gjort bedre med hjelp fra Smøla/)).toBeVisible()
})

test('the one who gave reads the answer', async ({ page }) => {
  await signIn(page, tiril)
  await page.goto(`${copyPath}/forbedringer`)
  await expect(page.getByText('Tusen takk, det hadde vi glemt!')).toBeVisible()
})
