import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeader } from '@/components/ui/page-header'
import { SearchForm } from '@/components/ui/search-form'
import { actor } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('errors.notFoundTitle') }
}

/** The same for what does not exist and for what one may not know of. */
export default async function NotFound() {
  const [t, who] = [await getTranslator(), await actor()]
  return (
    <div className="page">
      <PageHeader title={t('errors.notFoundTitle')} lead={t('errors.notFoundText')}>
        <Link href="/" prefetch={false} className="ds-button">
          {t('common.home')}
        </Link>
        {who.kind === 'visitor' && (
          <Link href="/logg-inn" prefetch={false} className="ds-button" data-variant="secondary">
            {t('layout.signIn')}
          </Link>
        )}
      </PageHeader>
      <div className="max-w-xl">
        <SearchForm action="/erfaringer" label={t('errors.notFoundSearch')} button={t('common.search')} />
      </div>
    </div>
  )
}
