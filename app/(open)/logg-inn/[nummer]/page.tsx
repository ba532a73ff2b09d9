import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { municipalityProfile } from '@/lib/municipalities/queries'
import { visitor } from '@/lib/platform/actor'
import { doorOf } from '@/lib/platform/auth/providers'
import { safePath } from '@/lib/platform/auth/rules'
import { getTranslator } from '@/lib/platform/i18n'

interface Props {
  params: Promise<{ nummer: string }>
  searchParams: Promise<{ neste?: string | string[] }>
}

/** The name on the door, or null where there is no such municipality. */
async function nameOf(number: string): Promise<string | null> {
  if (number === 'kommit') return 'KommIT'
  const profile = /^\d{4}$/.test(number) ? await municipalityProfile(visitor, number) : null
  return profile && `${profile.name} ${profile.designation}`
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const name = await nameOf((await params).nummer)
  return name ? { title: (await getTranslator())('signIn.doorTitle', { name }) } : {}
}

export default async function DoorPage({ params, searchParams }: Props) {
  const [t, { nummer }] = [await getTranslator(), await params]
  const name = await nameOf(nummer)
  if (!name) notFound()
  const door = await doorOf(nummer === 'kommit' ? null : nummer)
  if (!door) {
    return (
      <div className="page">
        <PageHeader
          title={t('signIn.joinTitle', { name })}
          crumbs={[{ href: '/logg-inn', text: t('signIn.title') }]}
          crumbsLabel={t('common.breadcrumbs')}
        />
        <EmptyState title={t('signIn.noDoor')} text={t('signIn.joinText')}>
          <Link href="/erfaringer" prefetch={false} className="ds-button">
            {t('signIn.joinBrowse')}
          </Link>
          <Link href="/logg-inn" prefetch={false} className="ds-button" data-variant="secondary">
            {t('signIn.otherMunicipality')}
          </Link>
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="page">
      <PageHeader
        title={t('signIn.doorTitle', { name })}
        lead={t('signIn.doorLead', { name })}
        crumbs={[{ href: '/logg-inn', text: t('signIn.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <form action={`/logg-inn/${nummer}/start`} method="post" className="flex flex-wrap items-center gap-4">
        <input type="hidden" name="neste" value={safePath((await searchParams).neste, '')} />
        <button type="submit" className="ds-button">
          {t('signIn.doorButton')}
        </button>
        <Link href="/logg-inn" prefetch={false} className="underline">
          {t('signIn.otherMunicipality')}
        </Link>
      </form>
    </div>
  )
}
