import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClientTexts } from '@/components/layout/client-texts'
import { ProposalForm, ReuseForm } from '@/components/sharing/reuse-form'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { requireStaff } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { reusePage } from '@/lib/sharing/reuse/queries'
import { leadOn } from '../lead-on'
import { propose, save } from './actions'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('reuse.title') }
}

export default async function ReusePage({ params }: Props) {
  const { slug } = await params
  const who = await requireStaff(`/erfaringer/${slug}/gjenbruk`)
  const page = await reusePage(who, slug)
  if (!page) notFound()
  if (!page.own) await leadOn(who, slug, 'gjenbruk')
  const [t, locale] = [await getTranslator(), await getLocale()]
  const { report, own, proposals, candidates, may } = page
  return (
    <div className="page">
      <PageHeader
        title={may.say ? t('reuse.titleOwn', { municipality: who.municipality.name }) : t('reuse.titlePropose')}
        lead={may.say ? t('reuse.lead', { title: report.title, municipality: report.municipality }) : t('reuse.leadPropose')}
        crumbs={[{ href: `/erfaringer/${report.slug}`, text: report.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'reuse', 'choices'])}>
        {may.say && <ReuseForm action={save} reportId={report.id} own={own} today={today()} />}
        {may.propose && <ProposalForm action={propose} reportId={report.id} candidates={candidates} />}
      </ClientTexts>
      {may.propose && proposals.length > 0 && (
        <Section id="foreslatt" title={t('reuse.proposed')}>
          <ul className="grid gap-2">
            {proposals.map((proposal) => (
              <li key={proposal.id} className="panel flex flex-wrap items-center gap-3">
                <strong>{proposal.municipality}</strong>
                <Tag colour={proposal.isConfirmed ? 'success' : proposal.isConfirmed === null ? 'info' : 'neutral'}>
                  {t(
                    proposal.isConfirmed === null
                      ? 'reuse.answerNone'
                      : proposal.isConfirmed
                        ? 'reuse.answerYes'
                        : 'reuse.answerNo',
                  )}
                </Tag>
                <span className="muted">{formatDate(proposal.proposedOn, locale)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
