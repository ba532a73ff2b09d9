import { expect, test } from '@playwright/test'
import { expectAccessible, expectAccessiblePages } from './accessible'
import { amina, ingrid, nils, signIn, solveig, tor } from './people'

// Sharing that lives: somebody asks, is answered and told; plans, packs, and what keeps a case true.

const report = '/erfaringer/fjernavleste-vannmalere-lillesand'
const question = 'Hvor lenge varer batteriet i målerne?'

test('a suggestion leads to the case, and the keys are enough', async ({ page }) => {
  await page.goto('/')
  const box = page.getByRole('combobox', { name: 'Hva vil du finne erfaringer om?' })
  await box.fill('fjernavleste')
  const options = page.getByRole('listbox', { name: 'Forslag' }).getByRole('option')
  await expect(options.first()).toBeVisible()
  await expectAccessible(page)
  await box.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await box.press('Escape')
  await expect(options).toHaveCount(0)
  await box.press('Enter')
  await expect(page).toHaveURL(/\/erfaringer\?q=fjernavleste/)
  await page.getByRole('link', { name: 'Nyeste' }).click()
  await expect(page).toHaveURL(/sorter=nyeste/)
})

test('what nobody has shared can be asked of everybody, and waited for', async ({ page }) => {
  await signIn(page, ingrid)
  await page.goto('/erfaringer?q=snøkrabbetelling')
  await page.getByRole('button', { name: /Varsle meg når noen deler/ }).click()
  await expect(page.getByText('Du får varsel når noen deler noe som passer.')).toBeVisible()
  await page.getByRole('button', { name: 'Spør andre kommuner' }).click()
  await expect(page.getByText('Sendt til alle kommuner: «Har noen erfaring med snøkrabbetelling?»')).toBeVisible()
  await page.getByRole('button', { name: 'Angre : Har noen erfaring med snøkrabbetelling?' }).click()
  await expect(page.getByRole('button', { name: 'Spør andre kommuner' })).toBeVisible()
  await page.getByRole('button', { name: 'Angre : snøkrabbetelling' }).click()
  await expect(page.getByRole('button', { name: /Varsle meg når noen deler/ })).toBeVisible()
})

test.describe('a question and its answer', () => {
  // The letter tells of the answer.
  test.describe.configure({ mode: 'serial', timeout: 120_000 })

  test('a question goes to those who did it, and the answer becomes part of the case', async ({ page, browser }) => {
    await signIn(page, ingrid)
    await page.goto(report)
    await page.getByRole('link', { name: 'Spør dem som har gjort det' }).first().click()
    await page.getByRole('button', { name: 'Send spørsmålet' }).click()
    await expect(page.getByText('Fyll ut dette feltet.').first()).toBeVisible()
    await page.getByRole('textbox', { name: 'Hva lurer du på?' }).fill(question)
    await page.getByRole('button', { name: 'Send spørsmålet' }).click()
    await expect(page.getByText('Spørsmålet er sendt.')).toBeVisible()

    const other = await (await browser.newContext()).newPage()
    await signIn(other, amina)
    await other.goto('/min-side')
    await other.getByRole('link', { name: question }).click()
    const item = other.getByRole('listitem').filter({ hasText: question })
    await item.getByRole('textbox', { name: 'Svar' }).fill('Leverandøren lover ti år.')
    await item.getByRole('button', { name: 'Send svaret' }).click()
    await expect(other.getByText('Leverandøren lover ti år.')).toBeVisible()

    await page.goto('/varsler')
    await expect(page.getByRole('link', { name: /har svart på et spørsmål om «Fjernavleste vannmålere/ })).toBeVisible()
    await page.getByRole('button', { name: 'Merk alle som sett' }).click()
    await expect(page.getByRole('button', { name: 'Merk alle som sett' })).toHaveCount(0)
    await page.goto('/varsler')
    await page.getByRole('link', { name: /har svart på et spørsmål/ }).click()
    await expect(page.getByText('Leverandøren lover ti år.')).toBeVisible()
  })

  test('the worker writes a letter at once, and a link in it stops them, also before scripts have loaded', async ({
    page,
    browser,
  }) => {
    await signIn(page, ingrid)
    await expect(async () => {
      await page.goto('/post')
      await expect(page.getByRole('link', { name: /har svart på et spørsmål/ })).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: 100_000 })
    await page.getByRole('link', { name: /har svart på et spørsmål/ }).click()
    const letter = page.frameLocator('iframe')
    await expect(letter.getByRole('link', { name: /har svart på et spørsmål/ })).toBeVisible()
    const stop = (await letter.getByRole('link', { name: 'Slutt å sende meg dette' }).getAttribute('href')) ?? ''
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await plain.goto(stop)
    await expect(plain.getByRole('heading', { level: 1, name: 'Slutt å få e-post fra Delt' })).toBeVisible()
    await plain.getByRole('button', { name: 'Slutt å sende meg e-post om dette' }).click()
    await expect(plain.getByText('Du får ikke lenger e-post om dette.')).toBeVisible()
    await plain.context().close()
    await page.goto('/varsler/innstillinger')
    await expect(page.getByRole('combobox', { name: 'Spørsmål og svar' })).toHaveValue('off')
  })
})

