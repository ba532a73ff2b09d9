import { expect, type Page, test } from '@playwright/test'
import pg from 'pg'
import { expectAccessible, expectAccessiblePages } from './accessible'
import { lars, problems, signIn, turid } from './people'
import { TownProvider } from './town-provider'

// A municipality connects a provider of its own, as somebody who has never seen Delt would; and looks after its people.
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const town = new TownProvider('Hamar', [
  { sub: 'tone', personKey: 'tone', name: 'Tone Furnes', email: 'tone@hamar.example', jobTitle: 'Arkivar' },
  { sub: 'roger', personKey: 'roger', name: 'Roger Vang', email: 'roger@hamar.example', jobTitle: 'Rådgiver' },
])
test.beforeAll(() => town.open())
test.afterAll(() => town.close())

let page: Page
let connection = ''

async function provenLongAgo(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL })
  await client.connect()
  await client.query(
    `UPDATE auth_session SET authenticated_at = now() - interval '1 hour' WHERE person_id = (SELECT id FROM person WHERE name = $1)`,
    [name],
  )
  await client.end()
}

test('an administrator registers and tries a connection', async ({ browser, baseURL }) => {
  page = await (await browser.newContext()).newPage()
  await signIn(page, lars)
  await page.getByRole('link', { name: 'Administrasjon' }).click()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Innlogging', exact: true }).click()
  await page.getByRole('link', { name: 'Koble til en innlogging' }).click()
  await page.getByRole('radio', { name: 'Keycloak' }).check()
  await page.getByRole('button', { name: 'Finn leverandøren' }).click()
  await expect(problems(page)).toContainText('Fyll ut dette feltet')
  await page.getByRole('textbox', { name: /issuer/ }).fill('https://finnes.ikke.invalid')
  await page.getByRole('button', { name: 'Finn leverandøren' }).click()
  await expect(problems(page)).toContainText('Vi fikk ikke et svar som stemmer')
  await expect(page.getByRole('radio', { name: 'Keycloak' })).toBeChecked()
  await page.getByRole('textbox', { name: /issuer/ }).fill(town.issuer)
  await page.getByRole('button', { name: 'Finn leverandøren' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '1. Registrer Delt hos leverandøren' })).toBeVisible()
  await expectAccessible(page)
  connection = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await expect(page.getByText(`${baseURL}/api/auth/callback/${connection}`)).toBeVisible()

  await town.register('delt-hamar', baseURL ?? '', connection)
  await page.getByRole('textbox', { name: 'Klient-ID' }).fill('delt-hamar')
  await page.getByRole('button', { name: 'Lagre' }).first().click()
  await page.getByRole('button', { name: 'Prøv nå' }).click()
  await page.getByRole('button', { name: 'Avbryt' }).click()
  await expect(page.getByText('Det gikk ikke: Du avbrøt innloggingen.')).toBeVisible()
  await page.getByRole('button', { name: 'Prøv nå' }).click()
  await page.getByRole('button', { name: 'Tone Furnes' }).click()
  await expect(page.getByText('Innloggingen virker.')).toBeVisible()
  await expect(page.getByText(/^Tone Furnes kom gjennom/)).toBeVisible()
})

