import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlainForm } from '@/components/forms/plain-form'
import { Facts } from '@/components/ui/facts'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaff } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { stewardPage } from '@/lib/stewards/queries'
import { save } from './actions'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('stewards.title') }
}

export default async function StewardPage({ params }: Props) {
  const { slug } = await params
  const who = await requireStaff(`/erfaringer/${slug}/forvalter`)
  const page = await stewardPage(who, slug)
  if (!page) notFound()
  const t = await getTranslator()
  const choices = page.people.map(({ id, name }) => ({ value: id, text: name }))
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('stewards.title')}
        eyebrow={page.title}
        lead={t('stewards.lead')}
        crumbs={[{ href: `/erfaringer/${slug}`, text: page.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {!page.mayChange && (
        <Facts
          facts={[
            { term: t('stewards.steward'), value: page.name ?? t('stewards.noneYet') },
            { term: t('stewards.standIn'), value: page.standIn ?? t('stewards.nobody') },
          ]}
        />
      )}
      {page.mayChange && (
        <PlainForm
          action={save}
          fields={[
            {
              ...{ name: 'personId', input: 'select', label: t('stewards.steward'), isRequired: true },
              ...{ initial: page.personId, choices, empty: t('stewards.nobody') },
            },
            {
              ...{ name: 'standInId', input: 'select', label: t('stewards.standIn') },
              ...{ initial: page.standInId, choices, empty: t('stewards.nobody') },
            },
          ]}
          hidden={{ slug }}
          version={page.version}
          draft={`${who.personId}:forvalter:${slug}`}
          cancelHref={`/erfaringer/${slug}`}
        />
      )}
    </div>
  )
}
