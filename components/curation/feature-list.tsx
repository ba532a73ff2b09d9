import Link from 'next/link'
import { MoveButtons } from '@/components/collections/move-buttons'
import { ButtonForm } from '@/components/forms/button-form'
import { Tag } from '@/components/ui/tag'
import type { FeatureView } from '@/lib/curation/features/queries'
import type { FeatureState } from '@/lib/curation/features/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

type Action = React.ComponentProps<typeof ButtonForm>['action']

interface Props {
  t: Translator
  locale: Locale
  features: FeatureView[]
  move: Action
  remove: Action
}

const colours = {
  showing: 'success',
  queued: 'info',
  waiting: 'warning',
  merged: 'warning',
  upcoming: 'info',
  ended: 'neutral',
} as const satisfies Record<FeatureState, string>

/** What is featured, in the order of the front page, with what visitors see of it now. */
export function FeatureList({ t, locale, features, move, remove }: Props) {
  const ordered = features.filter(({ state }) => state !== 'ended')
  return (
    <ol className="grid gap-3">
      {features.map(({ id, report, reason, startsOn, endsOn, state }) => (
        <li key={id} id={`sak-${id}`} className="panel grid gap-2">
          <p className="flex flex-wrap items-center gap-3">
            <Link href={`/erfaringer/${report.slug}`} prefetch={false} className="font-semibold underline">
              {report.title}
            </Link>
            <span>{report.municipality}</span>
            <Tag colour={colours[state]}>{t(`curation.state.${state}`)}</Tag>
            <span className="text-sm muted">
              {t('curation.period', { start: formatDate(startsOn, locale), end: formatDate(endsOn, locale) })}
            </span>
          </p>
          <p>{reason}</p>
          <div className="flex flex-wrap gap-2">
            {state !== 'ended' && (
              <MoveButtons
                action={move}
                hidden={{ featureId: id }}
                texts={{ up: t('guides.up'), down: t('guides.down') }}
                of={report.title}
                isFirst={ordered[0]?.id === id}
                isLast={ordered.at(-1)?.id === id}
              />
            )}
            <Link
              href={`/kuratering/forsiden/${id}`}
              prefetch={false}
              className="ds-button"
              data-variant="secondary"
              aria-label={t('curation.changeOf', { title: report.title })}
            >
              {t('curation.change')}
            </Link>
            <ButtonForm
              action={remove}
              hidden={{ featureId: id }}
              text={t('curation.remove')}
              asks={t('asks.unfeature')}
              of={report.title}
            />
          </div>
        </li>
      ))}
    </ol>
  )
}
