import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { NoDoor } from '@/components/auth/no-door'
import { PageHeader } from '@/components/ui/page-header'
import { municipalityProfile, numberToday } from '@/lib/municipalities/queries'
import { visitor } from '@/lib/platform/actor'
import { doorsOf } from '@/lib/platform/auth/providers'
import { safePath } from '@/lib/platform/auth/rules'
import { config } from '@/lib/platform/config'
import { getTranslator } from '@/lib/platform/i18n'

interface Props {
  params: Promise<{ nummer: string }>
  searchParams: Promise<{ neste?: string | string[] }>
}

/** What the door belongs to, or null where there is no such municipality. */
async function placeOf(number: string): Promise<{ name: string; takesPart: boolean } | null> {
  if (number === 'kommit') return { name: 'KommIT', takesPart: true }
  const profile = /^\d{4}$/.test(number) ? await municipalityProfile(visitor, number) : null
  return profile && { name: `${profile.name} ${profile.designation}`, takesPart: profile.participation !== null }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const place = await placeOf((await params).nummer)
  return place ? { title: (await getTranslator())('signIn.doorTitle', { name: place.name }) } : {}
}

export default async function DoorPage({ params, searchParams }: Props) {
  const [t, { nummer }] = [await getTranslator(), await params]
  const today = await numberToday(visitor, nummer)
  if (today) redirect(`/logg-inn/${today}`)
  const place = await placeOf(nummer)
  if (!place) notFound()
  const doors = await doorsOf(nummer === 'kommit' ? null : nummer)
  if (doors.length === 0) return <NoDoor t={t} place={place} number={nummer} contact={config().mail.contact} />
  const { name } = place
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
        {doors.map(({ connectionId, kind }, index) => (
          <button
            key={connectionId}
            type="submit"
            name="dor"
            value={connectionId}
            className="ds-button"
            data-variant={index > 0 ? 'secondary' : undefined}
          >
            {doors.length > 1 ? t('signIn.doorWith', { kind: t(`connections.kind.${kind}`) }) : t('signIn.doorButton')}
          </button>
        ))}
        <Link href="/logg-inn" prefetch={false} className="underline">
          {t('signIn.otherMunicipality')}
        </Link>
      </form>
    </div>
  )
}
