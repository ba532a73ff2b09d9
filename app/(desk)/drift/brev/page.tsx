import type { Metadata } from 'next'
import { Suspense } from 'react'
import { ButtonForm } from '@/components/forms/button-form'
import { FlashNotice } from '@/components/layout/flash-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { Tag } from '@/components/ui/tag'
import { troubledLetters } from '@/lib/letters/delivery/queries'
import { pageQuery } from '@/lib/operation/input'
import { requireOperator } from '@/lib/platform/auth/session'
import { dateInNorway } from '@/lib/platform/dates'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { tryAgain } from '../actions'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('operation.letters') }
}

export default async function TroubledLettersPage({ searchParams }: Props) {
  const who = await requireOperator('/drift/brev')
  const [t, locale, { side }] = [await getTranslator(), await getLocale(), pageQuery.parse(await searchParams)]
  const { letters, pageCount } = await troubledLetters(who, side)
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ igjen: t('operation.letterTriedAgain') }} />
      </Suspense>
      <PageHeader
        title={t('operation.letters')}
        lead={t('operation.lettersLead')}
        crumbs={[{ href: '/drift', text: t('operation.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {letters.length === 0 && <EmptyState title={t('operation.noTrouble')} text={t('operation.noTroubleText')} />}
      <ul className="grid max-w-4xl gap-2">
        {letters.map(({ id, municipality, at, attempts, isGivenUp, said }) => (
          <li key={id} className="panel grid gap-2">
            <p className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <span>
                <strong>{municipality ?? 'KommIT'}</strong>{' '}
                <span className="text-sm muted">
                  {formatDate(dateInNorway(at), locale)} · {t('operation.attempts', { count: attempts })}
                </span>
              </span>
              <Tag colour={isGivenUp ? 'danger' : 'warning'}>{t(isGivenUp ? 'operation.givenUp' : 'operation.stillTried')}</Tag>
            </p>
            <p className="break-words text-sm">
              <code>{said}</code>
            </p>
            {isGivenUp && (
              <ButtonForm action={tryAgain} hidden={{ letterId: id }} text={t('operation.tryAgain')} variant="secondary" />
            )}
          </li>
        ))}
      </ul>
      <Pager
        page={side}
        pageCount={pageCount}
        href={(page) => `/drift/brev?side=${page}`}
        texts={pagerTexts(t, side, pageCount)}
      />
    </div>
  )
}
