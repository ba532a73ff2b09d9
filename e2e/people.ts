import { expect, type Locator, type Page } from '@playwright/test'

/** The demo people the stories are about. */
export const ingrid = { door: '/logg-inn/4202', name: 'Ingrid Haugland' }
export const tor = { door: '/logg-inn/4202', name: 'Tor Ugland' }
export const katrine = { door: '/logg-inn/3203', name: 'Katrine Heggedal' }
export const amina = { door: '/logg-inn/4215', name: 'Amina Solberg' }
export const alf = { door: '/logg-inn/4225', name: 'Alf Kvås' }
export const nils = { door: '/logg-inn/4204', name: 'Nils Holm' }
export const ida = { door: '/logg-inn/4225', name: 'Ida Rom' }
/** Their sessions run out, every one they have: each is in one story alone. */
export const lise = { door: '/logg-inn/3203', name: 'Lise Blakstad' }
export const torgeir = { door: '/logg-inn/3203', name: 'Torgeir Slemmestad' }
export const ingvild = { door: '/logg-inn/3203', name: 'Ingvild Nesøya' }
/** Her sessions are counted, so no other story signs in as her. */
export const solfrid = { door: '/logg-inn/4225', name: 'Solfrid Birkeland' }
export const tiril = { door: '/logg-inn/1573', name: 'Tiril Nordvika' }
export const siv = { door: '/logg-inn/4204', name: 'Siv Randesund' }
export const lars = { door: '/logg-inn/3403', name: 'Lars Ridabu' }
export const turid = { door: '/logg-inn/kommit', name: 'Turid Hovland' }
export const henrik = { door: '/logg-inn/kommit', name: 'Henrik Dahle' }
export const per = { door: '/logg-inn/4204', name: 'Per Justnes' }
export const solveig = { door: '/logg-inn/kommit', name: 'Solveig Nygård' }

/** Signs in through the person's own provider, as far as the page they land on. */
export async function signIn(page: Page, person: { door: string; name: string }): Promise<void> {
  await page.goto(person.door)
  await page.getByRole('button', { name: 'Gå til innloggingen' }).click()
  await page.getByRole('button', { name: person.name }).click()
  await expect(page.getByRole('button', { name: 'Logg ut' })).toBeVisible()
}

/** The summary at the top of a form that could not be accepted. */
export function problems(page: Page): Locator {
  return page.locator('.ds-error-summary')
}
