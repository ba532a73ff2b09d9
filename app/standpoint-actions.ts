'use server'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { keptAs, readKept, standpointInput } from '@/lib/municipalities/likeness/input'
import { safePath } from '@/lib/platform/auth/rules'
import { typedValues } from '@/lib/platform/form'
import { requireSameOrigin } from '@/lib/platform/same-origin'
import { standpointCookie } from './standpoint'

const year = 60 * 60 * 24 * 365

/**
 * Remembers in a cookie where the reader is from and what counts to them, and shows the page they said it on again. What the form does not ask
 * about stays as it was.
 */
export async function chooseStandpoint(form: FormData): Promise<void> {
  await requireSameOrigin()
  const store = await cookies()
  const before = readKept(store.get(standpointCookie)?.value ?? '')
  const { tilbake, ...said } = standpointInput.parse({ ...before, ...typedValues(form) })
  store.set(standpointCookie, keptAs(said), { maxAge: year, path: '/', sameSite: 'lax', httpOnly: true })
  redirect(safePath(tilbake, `/kommuner?${keptAs(said)}#ligner-tittel`))
}
