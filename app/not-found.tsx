import type { Metadata } from 'next'
import Link from 'next/link'
import { Fault } from '@/components/ui/fault'
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
    <Fault title={t('errors.notFoundTitle')} text={t('errors.notFoundText')}>
      <SearchForm action="/erfaringer" label={t('errors.notFoundSearch')} button={t('common.search')} />
      <p className="flex flex-wrap gap-3">
        <Link href="/" prefetch={false} className="ds-button" data-variant="secondary">
          {t('errors.home')}
        </Link>
        {who.kind === 'visitor' && (
          <Link href="/logg-inn" prefetch={false} className="ds-button" data-variant="secondary">
            {t('layout.signIn')}
          </Link>
        )}
      </p>
    </Fault>
  )
}
