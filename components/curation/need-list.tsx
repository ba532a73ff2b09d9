import Link from 'next/link'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { Need, NeedKind, ShownNeed } from '@/lib/curation/cockpit/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { type NeedActions, NeedHandling } from './need-handling'

export const needColours = {
  question: 'warning',
  outdated: 'info',
  reply: 'warning',
  advice: 'warning',
  review: 'info',
  opening: 'info',
  search: 'neutral',
  theme: 'neutral',
  stale: 'neutral',
} as const satisfies Record<NeedKind, string>

/** What a need is about, in words. */
export function needTitle(t: Translator, { kind, title }: Pick<Need, 'kind' | 'title'>): string {
  return kind === 'theme' ? t(`choices.theme.${title}` as 'choices.theme.byggesak') : title
}

interface Props {
  t: Translator
  locale: Locale
  needs: ShownNeed[]
  actions: NeedActions
}

/** What most needs an advisor, the most urgent first, each with the place to do something about it, and what can be said of it here. */
export function NeedList({ t, locale, needs, actions }: Props) {
  return (
    <Section id="haster" title={t('cockpit.title')} intro={t('cockpit.intro')}>
      {needs.length === 0 && <p className="muted">{t('cockpit.none')}</p>}
      <ol className="grid gap-2">
        {needs.map((need) => (
          <li key={`${need.kind} ${need.subject}`} className="panel grid gap-2">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <Tag colour={needColours[need.kind]}>{t(`cockpit.kind.${need.kind}`)}</Tag>
              <Link href={need.href} prefetch={false} className="font-semibold underline underline-offset-4">
                {needTitle(t, need)}
              </Link>
              {need.municipality && <span>{need.municipality}</span>}
              <span className="ml-auto text-sm muted">
                {need.since
                  ? t('cockpit.since', { date: formatDate(need.since, locale) })
                  : t(`cockpit.count.${need.kind}` as 'cockpit.count.search', { count: need.count })}
              </span>
            </div>
            <NeedHandling t={t} locale={locale} need={need} title={needTitle(t, need)} actions={actions} />
          </li>
        ))}
      </ol>
      <p>
        <Link href="/kuratering/lagt-til-side" prefetch={false} className="underline underline-offset-4">
          {t('cockpit.aside')}
        </Link>
      </p>
    </Section>
  )
}
