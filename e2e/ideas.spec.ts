import { expect, test } from '@playwright/test'
import { expectAccessiblePages } from './accessible'
import { amina, ingrid, problems, signIn, tor } from './people'

// From a thought to a project: one after the other, for each builds on the one before.
test.describe.configure({ mode: 'serial' })

const idea = {
  title: 'Digital kø på servicetorget',
  background: 'I dag trekker folk lapp i døra.',
  problem: 'Ingen vet hvor lenge de må vente.',
  benefits: 'Mindre venting for rundt 40 i uka.',
  proposal: 'La folk trekke lapp på telefonen hjemmefra.',
}
let ideaPath = ''
let projectPath = ''

test('a member of staff registers an idea in a minute, and may change it', async ({ page }) => {
  await signIn(page, ingrid)
  await page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link', { name: 'Ideer' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ideer i Grimstad' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Digital medisinliste for hjemmetjenesten' })).toBeVisible()
  await page.getByRole('link', { name: 'Ny idé' }).click()
  await page.getByRole('textbox', { name: 'Problem' }).fill(idea.problem)
  await page.getByRole('button', { name: 'Registrer ideen' }).click()
  await expect(problems(page)).toContainText('Fyll ut dette feltet')
  await expect(page.getByRole('textbox', { name: 'Problem' })).toHaveValue(idea.problem)
  await page.getByRole('textbox', { name: 'Tittel' }).fill(idea.title)
  await page.getByRole('button', { name: 'Registrer ideen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: idea.title })).toBeVisible()
  await expect(page.getByText('Takk! Ideen er registrert.')).toBeVisible()
  ideaPath = new URL(page.url()).pathname
  await expect(page.getByRole('button', { name: 'Lagre vurderingen' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Lagre beslutningen' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Rediger ideen' }).click()
  await page.getByRole('textbox', { name: 'Bakgrunn' }).fill(idea.background)
  await page.getByRole('textbox', { name: 'Mulige gevinster' }).fill(idea.benefits)
  await page.getByRole('textbox', { name: 'Forslag' }).fill(idea.proposal)
  await page.getByRole('button', { name: 'Lagre' }).click()
  for (const text of Object.values(idea)) await expect(page.getByText(text, { exact: true }).first()).toBeVisible()
})

test('another municipality knows nothing of it', async ({ page }) => {
  await signIn(page, amina)
  expect((await page.goto(ideaPath))?.status()).toBe(404)
  await page.goto(`/ideer?q=${encodeURIComponent(idea.title)}`)
  await expect(page.getByText('Ingen ideer passer avgrensningen')).toBeVisible()
})

test('the portfolio manager scores it, approves it and makes a project of it, with all that was written', async ({ page }) => {
  await signIn(page, tor)
  await page.goto('/ideer')
  await page.getByRole('searchbox', { name: 'Søk i ideene' }).fill('lapp på telefonen')
  await page.getByRole('button', { name: 'Avgrens' }).click()
  await page.getByRole('link', { name: idea.title }).click()
  const points = {
    'Strategisk verdi': '4',
    'Kvalitativ gevinst': '5',
    'Økonomisk gevinst': '3',
    'Operasjonelt eller lovpålagt behov': '3',
    Risiko: '5',
  }
  for (const [name, value] of Object.entries(points)) await page.getByRole('combobox', { name }).selectOption(value)
  await page.getByRole('textbox', { name: 'Justering' }).fill('3')
  await page.getByRole('button', { name: 'Lagre vurderingen' }).click()
  await expect(problems(page)).toContainText('Skriv en begrunnelse')
  await page.getByRole('textbox', { name: 'Hvorfor justerer du?' }).fill('Etterspurt i innbyggerundersøkelsen')
  await page.getByRole('button', { name: 'Lagre vurderingen' }).click()
  await expect(page.getByText('23 poeng')).toBeVisible()
  await expect(page.getByText('Må ha', { exact: true })).toBeVisible()

  await page.getByRole('radio', { name: 'Godkjent for konsept' }).check()
  await page.getByRole('textbox', { name: 'Begrunnelse' }).fill('Mange venter lenge.')
  await page.getByRole('button', { name: 'Lagre beslutningen' }).click()
  await page.getByRole('combobox', { name: 'Tema' }).selectOption('Innbyggertjenester')
  await page.getByLabel('Når starter prosjektet?').fill('2027-01-11')
  await page.getByRole('button', { name: 'Lag prosjekt av ideen' }).click()
  await expect(page).toHaveURL(/\/prosjekter\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1, name: idea.title })).toBeVisible()
  projectPath = new URL(page.url()).pathname
  await page.goto(`${projectPath}/rediger`)
  for (const text of [idea.background, idea.problem, idea.benefits, idea.proposal])
    await expect(page.getByRole('textbox', { name: 'Bakgrunn' })).toHaveValue(new RegExp(text))
})

test('the idea then leads to its project, and can be neither made again nor changed by its author', async ({ page }) => {
  await signIn(page, ingrid)
  await page.goto(ideaPath)
  await expect(page.getByRole('region', { name: 'Prosjekt' }).getByRole('link')).toHaveAttribute('href', projectPath)
  await expect(page.getByText('Mange venter lenge.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Rediger ideen' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Lag prosjekt av ideen' })).toHaveCount(0)
  expect((await page.goto(`${ideaPath}/rediger`))?.status()).toBe(404)
})

test('the pages of ideas are accessible, and fit a small phone', async ({ page }) => {
  test.slow()
  await signIn(page, tor)
  await page.goto('/ideer')
  const approved = (await page.getByRole('link', { name: 'Digital medisinliste for hjemmetjenesten' }).getAttribute('href')) ?? ''
  const paths = ['/ideer', '/ideer?q=finnesikke', '/ideer/ny', ideaPath, approved, `${approved}/rediger`]
  await expectAccessiblePages(page, paths)
})
