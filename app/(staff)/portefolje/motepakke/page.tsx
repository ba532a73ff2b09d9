import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import type { Address } from '@/lib/lists/rules'
import { requireStaff } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { bulkQuery } from '@/lib/portfolio/bulk/input'
import { meetingChoices } from '@/lib/portfolio/meeting/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('meeting.title') }
}

export default async function MeetingPackPage({ searchParams }: { searchParams: Promise<Address> }) {
  const who = await requireStaff('/portefolje/motepakke')
  const { id: chosen } = bulkQuery.parse(await searchParams)
  const [t, locale, projects] = [await getTranslator(), await getLocale(), await meetingChoices(who)]
  return (
    <>
      <PageHeader
        title={t('meeting.title')}
        lead={t('meeting.lead')}
        crumbs={[{ href: '/portefolje', text: t('layout.portfolio') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {projects.length === 0 ? (
        <EmptyState title={t('meeting.none')} />
      ) : (
        <form action="/portefolje/motepakke/pdf" className="grid max-w-3xl gap-6">
          <fieldset className="ds-fieldset">
            <legend className="ds-label">{t('meeting.choose')}</legend>
            {projects.map((project) => (
              <div key={project.id} className="ds-field">
                <input
                  type="checkbox"
                  id={`prosjekt-${project.id}`}
                  name="id"
                  value={project.id}
                  defaultChecked={chosen.length === 0 || chosen.includes(project.id)}
                  className="ds-input"
                />
                <label className="ds-label" htmlFor={`prosjekt-${project.id}`}>
                  {project.number} {project.title}
                </label>
                <p data-field="description" className="text-sm muted">
                  {project.reportedOn
                    ? t('project.statusFor', { date: formatDate(project.reportedOn, locale) })
                    : t('project.noStatus')}
                </p>
              </div>
            ))}
          </fieldset>
          <div>
            <button type="submit" className="ds-button">
              {t('meeting.make')}
            </button>
          </div>
        </form>
      )}
    </>
  )
}
