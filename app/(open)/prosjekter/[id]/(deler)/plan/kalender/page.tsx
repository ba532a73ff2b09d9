import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/ui/page-header'
import { feedToken } from '@/lib/platform/auth/feed-token'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { getTranslator } from '@/lib/platform/i18n'
import { headOf } from '../../head'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('plan.calendarTitle') }
}

export default async function CalendarPage({ params }: Props) {
  const { id } = await params
  const who = await requireStaffIn(id, `/prosjekter/${id}/plan/kalender`)
  const [head, t] = [await headOf(id), await getTranslator()]
  if (!head.isOwn) notFound()
  const address = `${config().origin}/api/kalender/${id}/${feedToken(who, id)}.ics`
  return (
    <>
      <PageHeader
        title={t('plan.calendarTitle')}
        eyebrow={head.title}
        lead={t('plan.calendarLead')}
        crumbs={[{ href: `/prosjekter/${id}/plan`, text: t('projectNav.plan') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <div className="grid max-w-3xl gap-4">
        <div className="ds-field">
          <label className="ds-label" htmlFor="kalenderadresse">
            {t('plan.calendarAddress')}
          </label>
          <input id="kalenderadresse" className="ds-input" readOnly value={address} />
        </div>
        <p>{t('plan.calendarHow')}</p>
        <p className="muted">{t('plan.calendarSecret')}</p>
      </div>
    </>
  )
}
