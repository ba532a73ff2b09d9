import { expect, test } from '@playwright/test'
import { alf, nils, signIn } from './people'

// Two municipalities in one project: one invites, the other answers and works, and one of them ends it.
test.describe.configure({ mode: 'serial' })

const title = 'Felles vakt for dataangrep i DDV'
let path = ''

test('somebody from a partner municipality finds the invitation and takes part', async ({ page }) => {
  await signIn(page, nils)
  await page.goto('/min-side')
  const invitation = page.getByRole('listitem').filter({ hasText: title })
  await expect(invitation).toContainText('Alf Kvås i Lyngdal inviterte deg som gevinstansvarlig')
  await invitation.getByRole('button', { name: /^Bli med/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('Du er med som gjest fra Kristiansand. Prosjektet tilhører Lyngdal.')).toBeVisible()
  path = new URL(page.url()).pathname
})

test('the guest works in the project, decides nothing about it, and sees nothing else of the municipality', async ({ page }) => {
  await signIn(page, nils)
  await page.goto(`${path}/oppgaver/ny`)
  await page.getByLabel('Tittel').fill('Sjekke vaktavtalen med Kristiansand')
  await page.getByLabel('Ansvarlig').selectOption({ label: 'Nils Holm (Kristiansand)' })
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByRole('link', { name: 'Sjekke vaktavtalen med Kristiansand' })).toBeVisible()
  for (const closed of ['gjester', 'mal', 'erfaringsrapport'])
    expect((await page.goto(`${path}/${closed}`))?.status(), closed).toBe(404)
  await page.goto('/portefolje')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kristiansand')
  await expect(page.getByText(title)).toHaveCount(0)
  await page.goto('/min-side')
  await expect(page.getByRole('link', { name: 'Sjekke vaktavtalen med Kristiansand' })).toBeVisible()
})

test('the host sees who did it, asks another, and ends it', async ({ page }) => {
  await signIn(page, alf)
  await page.goto(`${path}/historikk`)
  await expect(page.getByText(/^Nils Holm\b.*kl\./).first()).toBeVisible()
  await page.goto(`${path}/gjester`)
  await expect(page.getByRole('listitem').filter({ hasText: 'Nils Holm' })).toContainText('Kristiansand · Gevinstansvarlig')
  await page.getByRole('combobox', { name: /^Kommune/ }).selectOption('Kristiansand')
  await page.getByRole('combobox', { name: /^Rolle/ }).selectOption('Prosjektstøtte')
  await page.getByRole('textbox', { name: /^E-post/ }).fill('gro.oddernes@4204.example')
  await page.getByRole('button', { name: 'Send invitasjon' }).click()
  const asked = page.getByRole('listitem').filter({ hasText: 'gro.oddernes@4204.example' })
  await asked.locator('summary').click()
  await asked.getByRole('button', { name: /^Ja, trekk tilbake/ }).click()
  await expect(asked).toHaveCount(0)
})
