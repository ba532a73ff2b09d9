import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonForm } from '@/components/forms/button-form'
import { PlainForm } from '@/components/forms/plain-form'
import { PlanCard } from '@/components/plans/plan-card'
import { planWords } from '@/components/plans/plan-fields'
import { PageHeader } from '@/components/ui/page-header'
import { mayUseDesk } from '@/lib/municipalities/policy'
import { interestPage } from '@/lib/plans/sharing/queries'
import { requireSignedIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { join, leave } from './actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('plans.join') }
}

export default async function JoinPlanPage({ params }: Props) {
  const { id } = await params
  const who = await requireSignedIn(`/planer/${id}`)
  const [t, locale, page] = [await getTranslator(), await getLocale(), isUuid(id) ? await interestPage(who, id) : null]
  if (!page || !mayUseDesk(who)) notFound()
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('plans.join')}
        eyebrow={page.plan.title}
        lead={t('plans.joinLead', { municipality: page.plan.municipality })}
        crumbs={[{ href: '/planer', text: t('plans.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {page.isJoined && (
          <ButtonForm action={leave} hidden={{ projectId: id }} text={t('plans.leave')} asks={t('plans.leaveAsks')} />
        )}
      </PageHeader>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <PlainForm
          action={join}
          fields={planWords(t, page, { textHint: t('plans.fields.joinHint') })}
          hidden={{ projectId: id }}
          version={page.version}
          draft={`${who.personId}:med:${id}`}
          cancelHref="/planer"
          submitText={t(page.isJoined ? 'plans.saveInterest' : 'plans.sendInterest')}
        />
        <PlanCard t={t} locale={locale} plan={page.plan} />
      </div>
    </div>
  )
}
