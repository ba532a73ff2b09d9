import Link from 'next/link'
import { lifecycleColours } from '@/components/project/project-card'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import type { ProjectOverview } from '@/lib/projects/overview/queries'

interface Props {
  t: Translator
  project: ProjectOverview
}

/** What the project is, whose, what it was built on, and what one can do with it. */
export function ProjectHeader({ t, project }: Props) {
  const { municipality } = project
  const crumb = crumbOf(t, project)
  return (
    <PageHeader
      title={project.title}
      eyebrow={t(`choices.theme.${project.themeCode}` as 'choices.theme.byggesak')}
      crumbs={[crumb]}
      crumbsLabel={t('common.breadcrumbs')}
      lead={
        <>
          <p className="flex flex-wrap items-center gap-3 text-base">
            <Link
              href={`/kommuner/${municipality.number}`}
              prefetch={false}
              className="font-semibold underline underline-offset-4"
            >
              {municipality.displayName}
            </Link>
            <Tag colour={lifecycleColours[project.lifecycle]}>{t(`choices.lifecycle.${project.lifecycle}`)}</Tag>
          </p>
          {project.origins.map((origin) => (
            <p key={`${origin.municipality} ${origin.title}`} className="mt-2 text-base">
              <BuiltOn t={t} origin={origin} />
              {origin.projectId && (
                <>
                  {' · '}
                  <Link
                    href={`/prosjekter/${project.id}/sammenlign?med=${origin.projectId}`}
                    prefetch={false}
                    className="underline underline-offset-4"
                  >
                    {t('difference.fromLineage')}
                    <span className="sr-only">: {origin.title}</span>
                  </Link>
                </>
              )}
            </p>
          ))}
          {project.isOwn && !project.isGuest && project.visibility === 'municipality' && (
            <p className="mt-2 text-base">{t('project.ownNotice')}</p>
          )}
          {(project.inside?.waitingAdvice ?? 0) > 0 && (
            <p className="mt-2 text-base">
              <Link href={`/prosjekter/${project.id}/rad`} prefetch={false} className="underline underline-offset-4">
                {t('advice.waitingCount', { count: project.inside?.waitingAdvice ?? 0 })}
              </Link>
            </p>
          )}
          {!project.isOwn && (
            <p className="mt-2 text-base">{t('project.sharedNotice', { municipality: municipality.displayName })}</p>
          )}
        </>
      }
    >
      <Actions t={t} project={project} />
    </PageHeader>
  )
}

function crumbOf(t: Translator, project: ProjectOverview) {
  if (project.isGuest) return { href: '/min-side', text: t('myPage.title') }
  return project.isOwn
    ? { href: '/portefolje', text: t('layout.portfolio') }
    : { href: '/prosjekter', text: t('layout.projects') }
}

function Actions({ t, project }: Props) {
  const { report, may } = project
  return (
    <>
      {may.run && (
        <Link href={`/prosjekter/${project.id}/rediger`} prefetch={false} className="ds-button" data-variant="secondary">
          {t('project.edit')}
        </Link>
      )}
      {may.run && !project.isGuest && (
        <Link href={`/prosjekter/${project.id}/mal`} prefetch={false} className="ds-button" data-variant="tertiary">
          {t('templates.take.title')}
        </Link>
      )}
      {may.run && !project.isGuest && project.lifecycle !== 'closed' && project.lifecycle !== 'stopped' && (
        <Link href={`/prosjekter/${project.id}/planlegger`} prefetch={false} className="ds-button" data-variant="tertiary">
          {t('plans.shareTitle')}
        </Link>
      )}
      {may.share && (
        <Link href={`/prosjekter/${project.id}/gjester`} prefetch={false} className="ds-button" data-variant="tertiary">
          {t('guests.title')}
        </Link>
      )}
      {may.writeReport && (
        <Link href={`/prosjekter/${project.id}/erfaringsrapport`} prefetch={false} className="ds-button">
          {report ? t('project.continueReport') : t('project.writeReport')}
        </Link>
      )}
      {report?.status === 'published' && (
        <Link href={`/erfaringer/${report.slug}`} prefetch={false} className="ds-button" data-variant="secondary">
          {t('project.readReport')}
        </Link>
      )}
      {!project.isGuest && (
        <Link href={`/prosjekter/${project.id}/sammenlign`} prefetch={false} className="ds-button" data-variant="tertiary">
          {t('difference.fromProject')}
        </Link>
      )}
      {may.advise && (
        <Link href={`/kuratering/rad/ny?prosjekt=${project.id}`} prefetch={false} className="ds-button" data-variant="secondary">
          {t('advice.new')}
        </Link>
      )}
      {may.copy && (
        <Link
          href={`/prosjekter/${project.id}/kopier`}
          prefetch={false}
          className="ds-button"
          data-variant={report ? 'secondary' : undefined}
        >
          {t('project.copy')}
        </Link>
      )}
    </>
  )
}

/** «Bygger på … fra Grimstad», as a link to the report, or to the shared project where there is none. */
function BuiltOn({ t, origin }: { t: Translator; origin: ProjectOverview['origins'][number] }) {
  const text = t('experience.buildsOn', { title: `«${origin.title}»`, municipality: origin.municipality })
  if (!origin.reportSlug && !origin.projectId) return text
  return (
    <Link
      href={origin.reportSlug ? `/erfaringer/${origin.reportSlug}` : `/prosjekter/${origin.projectId}`}
      prefetch={false}
      className="underline underline-offset-4"
    >
      {text}
    </Link>
  )
}