test('a reader follows a case, says it is outdated, and its own confirm that it holds', async ({ page, browser }) => {
  await signIn(page, ingrid)
  await page.goto(report)
  await page.locator('summary', { hasText: 'Følg og bli varslet' }).click()
  await page.getByRole('button', { name: 'Følg : Denne rapporten' }).click()
  await expect(page.getByRole('button', { name: 'Slutt å følge : Denne rapporten' })).toBeVisible()
  await page.getByRole('link', { name: 'Er den utdatert? Si fra' }).click()
  await page.getByRole('textbox', { name: 'Hva stemmer ikke lenger?' }).fill('Leverandøren er kjøpt opp.')
  await page.getByRole('button', { name: 'Si fra' }).click()
  await expect(page.getByText('Takk! Forvalteren har fått beskjed.')).toBeVisible()
  const outdated = 'En leser mener at den er utdatert. Kilden har ikke svart ennå.'
  await expect(page.getByText(outdated)).toBeVisible()
  const other = await (await browser.newContext()).newPage()
  await signIn(other, { door: '/logg-inn/4215', name: 'Trine Høvåg' })
  await other.goto(report)
  await other.getByRole('button', { name: 'Ja, den stemmer fortsatt' }).click()
  await expect(other.getByText('Takk! Rapporten er bekreftet i dag.')).toBeVisible()
  await expect(other.getByText(outdated)).toHaveCount(0)
})

test('a report is held against one’s own municipality', async ({ page }) => {
  await signIn(page, ingrid)
  await page.goto(`${report}/passer`)
  await page.getByRole('button', { name: 'Det har vi ikke : Abonnentregister' }).click()
  await expect(page.getByRole('heading', { name: 'Må endres hos dere' })).toBeVisible()
  await page.getByRole('link', { name: 'Kopier til min kommune' }).click()
  const first = page.getByRole('group', { name: 'Hva må på plass hos dere først?' })
  await expect(first.getByRole('checkbox', { name: 'Ryddet abonnentregister' })).toBeChecked()
})

test('a plan is shown to other municipalities, and no more than is chosen', async ({ page, browser }) => {
  await signIn(page, tor)
  await page.goto('/portefolje')
  await page.getByRole('link', { name: 'Digital byggesaksbehandling', exact: true }).click()
  await page.getByRole('link', { name: 'Vis i planer' }).click()
  await page.getByRole('checkbox', { name: 'Felles anskaffelse' }).check()
  await page
    .getByRole('textbox', { name: 'Når dere begynner' })
    .fill(new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10))
  await page.getByRole('textbox', { name: 'Hvem de kan kontakte' }).fill('Leder for byggesak')
  await page.getByRole('textbox', { name: 'Hvordan' }).fill('byggesak@grimstad.example')
  await page.getByRole('button', { name: 'Vis planen' }).click()
  await expect(page.getByText('Planen er lagret.')).toBeVisible()
  const other = await (await browser.newContext()).newPage()
  await signIn(other, amina)
  await other.goto('/planer?vil=procure')
  await expect(other.getByRole('heading', { name: 'Digital byggesaksbehandling' })).toBeVisible()
  await other.getByRole('link', { name: 'Vi er med : Digital byggesaksbehandling' }).click()
  await other.getByRole('textbox', { name: 'Hvem de kan kontakte' }).fill('Innkjøpssjef')
  await other.getByRole('textbox', { name: 'Hvordan' }).fill('innkjop@asker.example')
  await other.getByRole('button', { name: 'Si at vi er med' }).click()
  await expect(other.getByText('De som planlegger, har fått vite at dere er med.')).toBeVisible()
  const manager = await (await browser.newContext()).newPage()
  await signIn(manager, ingrid)
  await manager.goto('/varsler')
  await manager.getByRole('link', { name: /er med på planen «Digital byggesaksbehandling»/ }).click()
  await expect(manager.getByText('Innkjøpssjef · innkjop@asker.example')).toBeVisible()
})

