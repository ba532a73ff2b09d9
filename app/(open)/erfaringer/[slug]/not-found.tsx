import Link from 'next/link'
import NotFound from '@/app/not-found'
import { Fault } from '@/components/ui/fault'
import { SearchForm } from '@/components/ui/search-form'
import { takenBack } from '@/lib/experiences/withdrawal/queries'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { pathOf } from '@/lib/platform/path'

/** What was a report that the reader could read says that it is taken back; what one never could is not found. */
export default async function ReportNotFound() {
  const [, , slug = ''] = (await pathOf()).split('/')
  const taken = await takenBack(await actor(), decodeURIComponent(slug))
  if (!taken) return <NotFound />
  const [t, locale] = [await getTranslator(), await getLocale()]
  const { displayName, number } = taken.municipality
  return (
    <Fault
      title={t('withdrawal.takenTitle')}
      text={t('withdrawal.takenText', { municipality: displayName, date: formatDate(taken.withdrawnOn, locale) })}
    >
      {taken.reason && (
        <div className="panel-tinted">
          <h2 className="mb-1 text-lg">{t('withdrawal.takenReason')}</h2>
          <p className="break-words">{taken.reason}</p>
        </div>
      )}
      <SearchForm action="/erfaringer" label={t('withdrawal.takenSearch')} button={t('common.search')} />
      <p className="flex flex-wrap gap-3">
        <Link href={`/kommuner/${number}`} prefetch={false} className="ds-button" data-variant="secondary">
          {t('withdrawal.takenMunicipality', { municipality: displayName })}
        </Link>
      </p>
    </Fault>
  )
}
