import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlainForm } from '@/components/forms/plain-form'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { followUpFields } from '@/components/upkeep/follow-up-fields'
import { FollowUps } from '@/components/upkeep/follow-ups'
import { requireStaff } from '@/lib/platform/auth/session'
import { dateInNorway } from '@/lib/platform/dates'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { followUpPage } from '@/lib/upkeep/queries'
import { save } from './actions'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('upkeep.followUpTitle') }
}

export default async function FollowUpPage({ params }: Props) {
  const { slug } = await params
  const who = await requireStaff(`/erfaringer/${slug}/oppfolging`)
  const page = await followUpPage(who, slug)
  if (!page) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const [next] = page.due
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('upkeep.followUpTitle')}
        eyebrow={page.title}
        lead={t('upkeep.followUpLead')}
        crumbs={[{ href: `/erfaringer/${slug}`, text: page.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {next === undefined && <EmptyState title={t('upkeep.nothingDue')} text={t('upkeep.nothingDueText')} />}
      {next !== undefined && (
        <Section id="naa" title={t('upkeep.months', { months: next })}>
          <PlainForm
            action={save}
            fields={followUpFields(t)}
            hidden={{ slug, months: String(next) }}
            draft={`${who.personId}:effekt:${slug}:${next}`}
            cancelHref={`/erfaringer/${slug}`}
            submitText={t('upkeep.save')}
          />
        </Section>
      )}
      {page.answered.length > 0 && (
        <Section id="svart" title={t('upkeep.followUp')}>
          <FollowUps
            t={t}
            locale={locale}
            followUps={page.answered.map((row) => ({ ...row, on: dateInNorway(row.answeredAt) }))}
          />
        </Section>
      )}
    </div>
  )
}
