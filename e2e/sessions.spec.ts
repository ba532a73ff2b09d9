import { expect, type Page, test } from '@playwright/test'
import pg from 'pg'
import { expectAccessible, expectAccessiblePages } from './accessible'
import { ingvild, lise, problems, signIn, solfrid, torgeir } from './people'

// What happens to a session with time. The clock of the browser is wound on; what the server believes is set in its database.

/** What the server believes of the open sessions of somebody. */
async function set(name: string, what: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL })
  await client.connect()
  await client.query(
    `UPDATE auth_session SET ${what} WHERE ended_at IS NULL AND person_id = (SELECT id FROM person WHERE name = $1)`,
    [name],
  )
  await client.end()
}

const lastSeen = (name: string, minutesAgo: number) => set(name, `last_seen_at = now() - interval '${minutesAgo} minutes'`)
const endsIn = (name: string, minutes: number) => set(name, `expires_at = now() + interval '${minutes} minutes'`)

test('S3 the reader is warned before the session runs out, goes on by a key, and loses nothing when it does', async ({
  page,
}) => {
  await page.clock.install()
  await signIn(page, lise)
  await page.goto('/ideer/ny')
  await page.getByRole('textbox', { name: 'Tittel' }).fill('Delte sykler på rådhuset')
  await lastSeen(lise.name, 28)
  await page.clock.runFor('27:30')
  const dialog = page.getByRole('dialog', { name: 'Er du fortsatt her?' })
  await expect(dialog).toBeVisible()
  await expect(dialog).toContainText('Du blir logget ut om 2 minutter')
  await expectAccessible(page)
  await expect(dialog.getByRole('button', { name: 'Fortsett' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await lastSeen(lise.name, 31)
  await page.clock.runFor('30:00')
  const over = page.getByRole('dialog', { name: 'Du er logget ut' })
  await expect(over).toBeVisible()
  await over.getByRole('link', { name: 'Logg inn igjen' }).click()
  await page.getByRole('button', { name: 'Gå til innloggingen' }).click()
  await expect(page).toHaveURL(/\/ideer\/ny$/)
  await page.getByRole('button', { name: 'Hent den fram' }).click()
  await expect(page.getByRole('textbox', { name: 'Tittel' })).toHaveValue('Delte sykler på rådhuset')
})

test('S3 at its limit the reader is told once, and left in peace', async ({ page }) => {
  await page.clock.install()
  await signIn(page, torgeir)
  // The watch must have begun before the clock is moved.
  await page.goto('/ideer/ny', { waitUntil: 'networkidle' })
  await endsIn(torgeir.name, 2)
  await page.clock.runFor('27:30')
  const warning = page.getByRole('dialog', { name: 'Økten din er snart slutt' })
  await expect(warning).toContainText('kan ikke forlenges')
  await page.keyboard.press('Escape')
  await expect(warning).toBeHidden()
  await page.clock.runFor('01:00')
  await expect(warning).toBeHidden()
  await set(torgeir.name, 'expires_at = now()')
  await page.clock.runFor('01:10')
  const over = page.getByRole('dialog', { name: 'Du er logget ut' })
  await expect(over).toBeVisible()
  await page.keyboard.press('Escape')
  await page.clock.runFor('05:00')
  await expect(over).toBeHidden()
})

test('what is sent too late is not lost; whoever signs out leaves nothing that was typed, and nothing to go back to', async ({
  page,
}) => {
  await signIn(page, ingvild)
  await page.goto('/ideer/ny')
  const title = page.getByRole('textbox', { name: 'Tittel' })
  await title.fill('Felles verksted for hjelpemidler')
  await lastSeen(ingvild.name, 31)
  await page.getByRole('button', { name: 'Registrer ideen' }).click()
  await expect(problems(page)).toContainText('Du er logget ut, så dette ble ikke lagret')
  await expect(title).toHaveValue('Felles verksted for hjelpemidler')
  await expectAccessible(page)
  await problems(page).getByRole('link', { name: 'Logg inn igjen' }).click()
  await page.getByRole('link', { name: 'Asker', exact: true }).first().click()
  await page.getByRole('button', { name: 'Gå til innloggingen' }).click()
  await expect(page).toHaveURL(/\/ideer\/ny$/)
  await page.getByRole('button', { name: 'Hent den fram' }).click()
  await expect(title).toHaveValue('Felles verksted for hjelpemidler')

  await page.getByRole('button', { name: 'Logg ut' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Du er logget ut' })).toBeVisible()
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('delt:kladd:')))).toEqual([])
  await goBackTo(page, '/ideer/ny')
  await expect(page).toHaveURL(/\/logg-inn\?neste=%2Fideer%2Fny$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Logg inn' })).toBeVisible()
})

/** As with a long press on the back button: past what leads on by itself. */
async function goBackTo(page: Page, path: string): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  const { entries } = await browser.send('Page.getNavigationHistory')
  const entry = entries.findLast(({ url }) => new URL(url).pathname === path)
  await browser.send('Page.navigateToHistoryEntry', { entryId: entry?.id ?? -1 })
}

test('S7 a session elsewhere is seen and ended', async ({ page, browser }) => {
  await signIn(page, solfrid)
  const elsewhere = await browser.newPage()
  await signIn(elsewhere, solfrid)
  await page.goto('/min-side')
  await page.getByRole('link', { name: 'Innlogginger' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Chrome, Windows' })).toHaveCount(2)
  await page.getByRole('button', { name: /^Avslutt : Chrome/ }).click()
  await expect(page.getByText('Innloggingen er avsluttet.')).toBeVisible()
  await elsewhere.goto('/min-side')
  await expect(elsewhere).toHaveURL(/\/logg-inn/)
  await elsewhere.close()
  await expectAccessiblePages(page, ['/innlogginger'])
})
