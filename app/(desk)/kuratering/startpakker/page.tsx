import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { PlainForm } from '@/components/forms/plain-form'
import { FlashNotice } from '@/components/layout/flash-notice'
import { packFields, sizeWords } from '@/components/starter-packs/pack-fields'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { packList } from '@/lib/starter-packs/queries'
import { make } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('packs.deskTitle') }
}

export default async function PackDeskPage() {
  const who = await requireAdvisor('/kuratering/startpakker')
  const [t, packs] = [await getTranslator(), await packList(who)]
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ slettet: t('packs.deleted') }} />
      </Suspense>
      <PageHeader
        title={t('packs.deskTitle')}
        lead={t('packs.deskLead')}
        crumbs={[{ href: '/kuratering', text: t('layout.curation') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {packs.length === 0 && <p className="muted">{t('packs.noneYet')}</p>}
      <ul className="grid gap-3">
        {packs.map((pack) => (
          <li key={pack.id} className="panel flex flex-wrap items-center gap-3">
            <Link
              href={`/kuratering/startpakker/${pack.id}`}
              prefetch={false}
              className="text-lg font-semibold underline underline-offset-4"
            >
              {pack.title}
            </Link>
            <Tag colour={pack.status === 'published' ? 'success' : 'neutral'}>{t(`guides.status.${pack.status}`)}</Tag>
            <span className="text-sm muted">
              {sizeWords(t, pack)} · {t('packs.cases', { count: pack.itemCount })}
            </span>
          </li>
        ))}
      </ul>
      <Section id="ny" title={t('packs.new')}>
        <PlainForm
          action={make}
          fields={packFields(t, { title: '', lead: '', fromPopulation: null, toPopulation: null })}
          draft={`${who.personId}:startpakke:ny`}
          cancelHref="/kuratering"
        />
      </Section>
    </div>
  )
}
