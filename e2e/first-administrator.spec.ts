import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectFits } from './accessible'
import { problems, signIn, turid } from './people'
import { TownProvider } from './town-provider'

// A municipality that nobody has signed in from: its first administrator comes by a link, with the guide in hand and nothing else.
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const number = '4205'
const berit = { name: 'Berit Vatne', email: 'berit.vatne@lindesnes.example' }
const town = new TownProvider('Lindesnes', [
  { sub: 'berit', personKey: 'berit', ...berit, jobTitle: 'IKT-rådgiver' },
  { sub: 'stein', personKey: 'stein', name: 'Stein Holmen', email: 'stein@lindesnes.example', jobTitle: 'Saksbehandler' },
])
test.beforeAll(() => town.open())
test.afterAll(() => town.close())

let page: Page
let link = ''
let connection = ''

/** Also as one picture a step for the guide, where a folder for them is named. */
async function step(name: string): Promise<void> {
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'light' })
  const folder = process.env.GUIDE_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
  await page.setViewportSize({ width: 390, height: 844 })
  await expectFits(page)
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('an operator takes the municipality in, and makes a link for its first administrator', async ({ browser }) => {
  const desk = await (await browser.newContext()).newPage()
  await signIn(desk, turid)
  await desk.goto('/drift/kommuner')
  await desk.getByRole('textbox', { name: 'Kommunenummer' }).fill(number)
  await desk.getByRole('button', { name: 'Ta med' }).click()
  await desk.goto(`/drift/kommuner/${number}`)
  await desk.getByRole('textbox', { name: 'Navn' }).fill(berit.name)
  await desk.getByRole('textbox', { name: 'E-post' }).fill(berit.email)
  await desk.getByRole('button', { name: 'Lag lenke' }).click()
  link = await desk.getByText(/\/kom-i-gang\/lenke\//).innerText()
  await expectAccessible(desk)
  await desk.context().close()
})

test('the link leads to the first connection, once', async ({ browser, baseURL }) => {
  page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: `Velkommen, ${berit.name}` })).toBeVisible()
  await step('guide-1-lenke')
  await page.getByRole('button', { name: 'Kom i gang' }).click()
  await expect(page.getByText('Har kommunen en egen innlogging, kan du koble den til først.')).toBeVisible()
  await step('guide-2-kom-i-gang')
  await page.getByRole('link', { name: 'Koble til en innlogging' }).click()
  await page.getByRole('radio', { name: 'Keycloak' }).check()
  await page.getByRole('textbox', { name: /issuer/ }).fill(town.issuer)
  await step('guide-3-leverandor')
  await page.getByRole('button', { name: 'Finn leverandøren' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '1. Registrer Delt hos leverandøren' })).toBeVisible()
  connection = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await expect(page.getByText(`${baseURL}/.well-known/jwks/${connection}`)).toBeVisible()
  await step('guide-4-registrer')

  const again = await (await browser.newContext()).newPage()
  await again.goto(link)
  await expect(again.getByText('Lenken gjelder ikke lenger')).toBeVisible()
  await again.context().close()
})

test('the connection is tried by whoever is to be the administrator, and sent', async ({ baseURL }) => {
  await town.register('delt', baseURL ?? '', connection)
  await page.getByRole('textbox', { name: 'Klient-ID' }).fill('delt')
  await page.getByRole('button', { name: 'Lagre' }).first().click()
  await expect(page.getByText('Lagret.')).toBeVisible()
  await page.getByRole('button', { name: 'Prøv nå' }).click()
  await page.getByRole('button', { name: berit.name }).click()
  await expect(page.getByText('Innloggingen virker.')).toBeVisible()
  await step('guide-5-prov')
  await page.getByRole('radio', { name: 'De meldes inn, og venter på godkjenning' }).check()
  await page.getByRole('button', { name: 'Lagre' }).last().click()
  await page.getByRole('button', { name: 'Send til godkjenning' }).click()
  await expect(page.getByText(/Venter på driften\.$/)).toBeVisible()
  await step('guide-6-sendt')
})

test('an operator approves it; then the first administrator is in, and others wait', async ({ browser }) => {
  const desk = await (await browser.newContext()).newPage()
  await signIn(desk, turid)
  await desk
    .getByRole('link', { name: /^Lindesnes/ })
    .first()
    .click()
  await expect(desk.getByText(town.issuer)).toBeVisible()
  await desk.getByRole('button', { name: 'Godkjenn' }).click()
  await expect(desk.getByText('I bruk', { exact: true })).toBeVisible()
  await desk.context().close()

  await page.goto('/kom-i-gang')
  // The trial was hers: she is known already, here and at the provider.
  await page.getByRole('button', { name: 'Gå til innloggingen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Administrasjon' })).toBeVisible()
  await step('guide-7-administrasjon')

  const stein = await (await browser.newContext()).newPage()
  await stein.goto(`/logg-inn/${number}`)
  await stein.getByRole('button', { name: 'Gå til innloggingen' }).click()
  await stein.getByRole('button', { name: 'Stein Holmen' }).click()
  await expect(stein.getByText('venter på at administratoren i kommunen godkjenner deg')).toBeVisible()
  await stein.context().close()

  await page.goto('/admin/personer')
  await page.getByRole('link', { name: 'Stein Holmen' }).click()
  await page.getByRole('button', { name: 'Slipp inn' }).click()
  await expect(problems(page)).toHaveCount(0)
  await expect(page.getByText('Lagret.')).toBeVisible()
  await page.context().close()
})
