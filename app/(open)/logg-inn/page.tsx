import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import Link from 'next/link'
import { MunicipalityFinder } from '@/components/auth/municipality-finder'
import { ClientTexts } from '@/components/layout/client-texts'
import { PageHeader } from '@/components/ui/page-header'
import { doorQuery } from '@/lib/municipalities/input'
import { doorChoices } from '@/lib/municipalities/queries'
import { visitor } from '@/lib/platform/actor'
import { safePath } from '@/lib/platform/auth/rules'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('signIn.title') }
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [t, locale, query] = [await getTranslator(), await getLocale(), doorQuery.parse(await searchParams)]
  const next = safePath(query.neste, '')
  const choices = await doorChoices(visitor)
  const lastNumber = (await cookies()).get('municipality')?.value
  const last = choices.find((choice) => choice.number === lastNumber)
  const suffix = next ? `?neste=${encodeURIComponent(next)}` : ''
  return (
    <div className="page">
      <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
      {last && (
        <p className="mb-6 flex flex-wrap items-center gap-3">
          {t('signIn.last')}:
          <Link href={`/logg-inn/${last.number}${suffix}`} prefetch={false} className="ds-button" data-variant="secondary">
            {last.name}
          </Link>
        </p>
      )}
      <ClientTexts locale={locale} messages={clientMessages(locale, ['signIn'])}>
        <MunicipalityFinder choices={choices} typed={query.q} next={next} searchText={t('common.search')} />
      </ClientTexts>
      <details className="mt-8 max-w-xl">
        <summary className="font-semibold">{t('signIn.participants')}</summary>
        <ul className="mt-3 grid gap-1 sm:grid-cols-2">
          {choices
            .filter((choice) => choice.takesPart)
            .map((choice) => (
              <li key={choice.number}>
                <Link href={`/logg-inn/${choice.number}${suffix}`} prefetch={false} className="inline-block py-0.5 underline">
                  {choice.name}
                </Link>
              </li>
            ))}
        </ul>
      </details>
      <p className="mt-8">
        {t('signIn.advisor')}{' '}
        <Link href={`/logg-inn/kommit${suffix}`} prefetch={false} className="underline">
          {t('signIn.advisorLink')}
        </Link>
      </p>
    </div>
  )
}
