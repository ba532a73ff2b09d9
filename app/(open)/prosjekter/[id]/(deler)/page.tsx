import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { BenefitSection } from '@/components/project/benefit-section'
import { ChecklistSection } from '@/components/project/checklist-section'
import { DeliverableSection } from '@/components/project/deliverable-section'
import {
  DecisionSection,
  EconomySection,
  LessonSection,
  LogSection,
  MemberList,
  StatusSection,
} from '@/components/project/inside-sections'
import { MilestoneSection } from '@/components/project/milestone-section'
import { lifecycleColours } from '@/components/project/project-card'
import { UncertaintySection } from '@/components/project/uncertainty-section'
import { Facts } from '@/components/ui/facts'
import { PageHeader } from '@/components/ui/page-header'
import { PhaseBar } from '@/components/ui/phase-bar'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { actor } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { type ProjectPage, projectPage } from '@/lib/projects/queries'

interface Props {
  params: Promise<{ id: string }>
}

const load = cache(async (id: string) => (isUuid(id) ? projectPage(await actor(), id) : null))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const project = await load((await params).id)
  return project ? { title: project.title } : {}
}

export default async function ProjectDetailsPage({ params }: Props) {
  const [t, locale, project] = [await getTranslator(), await getLocale(), await load((await params).id)]
  if (!project) notFound()
  const { inside } = project
  return (
    <>
      <ProjectHeader t={t} project={project} />
      <PhaseBar t={t} locale={locale} phases={project.phases} />
      <div className="grid gap-10 pt-6 lg:grid-cols-[1fr_18rem]">
        <div className="min-w-0">
          <Section id="mal" title={t('project.goal')}>
            <p className="prose">{project.goal || <span className="muted">{t('project.noGoal')}</span>}</p>
            {project.background && (
              <div>
                <h3 className="mb-1 text-lg">{t('project.background')}</h3>
                <p className="prose">{project.background}</p>
              </div>
            )}
          </Section>
          {inside && <StatusSection t={t} locale={locale} status={inside.latestStatus} />}
          <ChecklistSection t={t} locale={locale} phases={project.phases} />
          {inside && <DecisionSection t={t} locale={locale} decisions={inside.decisions} />}
          <UncertaintySection t={t} locale={locale} uncertainties={project.uncertainties} />
          <BenefitSection t={t} locale={locale} benefits={project.benefits} isInside={project.isOwn} />
          <MilestoneSection t={t} locale={locale} milestones={project.milestones} today={today()} />
          <DeliverableSection t={t} locale={locale} deliverables={project.deliverables} />
          {inside && <EconomySection t={t} locale={locale} budget={inside.budget} />}
          <LessonSection t={t} lessons={project.lessons} />
          {inside && <LogSection t={t} locale={locale} log={inside.log} />}
        </div>
        <aside className="grid content-start gap-6 lg:pt-6">
          <section aria-labelledby="fakta" className="panel">
            <h2 id="fakta" className="mb-3 text-lg">
              {t('project.facts')}
            </h2>
            <Facts facts={factsOf(t, locale, project)} />
          </section>
          {inside && <MemberList t={t} members={inside.members} />}
        </aside>
      </div>
    </>
  )
}

function ProjectHeader({ t, project }: { t: Translator; project: ProjectPage }) {
  const { municipality, report } = project
  const crumb = project.isOwn
    ? { href: '/portefolje', text: t('layout.portfolio') }
    : { href: '/prosjekter', text: t('layout.projects') }
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
            </p>
          ))}
          {project.isOwn && project.visibility === 'municipality' && <p className="mt-2 text-base">{t('project.ownNotice')}</p>}
          {!project.isOwn && (
            <p className="mt-2 text-base">{t('project.sharedNotice', { municipality: municipality.displayName })}</p>
          )}
        </>
      }
    >
      {project.may.writeReport && (
        <Link href={`/prosjekter/${project.id}/erfaringsrapport`} prefetch={false} className="ds-button">
          {report ? t('project.continueReport') : t('project.writeReport')}
        </Link>
      )}
      {report?.status === 'published' && (
        <Link href={`/erfaringer/${report.slug}`} prefetch={false} className="ds-button" data-variant="secondary">
          {t('project.readReport')}
        </Link>
      )}
      {project.may.copy && (
        <Link
          href={`/prosjekter/${project.id}/kopier`}
          prefetch={false}
          className="ds-button"
          data-variant={report ? 'secondary' : undefined}
        >
          {t('project.copy')}
        </Link>
      )}
    </PageHeader>
  )
}

/** «Bygger på … fra Grimstad», as a link where there is a report to read. */
function BuiltOn({ t, origin }: { t: Translator; origin: ProjectPage['origins'][number] }) {
  const text = t('experience.buildsOn', { title: `«${origin.title}»`, municipality: origin.municipality })
  if (!origin.reportSlug) return text
  return (
    <Link href={`/erfaringer/${origin.reportSlug}`} prefetch={false} className="underline underline-offset-4">
      {text}
    </Link>
  )
}

function factsOf(t: Translator, locale: Locale, project: ProjectPage) {
  const start = formatDate(project.startOn, locale)
  return [
    { term: t('project.number'), value: project.number },
    { term: t('project.type'), value: t(`choices.projectType.${project.type}`) },
    {
      term: t('project.period'),
      value: project.endOn
        ? t('project.fromTo', { start, end: formatDate(project.endOn, locale) })
        : t('project.from', { start }),
    },
    { term: t('project.visibility'), value: t(`choices.visibility.${project.visibility}`) },
    { term: t('project.collaboration'), value: project.collaboration?.name },
    { term: t('experience.technologies'), value: project.technologies.join(', ') },
    { term: t('experience.suppliers'), value: project.suppliers.join(', ') },
    { term: t('project.methods'), value: project.methods.join(', ') },
    { term: t('project.unGoals'), value: project.unGoals.join(', ') },
  ]
}
