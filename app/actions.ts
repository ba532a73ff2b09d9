'use server'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { isLocale } from '@/lib/platform/locale'
import { requireSameOrigin } from '@/lib/platform/same-origin'

const year = 60 * 60 * 24 * 365

/** Keeps the reader's language and colours in cookies, and shows the same page again. */
export async function chooseSettings(form: FormData): Promise<void> {
  await requireSameOrigin()
  const store = await cookies()
  const locale = form.get('locale')
  const scheme = form.get('scheme')
  const options = { maxAge: year, path: '/', sameSite: 'lax', httpOnly: true } as const
  if (isLocale(locale)) store.set('locale', locale, options)
  if (scheme === 'auto' || scheme === 'light' || scheme === 'dark') store.set('color_scheme', scheme, options)
  redirect(await pageBefore())
}

/** The path of the page the form stood on. Only its path: the rest of a referrer is not ours to trust. */
async function pageBefore(): Promise<string> {
  const referrer = (await headers()).get('referer')
  if (!referrer || !URL.canParse(referrer)) return '/'
  const { pathname, search } = new URL(referrer)
  return pathname.startsWith('//') ? '/' : `${pathname}${search}`
}
