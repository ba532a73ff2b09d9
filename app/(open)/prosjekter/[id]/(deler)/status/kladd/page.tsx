import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ButtonForm } from '@/components/forms/button-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { StatusForm } from '@/components/status/status-form'
import { PageHeader } from '@/components/ui/page-header'
import { BenefitStatus, EconomyStatus, ProgressStatus, QualityStatus, RiskStatus } from '@/generated/prisma/enums'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { statusSections } from '@/lib/portfolio/rules'
import { statusQuery } from '@/lib/status/input'
import { draftPage } from '@/lib/status/queries'
import { headOf } from '../../head'
import { save, throwAway } from '../actions'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const values = {
  progress: ProgressStatus,
  economy: EconomyStatus,
  quality: QualityStatus,
  risk: RiskStatus,
  benefit: BenefitStatus,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('status.draftTitle') }
}

export default async function StatusDraftPage({ params, searchParams }: Props) {
  const { id } = await params
  const who = await requireStaffIn(id, `/prosjekter/${id}/status/kladd`)
  const { serie } = statusQuery.parse(await searchParams)
  const [head, draft] = [await headOf(id), await draftPage(who, { projectId: id, seriesId: serie })]
  if (!draft) redirect(`/prosjekter/${id}/status`)
  const [t, locale] = [await getTranslator(), await getLocale()]
  const figure = (value: number) => String(value).replace('.', ',')
  return (
    <>
      <PageHeader
        title={t('status.draftTitle')}
        eyebrow={draft.series ?? head.title}
        lead={t('status.draftLead')}
        crumbs={[{ href: `/prosjekter/${id}/status`, text: t('projectNav.status') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'status', 'project'])}>
        <StatusForm
          action={save}
          projectId={id}
          seriesId={draft.seriesId ?? ''}
          personId={who.personId}
          report={{
            id: draft.id,
            version: draft.version,
            periodEndOn: draft.periodEndOn,
            text: draft.text,
            values: { ...draft.values },
            comments: draft.comments,
            budget: figure(draft.budgetNok),
            cost: figure(draft.costNok),
            forecast: figure(draft.forecastNok),
          }}
          sections={statusSections.map((name) => ({
            name,
            label: t(`choices.statusSection.${name}`),
            choices: Object.values(values[name]).map((value) => ({
              value,
              text: t(`choices.${name}.${value}` as 'choices.risk.low'),
            })),
          }))}
        />
      </ClientTexts>
      <div className="mt-8">
        <ButtonForm
          action={throwAway}
          hidden={{ projectId: id, reportId: draft.id }}
          text={t('status.deleteDraft')}
          asks={t('asks.statusDraft')}
        />
      </div>
    </>
  )
}
