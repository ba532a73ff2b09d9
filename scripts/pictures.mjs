// `npm run pictures`: the pictures of the README, taken of a running Delt (`npm start`). ORIGIN says where, FOLDER where to.
import fs from 'node:fs'
import { chromium } from '@playwright/test'

const origin = process.env.ORIGIN ?? 'http://localhost:3000'
const folder = process.env.FOLDER ?? 'docs/pictures'
const executablePath = [process.env.CHROMIUM_PATH, chromium.executablePath(), '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (place) => place && fs.existsSync(place),
)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })

const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } }

/** One picture of one page. `person` signs in first, through the person's own provider. */
async function picture({ name, path, size = 'wide', scheme = 'light', person, follow, fullPage = false }) {
  const context = await browser.newContext({ viewport: sizes[size], colorScheme: scheme, locale: 'nb-NO', baseURL: origin })
  const page = await context.newPage()
  if (person) {
    await page.goto(person.door)
    await page.getByRole('button', { name: 'Gå til innloggingen' }).click()
    await page.getByRole('button', { name: person.name }).click()
    await page.getByRole('button', { name: 'Logg ut' }).first().waitFor({ state: 'attached' })
  }
  await page.goto(path)
  for (const link of follow ?? []) {
    const before = page.url()
    await page.getByRole('link', { name: link, exact: true }).first().click()
    await page.waitForURL((url) => url.href !== before)
    await page.waitForLoadState('networkidle')
  }
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage })
  console.log(`${folder}/${name}.png`)
  await context.close()
}

const ingrid = { door: '/logg-inn/4202', name: 'Ingrid Haugland' }
const tor = { door: '/logg-inn/4202', name: 'Tor Ugland' }
const amina = { door: '/logg-inn/4215', name: 'Amina Solberg' }
const solveig = { door: '/logg-inn/kommit', name: 'Solveig Nygård' }

const all = [
  { name: 'forside', path: '/' },
  { name: 'forside-mobil-mork', path: '/', size: 'narrow', scheme: 'dark' },
  { name: 'sok', path: '/erfaringer?q=byggesak' },
  { name: 'rapport', path: '/erfaringer/ebyggesak-ikt-agder' },
  { name: 'portefolje', path: '/portefolje', person: ingrid },
  { name: 'prosjekt', path: '/portefolje', person: ingrid, follow: ['Digital byggesaksbehandling'] },
  {
    name: 'tidsplan',
    path: '/portefolje',
    person: ingrid,
    follow: ['Digital byggesaksbehandling', 'Tidsplan'],
  },
  { name: 'ledelse', path: '/portefolje/oversikt', person: tor },
  { name: 'kopier', path: '/erfaringer/ebyggesak-ikt-agder', person: amina, follow: ['Kopier til min kommune'] },
  { name: 'kuratering', path: '/kuratering', person: solveig, scheme: 'dark' },
]

fs.mkdirSync(folder, { recursive: true })
for (const shot of all) await picture({ ...shot, fullPage: process.env.FULL_PAGE === '1' })
await browser.close()
