import Link from 'next/link'
import type { Translator } from '@/lib/platform/i18n'
import { Logo } from './logo'
import { NavLink } from './nav-link'
import { SignOutButton } from './sign-out-button'

/** Whoever is signed in, as the shell needs to know them. */
export interface ShellViewer {
  name: string
  /** The municipality, or KommIT. */
  place: string
  isStaff: boolean
  mayCurate: boolean
  mayOperate: boolean
  mayAdminister: boolean
  /** How many notices they have not seen. */
  unseen: number
}

interface Props {
  t: Translator
  viewer: ShellViewer | null
  signOut: () => Promise<void>
}

export function Header({ t, viewer, signOut }: Props) {
  const links = [
    { href: '/erfaringer', text: t('layout.experiences') },
    { href: '/prosjekter', text: t('layout.projects') },
    { href: '/kommuner', text: t('layout.municipalities') },
    ...(viewer?.isStaff
      ? [
          { href: '/portefolje', text: t('layout.portfolio') },
          { href: '/ideer', text: t('layout.ideas') },
          { href: '/planer', text: t('layout.plans') },
        ]
      : []),
    ...(viewer?.mayAdminister ? [{ href: '/admin', text: t('layout.administration') }] : []),
    ...(viewer?.mayOperate ? [{ href: '/drift', text: t('layout.operation') }] : []),
    ...(viewer?.mayCurate ? [{ href: '/kuratering', text: t('layout.curation') }] : []),
  ]
  const menu = links.map(({ href, text }) => (
    <li key={href}>
      <NavLink href={href}>{text}</NavLink>
    </li>
  ))
  return (
    <header className="site">
      <div className="page flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
        <Link href="/" prefetch={false} className="mr-2 no-underline text-inherit" aria-label={`Delt – ${t('common.home')}`}>
          <Logo />
        </Link>
        <nav aria-label={t('layout.mainMenu')} className="hidden md:block">
          <ul className="flex gap-1">{menu}</ul>
        </nav>
        <div className="ml-auto hidden md:block">
          <Account t={t} viewer={viewer} signOut={signOut} />
        </div>
        <details className="ml-auto md:hidden mobile-menu">
          <summary className="ds-button" data-variant="secondary">
            {t('layout.menu')}
          </summary>
          <nav aria-label={t('layout.mainMenu')} className="mobile-menu-panel">
            <ul className="grid gap-1">{menu}</ul>
            <div className="border-t border-neutral-border-subtle pt-3 mt-3">
              <Account t={t} viewer={viewer} signOut={signOut} />
            </div>
          </nav>
        </details>
      </div>
    </header>
  )
}

function Account({ t, viewer, signOut }: Props) {
  if (!viewer) {
    return (
      <Link href="/logg-inn" prefetch={false} className="ds-button">
        {t('layout.signIn')}
      </Link>
    )
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Link
        href="/min-side"
        prefetch={false}
        className="grid leading-tight text-inherit no-underline hover:underline"
        title={t('layout.myPage')}
      >
        <span className="text-sm font-semibold">{viewer.name}</span>
        <span className="text-sm muted">{viewer.place}</span>
      </Link>
      <Link href="/varsler" prefetch={false} className="ds-button" data-variant="tertiary" data-size="sm">
        {t('news.count', { count: viewer.unseen })}
      </Link>
      <SignOutButton action={signOut} text={t('layout.signOut')} />
    </div>
  )
}
