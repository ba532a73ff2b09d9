import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { ClientTexts } from '@/components/layout/client-texts'
import { type ColourScheme, Footer } from '@/components/layout/footer'
import { Header, type ShellViewer } from '@/components/layout/header'
import type { Actor } from '@/lib/platform/actor'
import { actor } from '@/lib/platform/auth/session'
import { signOut } from '@/lib/platform/auth/sign-out'
import { config } from '@/lib/platform/config'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { chooseSettings } from './actions'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Delt', template: '%s – Delt' },
  description: 'Del det dere lærte. Finn det andre gjorde.',
}

export default async function Layout({ children }: { children: React.ReactNode }) {
  const [t, locale, who, scheme] = [await getTranslator(), await getLocale(), await actor(), await colourScheme()]
  return (
    <html lang={locale} data-color-scheme={scheme} data-color="primary">
      <body>
        <a href="#innhold" className="skip-link">
          {t('common.skipToContent')}
        </a>
        {config().isDemo && (
          <aside
            aria-label={t('layout.demoLabel')}
            className="no-print bg-sun-surface-tinted px-4 py-1.5 text-center text-sm text-sun-text-default"
          >
            {t('layout.demoNotice')}
          </aside>
        )}
        <Header t={t} viewer={shellViewer(who)} signOut={signOut} />
        <main id="innhold" tabIndex={-1} className="outline-none">
          <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form'])}>
            {children}
          </ClientTexts>
        </main>
        <Footer t={t} locale={locale} scheme={scheme} chooseSettings={chooseSettings} />
      </body>
    </html>
  )
}

async function colourScheme(): Promise<ColourScheme> {
  const chosen = (await cookies()).get('color_scheme')?.value
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto'
}

function shellViewer(who: Actor): ShellViewer | null {
  if (who.kind === 'visitor') return null
  const isStaff = who.kind === 'staff'
  return { name: who.name, place: isStaff ? who.municipality.name : 'KommIT', isStaff, mayCurate: who.kind === 'advisor' }
}
