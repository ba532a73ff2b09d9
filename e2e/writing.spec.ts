import { expect, type Locator, type Page, test } from '@playwright/test'
import type { Editor } from '@tiptap/core'
import { expectAccessible, expectFits } from './accessible'
import { amina, katrine, problems, signIn } from './people'

// From a project to a published report, revised, compared and taken back: one after the other, for each builds on the one before.
test.describe.configure({ mode: 'serial' })

const project = 'Fjernavleste vannmålere i hele kommunen'
const title = 'Vannmålere som leser av seg selv'
let write = ''
let report = ''

const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: false })
const bar = (page: Page) => page.locator('.writing-bar')

async function openEditor(page: Page): Promise<void> {
  await page.goto(write)
  const all = page.getByRole('button', { name: 'Vis alle feltene' })
  if ((await all.getAttribute('aria-pressed')) !== 'true') await all.click()
  await expect(page.getByRole('toolbar').last()).toBeVisible()
}

/** By the key, as often as it takes: the editor puts the caret back in the first moments after it got the focus. */
async function goToEnd(page: Page, box: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+End')
    const left = await box.evaluate((element) => {
      const { doc, selection } = (element as unknown as { editor: Editor }).editor.state
      return doc.content.size - selection.to
    })
    expect(left).toBeLessThan(3)
  }).toPass()
}

/** In both colour schemes, and no wider than a small phone; the page is left as wide as it was. */
async function expectAccessibleAndFits(page: Page): Promise<void> {
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'light' })
  const size = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  await expectFits(page)
  if (size) await page.setViewportSize(size)
}

