import { expect, test } from '@playwright/test'
import { ingrid, problems, signIn, tor } from './people'

// A way of working of one's own: a phase model, a project that follows it, and a template with a document.
test.describe.configure({ mode: 'serial' })

const name = 'Anskaffelse i Grimstad'
const title = 'Nye skjermer på rådhuset'
const documentTitle = 'Kontrakt med leverandøren'
let projectPath = ''

test('the portfolio manager makes a phase model from a copy of a national one', async ({ page }) => {
  await signIn(page, tor)
  await page.goto('/maler')
  await page.getByRole('link', { name: 'Fasemodeller' }).click()
  await page.getByRole('link', { name: 'Lag en fasemodell' }).click()
  await page.getByLabel('Start fra').selectOption('Kopi av Prosjektveiviseren')
  await page.getByRole('button', { name: 'Hent fasene' }).click()
  await page.waitForLoadState('networkidle')
  const first = page.getByRole('group', { name: 'Fase 1', exact: true })
  await expect(first.getByLabel(/^Navn på bokmål/)).toHaveValue('Idé')
  await first.getByLabel(/^Navn på bokmål/).fill('Behov')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(problems(page)).toContainText('Navn på modellen: Fyll ut dette feltet.')
  await expect(first.getByLabel(/^Navn på bokmål/)).toHaveValue('Behov')
  await page.getByLabel(/^Navn på modellen/).fill(name)
  await page.getByRole('button', { name: /^Flytt ned\s*: Fase 1$/ }).press('Enter')
  const second = page.getByRole('group', { name: 'Fase 2', exact: true })
  await expect(second.getByLabel(/^Navn på bokmål/)).toHaveValue('Behov')
  await expect(second.getByRole('button', { name: /^Flytt ned\s*: Fase 2$/ })).toBeFocused()
  await page.getByRole('button', { name: /^Flytt opp\s*: Fase 2$/ }).press('Enter')
  await page.getByRole('button', { name: 'Legg til en fase' }).click()
  const last = page.getByRole('group', { name: 'Fase 7', exact: true })
  await expect(last.getByLabel(/^Navn på bokmål/)).toBeFocused()
  await last.getByLabel(/^Navn på bokmål/).fill('Etterkontroll')
  await last.getByLabel(/^Navn på nynorsk/).fill('Etterkontroll')
  await last.getByRole('button', { name: /^Legg til et punkt/ }).click()
  await last.getByLabel(/^Tekst på bokmål/).fill('Leverandøren er vurdert')
  await last.getByLabel('Må gjøres før beslutningen').check()
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Faser' }).getByRole('heading', { level: 3 }).last()).toContainText(
    'Etterkontroll',
  )
  await expect(page.getByText('Leverandøren er vurdert')).toBeVisible()
})

test('a project manager starts a project that follows it', async ({ page }) => {
  await signIn(page, ingrid)
  expect((await page.goto('/maler/fasemodeller/ny'))?.status()).toBe(404)
  await page.goto('/nytt-prosjekt')
  await page.getByRole('textbox', { name: /^Tittel/ }).fill(title)
  await page.getByRole('combobox', { name: /^Tema/ }).selectOption('Innbyggertjenester')
  await page.getByLabel(/^Når starter prosjektet/).fill('2027-03-01')
  await page.getByRole('combobox', { name: 'Fasemodell' }).selectOption(name)
  await page.getByRole('button', { name: 'Start prosjektet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  projectPath = new URL(page.url()).pathname
  await page.goto(`${projectPath}/faser`)
  await expect(page.getByText('Etterkontroll').first()).toBeVisible()
  await expect(page.getByText(/^Behov/).first()).toBeVisible()
  await expect(page.getByText('Leverandøren er vurdert').first()).toBeAttached()
})

test('a change is for new projects alone', async ({ page }) => {
  await signIn(page, tor)
  await page.goto('/maler/fasemodeller')
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByText('Ett prosjekt følger modellen.')).toBeVisible()
  await page.getByRole('link', { name: 'Endre modellen' }).click()
  await expect(page.getByText('Endringen gjelder bare nye prosjekter')).toBeVisible()
  await page.getByRole('button', { name: /^Fjern fasen\s*: Fase 7$/ }).click()
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByText('Versjon 2.')).toBeVisible()
  await expect(page.getByText('Leverandøren er vurdert')).toHaveCount(0)
  await page.goto(`${projectPath}/faser`)
  await expect(page.getByText('Etterkontroll').first()).toBeVisible()
})

test('a template holds a document, and the project that starts from it is told that its file is missing', async ({ page }) => {
  await signIn(page, tor)
  await page.goto('/maler/ny')
  await page.getByRole('combobox', { name: /^Prosjekt/ }).fill(title)
  await page.getByRole('textbox', { name: /^Navn/ }).fill('Mal for anskaffelser')
  await page.getByRole('button', { name: 'Lag malen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mal for anskaffelser' })).toBeVisible()
  await page.getByRole('link', { name: 'Legg til et dokument' }).click()
  await page.getByRole('textbox', { name: /^Tittel/ }).fill(documentTitle)
  await page.getByRole('combobox', { name: 'Dokumenttype' }).selectOption('Avtale')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByRole('region', { name: 'Dokumenter i malen' })).toContainText(documentTitle)
  await page.getByRole('link', { name: 'Legg til et dokument' }).click()
  await page.getByRole('textbox', { name: /^Tittel/ }).fill('Mandat')
  await page.getByLabel(/^Fil/).setInputFiles({
    name: 'mandat.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Mandat for anskaffelsen'),
  })
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByText('Med fil: mandat.txt')).toBeVisible()
  await page.getByRole('link', { name: 'Start et prosjekt fra malen' }).click()
  await page.getByRole('textbox', { name: /^Tittel/ }).fill('Anskaffelse nummer to')
  await page.getByRole('combobox', { name: /^Tema/ }).selectOption('Innbyggertjenester')
  await page.getByRole('button', { name: 'Start prosjektet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Anskaffelse nummer to' })).toBeVisible()
  await page.goto(`${new URL(page.url()).pathname}/dokumenter`)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Last ned mandat.txt' }).click()
  expect((await download).suggestedFilename()).toBe('mandat.txt')
  const row = page.getByRole('row', { name: documentTitle })
  await expect(row).toContainText('Mangler fil')
  await row.getByRole('link', { name: 'Last opp filen' }).click()
  await page.getByLabel(/^Fil/).setInputFiles({
    name: 'kontrakt.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Kontrakten'),
  })
  await page.getByRole('button', { name: 'Last opp', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Last ned kontrakt.txt' })).toBeVisible()
})
