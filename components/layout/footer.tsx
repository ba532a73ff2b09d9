import Link from 'next/link'
import type { Translator } from '@/lib/platform/i18n'
import type { Locale } from '@/lib/platform/locale'
import { Logo } from './logo'

export type ColourScheme = 'auto' | 'light' | 'dark'

const languages: { code: Locale; name: string }[] = [
  { code: 'nb', name: 'Bokmål' },
  { code: 'nn', name: 'Nynorsk' },
  { code: 'en', name: 'English' },
]

interface Props {
  t: Translator
  locale: Locale
  scheme: ColourScheme
  chooseSettings: (form: FormData) => Promise<void>
}

export function Footer({ t, locale, scheme, chooseSettings }: Props) {
  const schemes: { code: ColourScheme; name: string }[] = [
    { code: 'auto', name: t('layout.colourAuto') },
    { code: 'light', name: t('layout.colourLight') },
    { code: 'dark', name: t('layout.colourDark') },
  ]
  return (
    <footer className="site mt-16 border-t border-neutral-border-subtle bg-neutral-background-tinted">
      <div className="page grid gap-8 py-10 md:grid-cols-[1.4fr_1fr]">
        <div className="grid max-w-xl content-start gap-3">
          <Logo />
          <p>{t('layout.about')}</p>
          <p className="text-sm muted">{t('layout.licence')}</p>
          <p className="text-sm muted">{t('layout.registerSource')}</p>
          <p className="text-sm">
            <a href="/strom" type="application/atom+xml" className="underline underline-offset-4">
              {t('feeds.link')}
            </a>{' '}
            ·{' '}
            <Link href="/personvern" prefetch={false} className="underline underline-offset-4">
              {t('privacy.title')}
            </Link>
          </p>
        </div>
        <form action={chooseSettings} className="flex flex-wrap content-start items-end gap-3" aria-label={t('layout.settings')}>
          <div className="ds-field">
            <label className="ds-label" htmlFor="locale">
              {t('layout.language')}
            </label>
            <select key={locale} id="locale" name="locale" defaultValue={locale} className="ds-input" data-width="auto">
              {languages.map(({ code, name }) => (
                <option key={code} value={code} lang={code}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div className="ds-field">
            <label className="ds-label" htmlFor="scheme">
              {t('layout.colours')}
            </label>
            <select key={scheme} id="scheme" name="scheme" defaultValue={scheme} className="ds-input" data-width="auto">
              {schemes.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('layout.use')}
          </button>
        </form>
      </div>
    </footer>
  )
}
