import { Suspense } from 'react'
import { FlashNotice } from '@/components/layout/flash-notice'
import { NavLink } from '@/components/layout/nav-link'
import { getTranslator } from '@/lib/platform/i18n'

const parts = [
  { path: '', name: 'projects' },
  { path: '/oversikt', name: 'dashboard' },
  { path: '/tidslinje', name: 'timeline' },
  { path: '/usikkerhet', name: 'uncertainty' },
  { path: '/gevinster', name: 'benefits' },
  { path: '/leveranser', name: 'deliverables' },
  { path: '/okonomi', name: 'economy' },
  { path: '/ressurser', name: 'resources' },
  { path: '/vilkar', name: 'conditions' },
  { path: '/erfaringer', name: 'lessons' },
] as const

/** Every way of seeing the whole portfolio, one click apart. */
export default async function PortfolioLayout({ children }: { children: React.ReactNode }) {
  const t = await getTranslator()
  return (
    <div className="page-wide">
      <nav aria-label={t('portfolio.parts')} className="section-nav no-print">
        <ul>
          {parts.map(({ path, name }) => (
            <li key={name}>
              <NavLink href={`/portefolje${path}`} isExact={path === ''} className="section-link">
                {t(`portfolio.part.${name}`)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Suspense>
        <FlashNotice texts={{ lagret: t('notice.saved'), endret: t('notice.changedMany'), angret: t('notice.undone') }} />
      </Suspense>
      {children}
    </div>
  )
}
