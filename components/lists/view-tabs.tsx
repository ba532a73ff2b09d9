import Link from 'next/link'
import type { Translator } from '@/lib/platform/i18n'
import { type ViewTab, viewHref } from '@/lib/portfolio/views/rules'

interface Props {
  t: Translator
  path: string
  tabs: ViewTab[]
  current: string
}

/** The views of a list: those that come with it, one's own, and those colleagues share. */
export function ViewTabs({ t, path, tabs, current }: Props) {
  return (
    <nav aria-label={t('views.label')} className="view-tabs no-print">
      <ul>
        {tabs.map((tab) => (
          <li key={tab.id}>
            <Link href={viewHref(path, tab)} prefetch={false} aria-current={tab.id === current ? 'page' : undefined}>
              {tab.name ?? t(`views.ready.${tab.code}` as 'views.ready.alle')}
              {tab.isStandard && <span title={t('views.standard')}> ★</span>}
              {tab.name && !tab.isOwn && <span className="sr-only"> ({t('views.shared')})</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
