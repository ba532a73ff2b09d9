import { expect, test } from '@playwright/test'
import { addDays, daysBetween } from '../lib/platform/dates'
import { formatDate } from '../lib/platform/locale'
import { grimstad as demo } from '../prisma/demo/municipalities/grimstad'
import { expectAccessiblePages } from './accessible'
import { amina, ingrid, problems, signIn, tor } from './people'

// From a project that went well to the next one: one after the other, for each builds on the one before.
test.describe.configure({ mode: 'serial' })

const source = 'Digital byggesaksbehandling'
const name = 'Søknad på nett'
const title = 'Digital søknad om parkeringskort'
const startOn = '2027-03-01'
let templatePath = ''
let projectPath = ''

test('the portfolio manager makes a template of a project that is worth repeating', async ({ page }) => {
  await signIn(page, tor)
  await page.goto('/portefolje')
  await page.getByRole('link', { name: 'Maler', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Maler i Grimstad' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Digital tjeneste' })).toBeVisible()
  await page.getByRole('link', { name: 'Lag en mal' }).click()
  await page.getByRole('textbox', { name: /^Navn/ }).fill(name)
  await page.getByRole('button', { name: 'Lag malen' }).click()
  await expect(problems(page)).toContainText('Prosjekt: Fyll ut dette feltet.')
  await expect(page.getByRole('textbox', { name: /^Navn/ })).toHaveValue(name)
  await page.getByRole('combobox', { name: /^Prosjekt/ }).fill(source)
  await page.getByRole('checkbox', { name: 'Leveranser' }).uncheck()
  await page.getByRole('button', { name: 'Lag malen' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('Malen er laget.')).toBeVisible()
  templatePath = new URL(page.url()).pathname
  const parts = page.getByRole('region', { name: 'Innhold i versjon 1' })
  await parts.getByText(/^Oppgaver \(/).click()
  await expect(parts.getByText('Skriv sluttrapporten')).toBeVisible()
  await expect(parts.getByText(/^Leveranser \(/)).toHaveCount(0)
  await expect(parts.getByText(ingrid.name)).toHaveCount(0)
})

test('a new version leaves the old one as it was', async ({ page }) => {
  await signIn(page, tor)
  await page.goto(templatePath)
  await page.getByRole('link', { name: 'Lag ny versjon fra prosjekt' }).click()
  await page.getByRole('combobox', { name: /^Prosjekt/ }).fill(source)
  await page.getByRole('textbox', { name: /^Hva er endret/ }).fill('Leveransene er med.')
  await page.getByRole('button', { name: 'Publiser versjonen' }).click()
  await expect(page.getByText('Den nye versjonen er publisert.')).toBeVisible()
  const newest = page.getByRole('region', { name: 'Innhold i versjon 2' })
  await expect(newest.getByText(/^Leveranser \(/)).toBeVisible()
  await page.getByRole('link', { name: 'Versjon 1' }).click()
  await expect(page.getByRole('region', { name: 'Innhold i versjon 1' })).toBeVisible()
  await expect(page.getByText(/^Leveranser \(/)).toHaveCount(0)
})

test('a project manager starts a project from it, and every date keeps its distance from the start', async ({ page }) => {
  await signIn(page, ingrid)
  expect((await page.goto('/maler/ny'))?.status()).toBe(404)
  await page.goto('/portefolje')
  await page.getByRole('link', { name: 'Nytt prosjekt', exact: true }).click()
  await expect(page.getByRole('combobox', { name: 'Fasemodell' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Fra en idé' })).toHaveAttribute('href', '/ideer')
  await expect(page.getByRole('link', { name: 'Kopier fra en annen kommune' })).toHaveAttribute('href', '/erfaringer')
  await page.getByRole('textbox', { name: /^Tittel/ }).fill(title)
  await page.getByRole('combobox', { name: /^Tema/ }).selectOption('Innbyggertjenester')
  await page.getByLabel(/^Når starter prosjektet/).fill(startOn)
  await page.getByRole('radio', { name: 'Mal' }).check()
  await expect(page.getByRole('combobox', { name: 'Fasemodell' })).toBeHidden()
  await page.getByRole('button', { name: 'Start prosjektet' }).click()
  await expect(problems(page)).toContainText('Mal: Fyll ut dette feltet.')
  await page.getByRole('combobox', { name: 'Mal' }).selectOption(name)
  await page.getByRole('button', { name: 'Start prosjektet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  projectPath = new URL(page.url()).pathname
  const from = demo.projects.find((project) => project.title === source) ?? fail()
  await page.goto(`${projectPath}/plan`)
  for (const milestone of from.milestones) {
    const expected = formatDate(addDays(startOn, daysBetween(from.startOn, milestone.plannedOn)), 'nb', 'short')
    await expect(page.getByRole('row', { name: milestone.title }).first()).toContainText(expected)
  }
  await page.goto(`${projectPath}/oppgaver`)
  await expect(page.getByRole('link', { name: 'Skriv sluttrapporten' })).toBeVisible()
  await page.goto(`${projectPath}/usikkerheter`)
  for (const uncertainty of from.uncertainties)
    await expect(page.getByRole('link', { name: uncertainty.title, exact: true })).toBeVisible()
})

function fail(): never {
  throw new Error('The demo lacks the project that the template is made of')
}

test('she takes more from another template later, sees what comes, and nothing comes twice', async ({ page }) => {
  await signIn(page, ingrid)
  await page.goto(`${projectPath}/mal`)
  await page.getByRole('combobox', { name: 'Mal' }).selectOption('Digital tjeneste')
  await page.getByRole('button', { name: 'Vis hva som kommer' }).click()
  const preview = page.getByRole('region', { name: 'Dette følger med' })
  await preview.getByText(/^Kommunikasjonsplan \(/).click()
  await expect(preview.getByText('Nå kan du søke på nett')).toBeVisible()
  await page.getByRole('checkbox', { name: /^Oppgaver/ }).uncheck()
  await page.getByRole('button', { name: 'Legg til i prosjektet' }).click()
  await expect(page.getByRole('status').first()).toContainText('Lagret.')
  await page.goto(`${projectPath}/kommunikasjon`)
  await expect(page.getByRole('link', { name: 'Nå kan du søke på nett' })).toBeVisible()
  await page.goto(`${projectPath}/mal`)
  await page.getByRole('combobox', { name: 'Mal' }).selectOption('Digital tjeneste')
  await page.getByRole('button', { name: 'Vis hva som kommer' }).click()
  await expect(page.getByRole('checkbox')).toHaveCount(1)
  await expect(page.getByRole('checkbox', { name: /^Oppgaver/ })).toBeVisible()
})

test('another municipality knows nothing of the template', async ({ page }) => {
  await signIn(page, amina)
  expect((await page.goto(templatePath))?.status()).toBe(404)
  expect((await page.goto(`${projectPath}/mal`))?.status()).toBe(404)
  await page.goto('/maler')
  await expect(page.getByRole('link', { name: 'Bytte av fagsystem' })).toBeVisible()
  await expect(page.getByRole('link', { name })).toHaveCount(0)
})

test('the pages are accessible, and fit a small phone', async ({ page }) => {
  test.slow()
  await signIn(page, tor)
  const template = templatePath.split('/').at(-1)
  const paths = [
    '/nytt-prosjekt',
    `/nytt-prosjekt?mal=${template}`,
    '/maler',
    '/maler/ny',
    templatePath,
    `${templatePath}/ny-versjon`,
    `${projectPath}/mal`,
    `${projectPath}/mal?mal=${template}`,
  ]
  await expectAccessiblePages(page, paths)
})
