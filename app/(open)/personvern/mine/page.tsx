import type { Metadata } from 'next'
import { StoredRows } from '@/components/people/stored-rows'
import { PageHeader } from '@/components/ui/page-header'
import { ownData } from '@/lib/people/privacy/queries'
import { asSelf } from '@/lib/platform/actor'
import { requireSignedIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('privacy.mine') }
}

/** All that is stored of the reader, to be read here or taken along as a file. */
export default async function OwnDataPage() {
  const who = asSelf(await requireSignedIn('/personvern/mine'))
  const [t, locale, rows] = [await getTranslator(), await getLocale(), await ownData(who)]
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('privacy.mine')}
        lead={t('privacy.mineLead')}
        crumbs={[{ href: '/personvern', text: t('privacy.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <a href="/personvern/mine/fil" download className="ds-button mb-6" data-variant="secondary">
        {t('privacy.export')}
      </a>
      <StoredRows t={t} locale={locale} rows={rows} />
    </div>
  )
}
