import Link from 'next/link'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { Need, NeedKind } from '@/lib/curation/cockpit/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

const colours = {
  reply: 'warning',
  advice: 'warning',
  review: 'info',
  opening: 'info',
  search: 'neutral',
  theme: 'neutral',
  stale: 'neutral',
} as const satisfies Record<NeedKind, string>

/** What most needs an advisor, the most urgent first, each with the place to do something about it. */
export function NeedList({ t, locale, needs }: { t: Translator; locale: Locale; needs: Need[] }) {
  const title = (need: Need) =>
    need.kind === 'theme' ? t(`choices.theme.${need.title}` as 'choices.theme.byggesak') : need.title
  return (
    <Section id="haster" title={t('cockpit.title')} intro={t('cockpit.intro')}>
      {needs.length === 0 && <p className="muted">{t('cockpit.none')}</p>}
      <ol className="grid gap-2">
        {needs.map((need) => (
          <li key={`${need.kind} ${need.href} ${need.title}`} className="panel flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Tag colour={colours[need.kind]}>{t(`cockpit.kind.${need.kind}`)}</Tag>
            <Link href={need.href} prefetch={false} className="font-semibold underline underline-offset-4">
              {title(need)}
            </Link>
            {need.municipality && <span>{need.municipality}</span>}
            <span className="ml-auto text-sm muted">
              {need.since
                ? t('cockpit.since', { date: formatDate(need.since, locale) })
                : t(`cockpit.count.${need.kind}` as 'cockpit.count.search', { count: need.count })}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
