import { expect, type Page, test } from '@playwright/test'
import { addDays, daysBetween } from '../lib/platform/dates'
import { formatDate } from '../lib/platform/locale'
import { grimstad as demo } from '../prisma/demo/municipalities/grimstad'
import { amina, ingrid, problems, signIn, solveig } from './people'

// The main job, end to end: one after the other, for each builds on the one before.
test.describe.configure({ mode: 'serial' })

const project = 'Digital byggesaksbehandling'
const title = 'Digital byggesaksbehandling: det vi lærte i Grimstad'
let reportPath = ''
let grimstadProject = ''
let lillesandProject = ''

test('a visitor sees what Delt is, searches «byggesak» and reads the report of IKT Agder', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Del det dere lærte. Finn det andre gjorde.' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Utvalgt av KommIT' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Nye erfaringsrapporter' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Kart over Norge' }).getByRole('link', { name: 'Grimstad' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Hva vil du finne erfaringer om?' }).fill('byggesak')
  await page.getByRole('button', { name: 'Søk' }).click()
  await page.getByRole('link', { name: /eByggeSak i IKT Agder/ }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'eByggeSak i IKT Agder: felles løsning for digital byggesak' }),
  ).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Hva det kostet' })).toBeVisible()
})

test('a project manager in Grimstad signs in, opens her project, writes the report and publishes it to all municipalities', async ({
  page,
}) => {
  await page.goto('/logg-inn')
  await page.getByRole('searchbox', { name: 'Finn kommunen din' }).fill('grims')
  await page.getByRole('link', { name: /Grimstad/ }).click()
  await page.getByRole('button', { name: 'Gå til innloggingen' }).click()
  await page.getByRole('button', { name: ingrid.name }).click()
  await expect(page).toHaveURL(/\/portefolje$/)
  await page.getByRole('link', { name: project, exact: true }).click()
  for (const part of ['Siste statusrapport', 'Neste milepæler', 'Åpne risikoer', 'Gevinster', 'Økonomi']) {
    await expect(page.getByRole('heading', { name: part, exact: true })).toBeVisible()
  }
  await expect(page.getByRole('listitem').filter({ hasText: 'BP4' }).first()).toBeVisible()
  grimstadProject = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'Skriv erfaringsrapport' }).click()
  await expect(page.getByRole('textbox', { name: 'Tittel' })).toHaveValue(project)
  await expect(page.getByRole('textbox', { name: 'Det vi ville gjort annerledes' })).toHaveText(/./)
  // The state of the project says how it went; a report without an answer is not published.
  await expect(page.getByLabel('Utfall')).toHaveValue('completed')
  await page.getByRole('textbox', { name: 'Tittel' }).fill(title)
  await page.getByLabel('Utfall').selectOption('Velg')
  await page.getByRole('button', { name: 'Publiser' }).click()
  await expect(problems(page)).toContainText('Utfall')
  await expect(page.getByRole('textbox', { name: 'Tittel' })).toHaveValue(title)
  await page.getByLabel('Utfall').selectOption('I drift')
  await page.getByRole('radio', { name: 'Alle kommuner' }).check()
  await page.getByRole('button', { name: 'Publiser' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Se over før du publiserer' })).toBeVisible()
  await keepNames(page, 'Kjell Omland')
  await page.getByRole('button', { name: 'Publiser' }).click()
  await expect(page).toHaveURL(/\/erfaringer\//)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  reportPath = new URL(page.url()).pathname
})

test('a member of staff in Lillesand finds it, copies it home with a new start, and Grimstad sees who builds on it', async ({
  page,
  browser,
}) => {
  await signIn(page, amina)
  await page.goto('/erfaringer?q=byggesaksbehandling+Grimstad')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('link', { name: 'Kopier til min kommune' }).click()
  await page.getByLabel('Hva skal prosjektet hete hos dere?').fill('Byggesak i Lillesand')
  await page.getByLabel('Når starter dere?').fill('2027-03-01')
  await page.getByRole('checkbox', { name: /^Leveranser/ }).uncheck()
  await page.getByRole('button', { name: 'Kopier', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Byggesak i Lillesand' })).toBeVisible()
  lillesandProject = new URL(page.url()).pathname
  await expect(page.getByRole('link', { name: `Bygger på «${title}» fra Grimstad` })).toHaveAttribute('href', reportPath)
  // As many days after the start here as in Grimstad.
  const { startOn, milestones, uncertainties } = demo.projects.find((candidate) => candidate.title === project) ?? fail()
  await page.goto(`${lillesandProject}/plan`)
  for (const { title: name, plannedOn } of milestones) {
    const expected = formatDate(addDays('2027-03-01', daysBetween(startOn, plannedOn)), 'nb', 'short')
    await expect(page.getByRole('row', { name }).first()).toContainText(expected)
  }
  await expect(page.getByRole('cell', { name: 'Leveranse', exact: true })).toHaveCount(0)
  await page.goto(`${lillesandProject}/usikkerheter`)
  for (const { title: name } of uncertainties) await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
  await page.goto('/portefolje')
  await expect(page.getByRole('link', { name: 'Byggesak i Lillesand' })).toBeVisible()

  const grimstad = await browser.newPage()
  await signIn(grimstad, ingrid)
  await grimstad.goto(reportPath)
  await expect(grimstad.getByRole('region', { name: 'Brukes av' }).getByRole('link', { name: 'Lillesand' })).toBeVisible()
  await expectUnknown(grimstad, lillesandProject, 'Byggesak i Lillesand')
  await expectUnknown(page, grimstadProject, project)
  await grimstad.close()
})

/** Says yes to a name that the project has written in its decisions. */
async function keepNames(page: Page, name: string): Promise<void> {
  await page.getByRole('checkbox', { name: new RegExp(`^Behold ?: ${name}`) }).check()
}

function fail(): never {
  throw new Error('The demo lacks the project that the story begins with')
}

/** The page, its parts and the search know nothing of a project that is another municipality's own. */
async function expectUnknown(page: Page, path: string, name: string): Promise<void> {
  for (const part of ['', '/plan', '/usikkerheter', '/historikk', '/rediger', '/erfaringsrapport', '/kopier'].filter(
    (part) => part !== '/kopier' || path === lillesandProject,
  )) {
    const response = await page.goto(`${path}${part}`)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1, name: 'Vi fant ikke siden' })).toBeVisible()
  }
  await page.goto(`/erfaringer?type=prosjekt&q=${encodeURIComponent(name)}`)
  await expect(page.locator(`a[href="${path}"]`)).toHaveCount(0)
  await page.goto(`/prosjekter?q=${encodeURIComponent(name)}`)
  await expect(page.locator(`a[href="${path}"]`)).toHaveCount(0)
}

