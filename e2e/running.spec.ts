import { expect, test } from '@playwright/test'
import { problems, signIn, tor } from './people'

// A project run, and a portfolio meeting prepared: one after the other, for each builds on the one before.
test.describe.configure({ mode: 'serial' })

const title = 'Digitalt tilsyn på sykehjem om natten'
const risk = 'Leverandøren blir forsinket'
let project = ''

test('an uncertainty is added, told when two change it at once, deleted and put back', async ({ page, browser }) => {
  await signIn(page, tor)
  await page.goto('/portefolje')
  await page.getByRole('link', { name: title, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  project = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'Usikkerheter', exact: true }).first().click()
  await page.getByRole('link', { name: 'Legg til usikkerhet' }).click()
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(problems(page)).toContainText('Tittel: Fyll ut dette feltet.')
  await page.getByRole('textbox', { name: 'Tittel' }).fill(risk)
  await page.getByRole('combobox', { name: 'Sannsynlighet', exact: false }).first().selectOption('4')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByRole('status')).toContainText('Lagret.')
  await page.getByRole('rowheader').getByRole('link', { name: risk }).click()
  await expect(page.getByRole('heading', { level: 1, name: risk })).toBeVisible()
  const address = page.url()

  const other = await (await browser.newContext()).newPage()
  await signIn(other, tor)
  await other.goto(address)
  await other.getByRole('textbox', { name: 'Årsak' }).fill('Leverandøren mangler folk')
  await other.getByRole('button', { name: 'Lagre' }).click()
  await expect(other.getByRole('status')).toContainText('Lagret.')
  await other.close()

  await page.getByRole('textbox', { name: 'Årsak' }).fill('Vi bestilte sent')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(problems(page)).toContainText('Ingenting er skrevet over')
  const row = problems(page).getByRole('row', { name: /Årsak/ })
  await expect(row).toContainText('Leverandøren mangler folk')
  await expect(row).toContainText('Vi bestilte sent')
  await row.getByRole('button', { name: /Bruk den lagrede/ }).click()
  await page.getByRole('button', { name: 'Lagre', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Lagret.')

  await page.goto(address)
  await expect(page.getByRole('textbox', { name: 'Årsak' })).toHaveValue('Leverandøren mangler folk')
  await page.getByRole('link', { name: 'Slett' }).click()
  await page.getByRole('button', { name: 'Slett' }).click()
  await expect(page.getByRole('status')).toContainText('Slettet.')
  await expect(page.getByRole('rowheader').getByRole('link', { name: risk })).toHaveCount(0)
  await page.goto(`${project}/historikk`)
  await page
    .getByRole('button', { name: /^Gjenopprett/ })
    .first()
    .click()
  await expect(page.getByRole('rowheader').getByRole('link', { name: risk })).toBeVisible()
})

test('text that was not saved is offered again', async ({ page }) => {
  await signIn(page, tor)
  await page.goto(`${project}/oppgaver/ny`)
  await page.getByRole('textbox', { name: 'Tittel' }).fill('Ring pårørende')
  await page.goto('/')
  await page.goto(`${project}/oppgaver/ny`)
  await page.getByRole('button', { name: 'Hent den fram' }).click()
  await expect(page.getByRole('textbox', { name: 'Tittel' })).toHaveValue('Ring pårørende')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByRole('link', { name: 'Ring pårørende' })).toBeVisible()
})

test('a status report is drafted from the last, published and locked; the portfolio row has changed', async ({ page }) => {
  await signIn(page, tor)
  await page.goto(`${project}/status`)
  await page.getByRole('button', { name: 'Ny statusrapport' }).click()
  await expect(page.getByRole('textbox', { name: 'Oppsummering' })).not.toHaveValue('')
  await page.getByRole('textbox', { name: 'Oppsummering' }).fill('Sensorene er på plass på alle avdelinger.')
  await page.getByRole('combobox', { name: 'Fremdrift' }).selectOption('Foran plan')
  await page.getByRole('button', { name: 'Publiser' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Statusrapport/ })).toBeVisible()
  await expect(page.getByRole('cell', { name: risk }).or(page.getByRole('rowheader', { name: risk }))).toBeVisible()
  const pdf = await page.request.get(`${page.url().split('?')[0]}/pdf`)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await page.goto('/portefolje')
  await expect(page.getByRole('row', { name: new RegExp(title) })).toContainText('Foran plan')
})

test('a decision settles the checklist, asks for what is missing, moves the project and stands', async ({ page }) => {
  await signIn(page, tor)
  await page.goto(`${project}/faser`)
  await page.getByRole('link', { name: 'Ta beslutning: BP4' }).click()
  await page.getByRole('radio', { name: 'Godkjent', exact: true }).check()
  await page.getByRole('button', { name: 'Registrer beslutningen' }).click()
  await expect(problems(page)).toContainText('Velg utført, ikke relevant eller fortsatt åpen.')
  for (const answer of await page.getByRole('radio', { name: 'Utført' }).all()) await answer.check()
  await page.getByRole('radio', { name: 'Godkjent med vilkår' }).check()
  await page.getByRole('textbox', { name: 'Vilkår 1' }).fill('Driftsavtalen er signert')
  await page.getByRole('textbox', { name: 'Hvem følger opp' }).first().fill('Driftslederen')
  await page.getByLabel('Frist').first().fill('2027-01-31')
  await page.getByRole('textbox', { name: 'Begrunnelse' }).last().fill('Løsningen er i bruk.')
  await page.getByRole('button', { name: 'Registrer beslutningen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Beslutning BP4' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Utført/ }).first()).toBeVisible()
  await page.goto(`${project}/faser`)
  await expect(page.locator('[aria-current="step"]')).toContainText('Avslutte')
  await page.getByText('Lukk vilkåret').first().click()
  await page.getByRole('textbox', { name: 'Hvordan er det oppfylt?' }).fill('Avtalen er arkivert.')
  await page.getByRole('button', { name: 'Lukk vilkåret' }).click()
  await expect(page.getByText('1 av 1 vilkår er lukket')).toBeVisible()
})

