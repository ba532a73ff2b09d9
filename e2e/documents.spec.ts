import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import { amina, ingrid, problems, signIn } from './people'

// One after the other: each builds on the one before.
test.describe.configure({ mode: 'serial' })

const project = 'Digital byggesaksbehandling'
const title = 'Referat fra styringsgruppen i mai'
let documentPath = ''

/** As little of a PDF as there can be. */
function pdf(text: string): Buffer {
  return Buffer.from(`%PDF-1.4\n%${text}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
trailer<</Root 1 0 R>>\n%%EOF\n`)
}

const upload = (name: string, buffer: Buffer, mimeType = 'application/pdf') => ({ name, mimeType, buffer })

async function openDocuments(page: Page): Promise<void> {
  await signIn(page, ingrid)
  await page.goto('/portefolje')
  const home = await page.getByRole('link', { name: project, exact: true }).getAttribute('href')
  await page.goto(`${home}/dokumenter`)
  await expect(page.getByRole('heading', { level: 1, name: 'Dokumenter' })).toBeVisible()
}

/** Downloads what a link with this name leads to. */
async function download(page: Page, fileName: string): Promise<{ name: string; bytes: Buffer }> {
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name: `Last ned ${fileName}` }).click()
  const file = await started
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

test('a project manager uploads a document and gets the same bytes back', async ({ page }) => {
  test.slow()
  await openDocuments(page)
  await page.getByRole('link', { name: 'Last opp dokument' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Last opp dokument' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel(/^Fil/).setInputFiles(upload('møte 12. mai.pdf', pdf('første')))
  await page.getByRole('textbox', { name: 'Tittel' }).fill(title)
  await page.getByRole('combobox', { name: 'Dokumenttype' }).selectOption('Referat')
  await page.getByRole('textbox', { name: 'Kommentar' }).fill('Utkast')
  await page.getByRole('button', { name: 'Last opp', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  documentPath = new URL(page.url()).pathname
  const file = await download(page, 'møte 12. mai.pdf')
  expect(file.name).toBe('møte 12. mai.pdf')
  expect(file.bytes.equals(pdf('første'))).toBe(true)
  await expectAccessible(page)
  await page.goto(documentPath.replace(/\/[^/]+$/, '?type=minutes'))
  await expect(page.getByRole('row', { name: title })).toContainText(ingrid.name)
  await expectAccessible(page)
})

test('a new version stands beside the old one', async ({ page }) => {
  await signIn(page, ingrid)
  await page.goto(documentPath)
  await page.getByLabel(/^Fil/).setInputFiles(upload('godkjent.pdf', pdf('andre')))
  await page.getByRole('textbox', { name: 'Kommentar' }).fill('Godkjent av styringsgruppen')
  await page.getByRole('button', { name: 'Last opp ny versjon' }).click()
  await expect(page.getByRole('row', { name: /godkjent\.pdf/ })).toContainText('Godkjent av styringsgruppen')
  expect((await download(page, 'godkjent.pdf')).bytes.equals(pdf('andre'))).toBe(true)
  expect((await download(page, 'møte 12. mai.pdf')).bytes.equals(pdf('første'))).toBe(true)
})

test('a web page that calls itself PDF is told of beside its field, and what was typed stays', async ({ page }) => {
  await openDocuments(page)
  await page.getByRole('link', { name: 'Last opp dokument' }).click()
  await page.getByRole('textbox', { name: 'Tittel' }).fill('Et navn som skal bli stående')
  await page.getByRole('button', { name: 'Last opp', exact: true }).click()
  await expect(problems(page)).toContainText('Fil: Velg en fil.')
  await page
    .getByLabel(/^Fil/)
    .setInputFiles(upload('side.pdf', Buffer.from('<!doctype html><html><script>alert(1)</script></html>')))
  await page.getByRole('button', { name: 'Last opp', exact: true }).click()
  await expect(problems(page)).toContainText('Innholdet i filen er ikke av en type vi tar imot.')
  await expect(page.getByLabel(/^Fil/)).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('textbox', { name: 'Tittel' })).toHaveValue('Et navn som skal bli stående')
  await expectAccessible(page)
})

test('another municipality finds neither the document nor its file', async ({ page }) => {
  await signIn(page, amina)
  expect((await page.goto(documentPath))?.status()).toBe(404)
  expect((await page.request.get(`${documentPath}/versjon/1`)).status()).toBe(404)
})

test.describe('before scripts have loaded', () => {
  test.use({ javaScriptEnabled: false })

  test('a document is uploaded, and named by its file', async ({ page }) => {
    await openDocuments(page)
    await page.getByRole('link', { name: 'Last opp dokument' }).click()
    await page.getByRole('textbox', { name: 'Kommentar' }).fill('Uten skript')
    await page.getByRole('button', { name: 'Last opp', exact: true }).click()
    await expect(problems(page)).toContainText('Fil: Velg en fil.')
    await expect(page.getByRole('textbox', { name: 'Kommentar' })).toHaveValue('Uten skript')
    await page.getByLabel(/^Fil/).setInputFiles(upload('Avtale med leverandøren.pdf', pdf('avtale')))
    await page.getByRole('button', { name: 'Last opp', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Avtale med leverandøren' })).toBeVisible()
  })
})
