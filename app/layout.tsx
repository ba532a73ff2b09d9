import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { DraftOwner } from '@/components/forms/draft-owner'
import { InsideBanner } from '@/components/grants/inside-banner'
import { ClientTexts } from '@/components/layout/client-texts'
import { type ColourScheme, Footer } from '@/components/layout/footer'
import { Header, type ShellViewer } from '@/components/layout/header'
import { SessionWatch } from '@/components/session/session-watch'
import { mayCurate } from '@/lib/curation/policy'
import { insideOf } from '@/lib/grants/rules'
import { mayUseDesk } from '@/lib/municipalities/policy'
import { unseenCount } from '@/lib/news/queries'
import { mayOperate } from '@/lib/operation/policy'
import { mayAdminister } from '@/lib/people/administration/policy'
import { type Actor, asSelf, municipalityOf } from '@/lib/platform/actor'
import { sessionLeft } from '@/lib/platform/auth/liveness'
import { actor, sessionToken } from '@/lib/platform/auth/session'
import { signOut } from '@/lib/platform/auth/sign-out'
import { config } from '@/lib/platform/config'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { chooseSettings } from './actions'
import { leave } from './inside-actions'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator()
  return {
    metadataBase: new URL(config().origin),
    title: { default: 'Delt', template: '%s – Delt' },
    description: t('frontPage.title'),
    openGraph: { siteName: 'Delt', type: 'website', locale: 'nb_NO' },
    alternates: { types: { 'application/atom+xml': [{ url: '/strom', title: t('feeds.title') }] } },
  }
}

export default async function Layout({ children }: { children: React.ReactNode }) {
  const [t, locale, who, scheme] = [await getTranslator(), await getLocale(), await actor(), await colourScheme()]
  const [token, door] = [await sessionToken(), doorOf(who)]
  const inside = insideOf(who)
  const left = token && door ? await sessionLeft(token) : null
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
        <DraftOwner id={who.kind === 'visitor' ? '' : who.personId}>
          <Header t={t} viewer={shellViewer(who, await unseenCount(who))} signOut={signOut} />
          {inside && (
            <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form'])}>
              <InsideBanner t={t} {...inside} until={formatDate(inside.until, locale, 'short')} goOut={leave} />
            </ClientTexts>
          )}
          <main id="innhold" tabIndex={-1} className="outline-none">
            <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors'])}>
              {children}
            </ClientTexts>
          </main>
        </DraftOwner>
        {left && door && (
          <ClientTexts locale={locale} messages={clientMessages(locale, ['session'])}>
            <SessionWatch left={{ idle: left.idle, life: left.life }} door={door} />
          </ClientTexts>
        )}
        <Footer t={t} locale={locale} scheme={scheme} chooseSettings={chooseSettings} />
      </body>
    </html>
  )
}

/** The door somebody came in by: they come back in by the same. */
function doorOf(who: Actor): string | null {
  if (who.kind === 'visitor') return null
  return municipalityOf(asSelf(who))?.number ?? 'kommit'
}

async function colourScheme(): Promise<ColourScheme> {
  const chosen = (await cookies()).get('color_scheme')?.value
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto'
}

function shellViewer(who: Actor, unseen: number): ShellViewer | null {
  if (who.kind === 'visitor') return null
  return {
    name: who.name,
    place: municipalityOf(who)?.name ?? 'KommIT',
    isStaff: mayUseDesk(who),
    mayCurate: mayCurate(who),
    mayOperate: mayOperate(who),
    mayAdminister: mayAdminister(who),
    unseen,
  }
}
