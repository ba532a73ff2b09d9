import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonForm } from '@/components/forms/button-form'
import { PlainForm } from '@/components/forms/plain-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { reportPage } from '@/lib/experiences/queries'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { truthOf } from '@/lib/upkeep/queries'
import { enter, withdraw } from './actions'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('upkeep.evaluationTitle') }
}

export default async function EvaluationPage({ params }: Props) {
  const { slug } = await params
  const who = await requireAdvisor(`/erfaringer/${slug}/evaluering`)
  const report = await reportPage(who, slug)
  if (report?.status !== 'published') notFound()
  const evaluations = (await truthOf(who, slug))?.evaluations ?? []
  const [t, locale] = [await getTranslator(), await getLocale()]
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('upkeep.evaluationTitle')}
        eyebrow={report.title}
        lead={t('upkeep.evaluationLead')}
        crumbs={[{ href: `/erfaringer/${slug}`, text: report.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <PlainForm
        action={enter}
        fields={[
          { name: 'evaluator', input: 'line', label: t('upkeep.evaluator'), isRequired: true, initial: '' },
          { name: 'url', input: 'line', label: t('upkeep.evaluationUrl'), isRequired: true, initial: '' },
          { name: 'evaluatedOn', input: 'date', label: t('upkeep.evaluatedOn'), isRequired: true, initial: '' },
        ]}
        hidden={{ slug }}
        draft={`${who.personId}:evaluering:${slug}`}
        cancelHref={`/erfaringer/${slug}`}
      />
      {evaluations.length > 0 && (
        <Section id="registrert" title={t('upkeep.evaluationsEntered')}>
          <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors'])}>
            <ul className="grid gap-3">
              {evaluations.map(({ id, evaluator, url, on }) => (
                <li key={id} className="panel flex flex-wrap items-center gap-3">
                  <a href={url}>{evaluator}</a>
                  <span className="muted">{formatDate(on, locale)}</span>
                  <ButtonForm
                    action={withdraw}
                    hidden={{ evaluationId: id }}
                    text={t('upkeep.evaluationWithdraw')}
                    of={evaluator}
                    variant="secondary"
                  />
                </li>
              ))}
            </ul>
          </ClientTexts>
        </Section>
      )}
    </div>
  )
}
