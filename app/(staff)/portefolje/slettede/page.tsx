import type { Metadata } from 'next'
import { Suspense } from 'react'
import { ButtonForm } from '@/components/forms/button-form'
import { FlashNotice } from '@/components/layout/flash-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaff } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { keptDays } from '@/lib/projects/items/rules'
import { deletedProjects } from '@/lib/projects/removal/queries'
import { putBack } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('removal.list') }
}

export default async function DeletedProjectsPage() {
  const who = await requireStaff('/portefolje/slettede')
  const [t, locale, projects] = [await getTranslator(), await getLocale(), await deletedProjects(who)]
  return (
    <div className="pb-10">
      <Suspense>
        <FlashNotice texts={{ slettet: t('notice.deleted') }} />
      </Suspense>
      <PageHeader
        title={t('removal.list')}
        lead={t('removal.listLead', { days: keptDays })}
        crumbs={[{ href: '/portefolje', text: t('layout.portfolio') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {projects.length === 0 && <EmptyState title={t('removal.none')} />}
      <ul className="grid max-w-4xl gap-3">
        {projects.map((project) => (
          <li key={project.id} className="panel flex flex-wrap items-center justify-between gap-3">
            <span>
              <strong className="block">
                {project.number} {project.title}
              </strong>
              <span className="text-sm muted">
                {t('removal.byOn', {
                  name: project.by ?? t('item.somebody'),
                  date: formatDate(project.deletedOn, locale),
                  gone: formatDate(project.goneOn, locale),
                })}
              </span>
            </span>
            <ButtonForm
              action={putBack}
              hidden={{ projectId: project.id }}
              text={t('history.restore')}
              of={project.title}
              variant="secondary"
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
