import Link from 'next/link'
import { asksForReport } from '@/lib/gates/rules'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import type { ProjectOverview } from '@/lib/projects/overview/queries'

/** When the project ends, and after: how it stands with what others could learn from it, and the next step. Nothing before, or for those from elsewhere. */
export async function ShareExperience({ project }: { project: ProjectOverview }) {
  const current = project.phases.find(({ state }) => state === 'current')
  const isEnding = project.lifecycle === 'closed' || asksForReport(current?.gate ?? '')
  if (!project.inside || project.isGuest || !isEnding) return null
  const [t, locale] = [await getTranslator(), await getLocale()]
  const { report, may } = project
  const state = report?.status ?? 'none'
  const date = report && formatDate(report.publishedOn ?? report.changedOn, locale)
  return (
    <section aria-labelledby="del-erfaringen" className="panel grid content-start gap-3">
      <h2 id="del-erfaringen" className="text-xl">
        {t('shareExperience.title')}
      </h2>
      <p>{t(`shareExperience.${state}`, { date: date ?? '' })}</p>
      {report?.changesWanted && <p>{t('shareExperience.changesWanted')}</p>}
      <p className="flex flex-wrap gap-3">
        {report?.status === 'published' && (
          <Link href={`/erfaringer/${report.slug}`} prefetch={false} className="ds-button" data-variant="secondary">
            {t('project.readReport')}
          </Link>
        )}
        {may.writeReport && report?.status !== 'published' && (
          <Link href={`/prosjekter/${project.id}/erfaringsrapport`} prefetch={false} className="ds-button">
            {t(report ? 'project.continueReport' : 'shareExperience.begin')}
          </Link>
        )}
      </p>
    </section>
  )
}