test('says whom it lets in, and sends it as somebody who has just proved who they are', async () => {
  await page.getByRole('radio', { name: 'De meldes inn, og venter på godkjenning' }).check()
  await page.getByRole('button', { name: 'Lagre' }).last().click()
  await expect(page.getByText('Lagret.')).toBeVisible()
  // Half an hour has gone by at the provider: whoever sends it proves once more who they are.
  await provenLongAgo(lars.name)
  await page.getByRole('button', { name: 'Send til godkjenning' }).click()
  await problems(page).getByRole('link', { name: 'Bekreft at det er deg' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Logg inn på nytt' }).click()
  await page.getByRole('button', { name: lars.name }).click()
  await page.getByRole('button', { name: 'Send til godkjenning' }).click()
  await expect(page.getByText(/Venter på driften\.$/)).toBeVisible()
})

test('an operator looks at it and opens the door', async ({ browser }) => {
  const desk = await (await browser.newContext()).newPage()
  await signIn(desk, turid)
  await expect(desk).toHaveURL(/\/drift$/)
  await expectAccessible(desk)
  await desk
    .getByRole('link', { name: /^Hamar/ })
    .first()
    .click()
  await expect(desk.getByText(town.issuer)).toBeVisible()
  await expectAccessible(desk)
  await desk.getByRole('button', { name: 'Godkjenn' }).click()
  await expect(desk.getByText('I bruk', { exact: true })).toBeVisible()
  await expectAccessiblePages(desk, [
    ...[
      '/drift/kommuner',
      '/drift/kommuner/3403',
      '/drift/kommuner/0301',
      '/drift/kommit',
      '/drift/reform',
      '/drift/logg',
      '/drift/brev',
    ],
  ])
  expect((await desk.goto('/portefolje'))?.status()).toBe(404)
  expect((await desk.goto('/kuratering'))?.status()).toBe(200)
  await expect(desk).toHaveURL(/\/drift$/)
  await desk.close()
})

test('a small municipality is told how it joins; taken in, its people come by the door that such share', async ({ browser }) => {
  const [desk, reader] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  await reader.goto('/logg-inn/1151')
  await expect(reader.getByRole('heading', { name: 'Slik blir kommunen med' })).toBeVisible()
  await expect(reader.getByRole('link', { name: 'Skriv at dere vil være med' })).toHaveAttribute('href', /^mailto:.*Utsira/)
  await expectAccessible(reader)
  await signIn(desk, turid)
  await desk.goto('/drift/kommuner')
  await desk.getByRole('textbox', { name: 'Kommunenummer' }).fill('1151')
  await desk.getByRole('button', { name: 'Ta med' }).click()
  await expect(desk.getByText('Utsira')).toBeVisible()

  await reader.reload()
  await reader.getByRole('button', { name: 'Gå til innloggingen' }).click()
  await reader.getByRole('button', { name: 'Astrid Klovning' }).click()
  await expect(reader.getByText('venter på at administratoren i kommunen godkjenner deg')).toBeVisible()
  await expectAccessible(reader)
  // Trying again would come back with the same: another is chosen at the provider.
  await reader.getByRole('button', { name: 'Velg en annen bruker' }).click()
  await expect(reader.getByRole('button', { name: 'Odd Selvær' })).toBeVisible()
  await desk.context().close()
  await reader.context().close()
})

test('somebody new comes, waits, and is let in', async ({ browser }) => {
  const tone = await (await browser.newContext()).newPage()
  const comeIn = async () => {
    await tone.goto(lars.door)
    // The door from before is open still, so one chooses.
    await tone.getByRole('button', { name: 'Logg inn med Keycloak' }).click()
  }
  await comeIn()
  await tone.getByRole('button', { name: 'Tone Furnes' }).click()
  await expect(tone.getByText('venter på at administratoren i kommunen godkjenner deg')).toBeVisible()
  await page.goto('/admin')
  await expect(page.getByText('Én venter på godkjenning')).toBeVisible()
  await page.getByRole('link', { name: 'Personer og roller', exact: true }).click()
  await page.getByRole('link', { name: 'Tone Furnes' }).click()
  await page.getByRole('button', { name: 'Slipp inn' }).click()
  await expect(page.getByText('Lagret.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Porteføljeinnsyn' }).check()
  await page.getByRole('button', { name: 'Lagre roller' }).click()
  await expect(page.getByText('Lagret.')).toBeVisible()
  const person = new URL(page.url()).pathname
  await comeIn()
  await expect(tone.getByRole('link', { name: 'Tone Furnes Hamar' })).toBeVisible()
  await expectAccessiblePages(page, [`${person}/overlever`, `${person}/opplysninger`, person])
  await page.locator('summary', { hasText: 'Slå av brukeren' }).click()
  await page.getByRole('button', { name: /^Ja, slå av brukeren/ }).click()
  await expect(page.getByText('Slått av', { exact: true })).toBeVisible()
  await tone.goto('/min-side')
  await expect(tone).toHaveURL(/\/logg-inn/)
  await tone.context().close()
})

test('a colleague is invited by a link, and comes in with the roles that were chosen', async ({ browser }) => {
  await page.goto('/admin/personer/ny')
  await page.getByRole('textbox', { name: 'Navn' }).fill('Roger Vang')
  await page.getByRole('textbox', { name: 'E-post' }).fill('roger')
  await page.getByRole('button', { name: 'Inviter' }).click()
  await expect(problems(page)).toContainText('Skriv en e-postadresse')
  await page.getByRole('textbox', { name: 'E-post' }).fill('roger@hamar.example')
  await page.getByRole('checkbox', { name: 'Porteføljeansvarlig' }).check()
  await page.getByRole('button', { name: 'Inviter' }).click()
  await expect(page.getByText('Personen er lagt til.')).toBeVisible()
  const link = await page.getByText(/\/invitasjon\//).innerText()
  await expectAccessible(page)
  const roger = await (await browser.newContext()).newPage()
  await roger.goto(link)
  await expect(roger.getByRole('heading', { level: 1, name: 'Velkommen, Roger Vang' })).toBeVisible()
  await expectAccessible(roger)
  await roger.getByRole('button', { name: 'Gå til innloggingen' }).click()
  await roger.getByRole('button', { name: 'Roger Vang' }).click()
  await expect(roger.getByText('Porteføljeansvarlig').first()).toBeVisible()
  await roger.context().close()
})

test('all of it stands in the log, and the pages are for everybody', async () => {
  await page.goto('/admin/logg?type=access')
  for (const done of ['Tilkobling påbegynt', 'Tilkobling sendt til godkjenning', 'Tilkobling godkjent'])
    await expect(page.getByRole('cell', { name: done }).first()).toBeVisible()
  await expectAccessiblePages(page, [
    ...['/admin', '/admin/innlogging', '/admin/innlogging/ny', `/admin/innlogging/${connection}`],
    ...['/admin/personer', '/admin/personer/ny', '/admin/logg', '/personvern', '/personvern/mine'],
    ...['/admin/publisering', '/admin/samarbeid', '/admin/radgivere', '/admin/rytme', `/admin/innlogging/${connection}/katalog`],
  ])
})