test('a starter pack becomes a programme in one step', async ({ page }) => {
  await signIn(page, tor)
  await page.goto('/startpakker')
  await page.getByRole('link', { name: 'Digital start for små kommuner' }).click()
  await page.getByRole('button', { name: 'Lag programmet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Digital start for små kommuner' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Trygghet på øya/ })).toBeVisible()
})

test('the new pages are for everybody', async ({ page }) => {
  test.setTimeout(400_000)
  await expectAccessiblePages(page, [
    ...['/startpakker', '/startpakker/digital-start-for-sma-kommuner', '/erfaringer/kostnader', '/avmeld/feil', '/bekreft/feil'],
    '/erfaringer/sammenlign?rapport=fjernavleste-vannmalere-lillesand&rapport=ebyggesak-ikt-agder',
    '/erfaringer/sammenlign?rapport=fjernavleste-vannmalere-lillesand&rapport=ebyggesak-ikt-agder&vis=forskjell',
    ...[`${report}/sporsmal`, `${report}/anbefalinger`, '/erfaringer?q=xqzzy', '/erfaringer/trygghetsalarmer-bergen/opphav'],
  ])
  await signIn(page, tor)
  await expectAccessiblePages(page, [
    ...['/varsler', '/varsler/innstillinger', '/post', '/sporsmal', '/sporsmal/ny', '/planer', '/forvaltning'],
    ...[report, `${report}/passer`, `${report}/sporsmal`, `${report}/utdatert`, '/startpakker/digital-start-for-sma-kommuner'],
    '/erfaringer/innkjop-sak-og-arkivsystem-grimstad/forvalter',
  ])
})

test('two reports that tell of the same are found as one, until it is undone', async ({ page, browser }) => {
  const [kept, away] = ['ebyggesak-ikt-agder', 'gevinstrealiseringsplan-ebyggesak-ikt-agder']
  await signIn(page, solveig)
  await page.goto('/kuratering/duplikater')
  await page.getByRole('link', { name: /^Behold denne : eByggeSak i IKT Agder/ }).click()
  await expect(page.getByRole('heading', { name: 'Dette skjer når du slår dem sammen' })).toBeVisible()
  await page.getByRole('button', { name: 'Slå sammen', exact: true }).click()
  await expect(page.getByText('Rapportene er slått sammen.')).toBeVisible()

  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(`/erfaringer/${away}`)
  await expect(visitor).toHaveURL(new RegExp(`/erfaringer/${kept}`))
  await expect(visitor.getByText('Rapporten du åpnet, er slått sammen med denne.')).toBeVisible()
  await visitor.getByRole('link', { name: /Gevinstrealiseringsplan for eByggeSak/ }).click()
  await expect(visitor).toHaveURL(new RegExp(`/erfaringer/${away}/versjon/`))

  await page.getByRole('button', { name: /Angre sammenslåingen/ }).click()
  await expect(page.getByText('Sammenslåingen er angret.')).toBeVisible()
  await visitor.goto(`/erfaringer/${away}`)
  await expect(visitor.getByRole('heading', { level: 1, name: /Gevinstrealiseringsplan/ })).toBeVisible()
})

test('what is open can be followed by programs, and a link has a picture', async ({ page, request }) => {
  await page.goto('/erfaringer/ebyggesak-ikt-agder')
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent()) ?? '')
  expect(data).toMatchObject({ '@type': 'Report', inLanguage: 'nb' })
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content')
  const answer = await request.get(new URL(picture ?? '').pathname)
  expect(answer.headers()['content-type']).toBe('image/png')
  const feed = await (await request.get('/strom/kommune/4203')).text()
  expect(feed).toContain('/erfaringer/ebyggesak-ikt-agder</id>')
  const [map] = /\/kart\/rapporter-1\.xml/.exec(await (await request.get('/sitemap.xml')).text()) ?? []
  expect(await (await request.get(map ?? '')).text()).toContain('/erfaringer/ebyggesak-ikt-agder</loc>')
})

test('so are those of the advisors', async ({ page }) => {
  await signIn(page, solveig)
  await page.goto('/kuratering/startpakker')
  await page.getByRole('link', { name: 'Digital start for små kommuner' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Digital start for små kommuner' })).toBeVisible()
  const path = new URL(page.url()).pathname
  await expectAccessiblePages(page, [
    '/kuratering',
    '/kuratering/duplikater',
    '/kuratering/startpakker',
    path,
    `${report}/evaluering`,
    '/sporsmal',
  ])
})

test('somebody who does not mind the portfolio sees no hand-over', async ({ page }) => {
  await signIn(page, nils)
  await page.goto('/forvaltning')
  await expect(page.getByRole('heading', { level: 1, name: 'Vi fant ikke siden' })).toBeVisible()
})