test('a milestone is moved: what follows is shown before it is saved', async ({ page }) => {
  await signIn(page, tor)
  await page.goto(`${project}/plan`)
  await page.getByText('Skriv nye datoer').click()
  await page.getByRole('combobox', { name: 'Hva', exact: true }).selectOption('BP5')
  await page.getByLabel('Ny slutt').fill('2027-12-01')
  await page.getByRole('button', { name: 'Vis hva som flyttes' }).click()
  const preview = page.getByRole('region', { name: 'Dette flyttes' })
  await expect(preview.getByRole('row', { name: /^Avslutte/ })).toContainText('01.12.2027')
  await preview.getByRole('button', { name: /Lagre/ }).click()
  await expect(page.getByRole('row', { name: /BP5/ })).toContainText('01.12.2027')
})

test('the portfolio is put together, kept as a view, exported, and changed in one go that can be undone', async ({ page }) => {
  await signIn(page, tor)
  await page.goto('/portefolje')
  await page.getByText('Kolonner og sortering').click()
  await page.getByRole('combobox', { name: 'Grupper etter' }).selectOption('Fase')
  await page.getByRole('group').getByRole('button', { name: 'Bruk' }).last().click()
  await expect(page).toHaveURL(/gruppe=fase/)
  await expect(page.getByRole('rowheader', { name: /^Realisere \(\d\)/ })).toBeVisible()
  await page.getByText('Lagre visningen').click()
  await page.getByRole('textbox', { name: 'Navn på visningen' }).fill('Til porteføljemøtet')
  await page.getByRole('button', { name: 'Lagre', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Til porteføljemøtet' })).toHaveAttribute('aria-current', 'page')
  await expect(page).toHaveURL(/gruppe=fase/)

  for (const [name, start] of [
    ['Excel', 'PK'],
    ['CSV', '\uFEFF'],
    ['PDF', '%PDF'],
  ]) {
    const href = (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? ''
    const file = await page.request.get(href)
    expect(file.headers()['content-disposition']).toContain('attachment')
    expect((await file.body()).toString('utf8').startsWith(start ?? '')).toBe(true)
  }

  await page.getByRole('checkbox', { name: `Velg: ${title}` }).check()
  await page.getByRole('button', { name: 'Endre de valgte' }).click()
  await page.getByRole('combobox', { name: 'Hva skal endres?' }).selectOption('Tilstand')
  await page.getByRole('button', { name: 'Velg' }).click()
  await page.getByRole('combobox', { name: 'Ny verdi' }).selectOption('Avventer')
  await page.getByRole('button', { name: 'Vis hva som endres' }).click()
  await expect(page.getByRole('row', { name: new RegExp(title) })).toContainText('Avventer')
  await page.getByRole('button', { name: 'Endre 1 prosjekt' }).click()
  await page.getByRole('button', { name: /^Angre/ }).click()
  await expect(page.getByRole('status')).toContainText('Endringen er angret')
  await page.goto(project)
  await expect(page.getByText('Aktivt', { exact: true }).first()).toBeVisible()
})

test('text kept from before somebody else saved is shown beside theirs, and overwrites nothing', async ({ page, browser }) => {
  await signIn(page, tor)
  await page.goto(`${project}/usikkerheter`)
  await page.getByRole('rowheader').getByRole('link', { name: risk }).click()
  await expect(page.getByRole('heading', { level: 1, name: risk })).toBeVisible()
  const address = page.url()
  await page.getByRole('textbox', { name: 'Årsak' }).fill('Skrevet og glemt')
  await page.goto('/')

  const other = await (await browser.newContext()).newPage()
  await signIn(other, tor)
  await other.goto(address)
  await other.getByRole('textbox', { name: 'Årsak' }).fill('Lagret i mellomtiden')
  await other.getByRole('button', { name: 'Lagre' }).click()
  await expect(other.getByRole('status')).toContainText('Lagret.')
  await other.close()

  await page.goto(address)
  await page.getByRole('button', { name: 'Hent den fram' }).click()
  await page.getByRole('button', { name: 'Lagre', exact: true }).click()
  const row = problems(page).getByRole('row', { name: /Årsak/ })
  await expect(row).toContainText('Lagret i mellomtiden')
  await expect(row).toContainText('Skrevet og glemt')
})

test('the timeline is moved by keys and by hand, and both lead to the same preview', async ({ page }) => {
  const preview = page.getByRole('region', { name: 'Dette flyttes' })
  await signIn(page, tor)
  await page.goto(`${project}/plan`)
  const mark = page
    .getByRole('region', { name: 'Tidslinje' })
    .getByRole('link', { name: /Begge sykehjem ferdig/ })
    .last()
  await mark.focus()
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect(page.getByRole('status').filter({ hasText: 'Ny dato' })).toContainText('30.04.2027')
  await page.keyboard.press('Enter')
  await expect(preview.getByRole('row', { name: /^Begge sykehjem ferdig/ })).toContainText('30.04.2027')
  await preview.getByRole('link', { name: 'Avbryt' }).click()
  await expect(preview).toHaveCount(0)

  await mark.scrollIntoViewIfNeeded()
  const box = await mark.boundingBox()
  if (!box) throw new Error('The mark is not to be seen')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 60, y, { steps: 5 })
  await page.mouse.up()
  await expect(preview.getByRole('row', { name: /^Begge sykehjem ferdig/ })).toContainText('23.04.2027')
})