test('the project has written most of it; the rest is typed, kept by itself, looked over and published', async ({ page }) => {
  test.slow()
  await signIn(page, katrine)
  await page.goto('/portefolje?q=vannmålere')
  await page.getByRole('link', { name: project, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: project })).toBeVisible()
  write = `${new URL(page.url()).pathname}/erfaringsrapport`
  await openEditor(page)
  await expect(text(page, 'Slik gjorde vi det')).toContainText('ferdig')
  await expect(page.getByText('Et godt svar:').first()).toBeVisible()
  await expectAccessibleAndFits(page)

  await text(page, 'Tittel').fill(title)
  await page.getByLabel('Utfall').selectOption('I drift')
  await text(page, 'Det vi ville gjort annerledes').fill('Vi ville ryddet i registeret først. Spør fødselsnummer 31129956715.')
  await text(page, 'De første stegene').fill('Tell målerne')
  await text(page, 'Hvem har ansvar for rapporten').fill('Leder for vann og avløp')
  await text(page, 'Kontakt').fill('postmottak@asker.kommune.no')
  await bar(page).getByRole('button', { name: 'Publiser' }).click()
  await expect(problems(page)).toContainText('fødselsnummer')
  await expectAccessibleAndFits(page)
  await text(page, 'Det vi ville gjort annerledes').fill('Vi ville ryddet i registeret først. Ring 22 33 44 55.')
  await bar(page).getByRole('button', { name: 'Publiser' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Se over før du publiserer' })).toBeVisible()
  await expect(page.getByText('Alle kommuner og KommIT, ikke leverandører.')).toBeVisible()
  // A step back shows what was written, and not the page as it was opened.
  await page.goBack()
  await expect(text(page, 'Tittel')).toHaveValue(title)
  await page.goForward()
  await expect(page.getByText('Alle kommuner og KommIT, ikke leverandører.')).toBeVisible()
  await expectAccessibleAndFits(page)
  await page.getByRole('button', { name: 'Publiser' }).click()
  await expect(problems(page)).toContainText('Huk av «Behold»')
  for (const box of await page.getByRole('checkbox', { name: /^Behold/ }).all()) await box.check()
  await page.getByRole('button', { name: 'Publiser' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  report = new URL(page.url()).pathname
})

test('the next version is written with the keyboard alone, while readers see the first', async ({ page }) => {
  await signIn(page, katrine)
  await openEditor(page)
  const steps = text(page, 'Slik gjorde vi det')
  await steps.focus()
  await goToEnd(page, steps)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Alt+1')
  await page.keyboard.type('Tidene')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Det tok ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('seks uker')
  await page.keyboard.press('Control+b')
  await page.keyboard.type(', se ')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Skriv en nettadresse')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('www.ks.no')
  await page.keyboard.press('Enter')
  await expect(steps.getByRole('link', { name: 'www.ks.no' })).toHaveAttribute('href', 'https://www.ks.no/')
  // The toolbar is one stop before the text, and the arrows move within it.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: 'Underoverskrift' }).and(page.locator(':focus'))).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(steps).toBeFocused()
  // Out of the text with Escape and Tab, also where Tab means something within.
  await goToEnd(page, steps)
  await page.keyboard.press('Control+Shift+8')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(steps).not.toBeFocused()
  await expect(bar(page)).toContainText('Lagret kl.')

  await page.goto(report)
  await expect(page.getByRole('heading', { name: 'Tidene' })).toHaveCount(0)
  await openEditor(page)
  await expect(steps.getByRole('heading', { name: 'Tidene' })).toBeVisible()
  // What was kept by itself is not offered as something that was lost.
  await expect(page.getByText('Vi fant tekst du ikke rakk å lagre.')).toHaveCount(0)
  await bar(page).getByRole('button', { name: 'Publiser ny versjon' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Se over før du publiserer' })).toBeVisible()
  for (const box of await page.getByRole('checkbox', { name: /^Behold/ }).all()) await box.check()
  await text(page, 'Si med én setning').fill('La til tidene.')
  await page.getByRole('button', { name: 'Publiser ny versjon' }).click()
  await expect(page.getByRole('heading', { name: 'Tidene' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'www.ks.no' })).toHaveAttribute('href', 'https://www.ks.no/')
})

test('readers see what changed and when, and the first version is where it was', async ({ page }) => {
  test.slow()
  await signIn(page, katrine)
  await page.goto(report)
  await expect(page.getByText('La til tidene.')).toBeVisible()
  await expectAccessibleAndFits(page)
  await page.getByRole('link', { name: 'Se hva som er endret i versjon 2' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Endringer i versjon 2' })).toBeVisible()
  await expect(page.locator('ins').first()).toContainText('Tidene')
  await expectAccessibleAndFits(page)
  await page.goto(`${report}/versjon/1`)
  await expect(page.getByText('Gjeldende er versjon 2.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Tidene' })).toHaveCount(0)
  await expectAccessibleAndFits(page)
  await page.getByRole('link', { name: 'Alle 2 versjonene, og sammenlign to' }).click()
  await page.getByLabel('Fra').selectOption({ index: 0 })
  await page.getByLabel('Til').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Sammenlign' }).click()
  await expect(page).toHaveURL(`${report}/versjon/2/endringer?mot=1`)
  await expect(page.getByText(/like$/).first()).toBeVisible()
  expect((await page.goto(`${report}/versjon/3`))?.status()).toBe(404)
})

test('of two windows the second is told, and nothing is overwritten', async ({ page, browser }) => {
  await signIn(page, katrine)
  await openEditor(page)
  const other = await browser.newPage()
  await signIn(other, katrine)
  await openEditor(other)
  await text(page, 'Hvem det gjelder').fill('Alle med måler')
  await expect(bar(page)).toContainText('Lagret kl.')
  await text(other, 'Hvem det gjelder').fill('Abonnentene')
  await expect(bar(other)).toContainText('mens du skrev')
  await bar(other).getByRole('button', { name: 'Se begge' }).click()
  const row = problems(other).getByRole('row', { name: /Hvem det gjelder/ })
  await expect(row).toContainText('Alle med måler')
  await expect(row).toContainText('Abonnentene')
  await other.close()
})

test('taken back, its address says so and why to those who could read it, with all its versions; it can be published again', async ({
  page,
  browser,
}) => {
  test.slow()
  const reason = 'Tallene for 2025 var feil.'
  await signIn(page, katrine)
  await page.goto(report)
  await page.getByRole('link', { name: 'Ta tilbake rapporten' }).click()
  await expect(page.getByText('Kopier som alt er laget')).toBeVisible()
  await expectAccessibleAndFits(page)
  await page.getByRole('button', { name: 'Ta tilbake' }).click()
  await expect(problems(page)).toContainText('Fyll ut')
  await text(page, 'Hvorfor tar dere den tilbake?').fill(reason)
  await page.getByRole('button', { name: 'Ta tilbake' }).click()
  await expect(page.getByText('Rapporten er tatt tilbake.')).toBeVisible()
  const visitor = await browser.newPage()
  const reader = await (await browser.newContext()).newPage()
  await signIn(reader, amina)
  for (const path of [report, `${report}/versjon/1`, `${report}/versjon/2/endringer`]) {
    expect((await visitor.goto(path))?.status()).toBe(404)
    await expect(visitor.getByRole('heading', { level: 1, name: 'Vi fant ikke siden' })).toBeVisible()
    expect((await reader.goto(path))?.status()).toBe(404)
    await expect(reader.getByRole('heading', { level: 1, name: 'Rapporten er tatt tilbake' })).toBeVisible()
    await expect(reader.getByText(reason)).toBeVisible()
    await expect(reader.getByRole('main')).not.toContainText(title)
  }
  await expectAccessibleAndFits(reader)
  await openEditor(page)
  await bar(page).getByRole('button', { name: 'Publiser' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Se over før du publiserer' })).toBeVisible()
  for (const box of await page.getByRole('checkbox', { name: /^Behold/, checked: false }).all()) await box.check()
  await page.getByRole('button', { name: 'Publiser ny versjon' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await reader.goto(report)
  await expect(reader.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await visitor.close()
  await reader.context().close()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the long answers are plain boxes, and formatting is lost only where the words are changed', async ({ page }) => {
    await signIn(page, katrine)
    await page.goto(write)
    await page.locator('#del-solution > summary').click()
    await page.locator('#del-lessons .writing-rest > summary').click()
    await expect(page.locator('#del-solution').getByText('Denne teksten har overskrifter').first()).toBeVisible()
    await page.locator('textarea[name="worked"]').fill('Første avsnitt.\n\nAndre avsnitt.')
    await page.getByRole('button', { name: 'Lagre kladd' }).click()
    await expect(page.locator('textarea[name="worked"]')).toHaveValue('Første avsnitt.\n\nAndre avsnitt.')
    await expect(page.locator('textarea[name="rich.worked"]')).toHaveValue(/"text":"Andre avsnitt\."/)
    await expect(page.locator('textarea[name="rich.steps"]')).toHaveValue(/"type":"heading"/)
  })
})