test('an advisor features it; visitors see it once Grimstad has opened it to all', async ({ page, browser }) => {
  const reason = 'Viser hva opplæring betyr for gevinsten.'
  await signIn(page, solveig)
  await expect(page).toHaveURL(/\/kuratering$/)
  await page.getByRole('link', { name: 'Forsiden', exact: true }).click()
  await page.getByRole('link', { name: `Løft fram «${title}»` }).click()
  await page.getByRole('button', { name: 'Løft fram på forsiden' }).click()
  await expect(problems(page)).toContainText('Fyll ut dette feltet')
  await page.getByLabel('Hvorfor er den nyttig for andre?').fill(reason)
  await page.getByRole('button', { name: 'Løft fram på forsiden' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: reason })).toContainText('Venter på at eieren åpner for alle')

  const visitor = await browser.newPage()
  await visitor.goto('/')
  await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(visitor.getByText(reason)).toHaveCount(0)
  expect((await visitor.goto(reportPath))?.status()).toBe(404)

  const grimstad = await browser.newPage()
  await signIn(grimstad, ingrid)
  await grimstad.goto(`${grimstadProject}/erfaringsrapport`)
  await grimstad.getByRole('radio', { name: 'Åpent for alle' }).check()
  await grimstad.getByRole('button', { name: 'Publiser ny versjon' }).click()
  await expect(grimstad.getByRole('heading', { level: 1, name: 'Se over før du publiserer' })).toBeVisible()
  // Asked again: others will read it.
  await keepNames(grimstad, 'Kjell Omland')
  await grimstad.getByRole('button', { name: 'Publiser ny versjon' }).click()
  await expect(grimstad.getByRole('heading', { level: 1, name: title })).toBeVisible()

  await visitor.goto('/')
  await expect(visitor.getByText(reason)).toBeVisible()
  await visitor.getByRole('link', { name: title }).first().click()
  await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible()
})
