import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { FollowPanel } from '@/components/following/follow-button'
import { IdeaOrigin } from '@/components/ideas/idea-origin'
import { EditInPlace, EditLink } from '@/components/project/edit-in-place'
import { MemberList } from '@/components/project/member-list'
import { ConditionNotice, EventGlance, MoneyGlance, StatusGlance } from '@/components/project/overview/inside-glance'
import { BenefitGlance, MilestoneGlance, RiskGlance } from '@/components/project/overview/plan-glance'
import { ProjectHeader } from '@/components/project/overview/project-header'
import { projectFormFields } from '@/components/project/project-fields'
import { ProjectForm } from '@/components/project/project-form'
import { Facts } from '@/components/ui/facts'
import { PhaseBar } from '@/components/ui/phase-bar'
import { Section } from '@/components/ui/section'
import { withFollows } from '@/lib/following/queries'
import { ideaBehind } from '@/lib/ideas/queries'
import { mayUseDesk } from '@/lib/municipalities/policy'
import { actorIn } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { projectEditPage } from '@/lib/projects/editing/queries'
import { type ProjectOverview, projectOverview } from '@/lib/projects/overview/queries'
import { beginFollowing, endFollowing } from '../../../following-actions'
import { DoneBefore } from './done-before'
import { save } from './rediger/actions'
import { ShareExperience } from './share-experience'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ endre?: string }>
}

const load = cache(async (id: string) => (isUuid(id) ? projectOverview(await actorIn(id), id) : null))

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { id } = await params
  const project = await load(id)
  return project ? { title: project.title, alternates: { canonical: `/prosjekter/${id}` } } : {}
}

export default async function ProjectOverviewPage({ params, searchParams }: Props) {
  const [{ id }, { endre }] = [await params, await searchParams]
  const [t, locale, project] = [await getTranslator(), await getLocale(), await load(id)]
  if (!project) notFound()
  const { inside } = project
  const who = await actorIn(id)
  const followable = await withFollows(who, [{ kind: 'project' as const, subject: id, name: t('following.project') }])
  const idea = inside && mayUseDesk(who) ? await ideaBehind(who, id) : null
  const editing = endre ? await projectEditPage(who, id) : null
  const glance = { t, locale, projectId: id }
  const blockForm = (block: 'purpose' | 'facts') =>
    editing && endre === block && mayUseDesk(who) ? (
      <EditInPlace>
        <ProjectForm
          action={save}
          block={block}
          fields={projectFormFields(t, locale, block, editing)}
          projectId={id}
          version={editing.version}
          personId={who.personId}
          isNarrow={block === 'facts'}
        />
      </EditInPlace>
    ) : null
  const editLink = (block: 'purpose' | 'facts', of: string) =>
    project.may.run && (
      <EditLink id={`endre-${block}`} href={`/prosjekter/${id}?endre=${block}`} text={t('project.change')} of={of} />
    )
  return (
    <>
      <ProjectHeader t={t} project={project} />
      <PhaseBar t={t} locale={locale} phases={project.phases} />
      {inside && <ConditionNotice t={t} projectId={id} inside={inside} />}
      <div className="grid gap-8 pt-4 xl:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="grid min-w-0 content-start gap-6">
          <Section id="mal" title={t('project.goal')}>
            {blockForm('purpose') ?? (
              <>
                <p className="prose">{project.goal || <span className="muted">{t('project.noGoal')}</span>}</p>
                {project.background && (
                  <details>
                    <summary>{t('project.background')}</summary>
                    <p className="prose mt-2">{project.background}</p>
                  </details>
                )}
                {editLink('purpose', t('project.goal'))}
              </>
            )}
          </Section>
          <DoneBefore project={project} />
          <ShareExperience project={project} />
          {idea && <IdeaOrigin t={t} idea={idea} />}
          {inside && <StatusGlance {...glance} inside={inside} />}
          <div className="grid gap-6 lg:grid-cols-2">
            <MilestoneGlance t={t} locale={locale} project={project} today={today()} />
            {inside && <MoneyGlance {...glance} inside={inside} />}
            <RiskGlance t={t} project={project} />
            <BenefitGlance t={t} locale={locale} project={project} />
          </div>
          {inside && <EventGlance {...glance} inside={inside} />}
        </div>
        <aside className="grid content-start gap-6 xl:pt-6">
          <section aria-labelledby="fakta" className="panel">
            <h2 id="fakta" className="mb-3 text-lg">
              {t('project.facts')}
            </h2>
            {blockForm('facts') ?? (
              <>
                <Facts facts={factsOf(t, locale, project)} />
                {editLink('facts', t('project.facts'))}
              </>
            )}
          </section>
          {inside && <MemberList t={t} members={inside.members} />}
          {followable.length > 0 && <FollowPanel t={t} things={followable} begin={beginFollowing} end={endFollowing} />}
        </aside>
      </div>
    </>
  )
}

function factsOf(t: Translator, locale: Locale, project: ProjectOverview) {
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
    { term: t('gate.archiveReference'), value: project.isOwn ? project.archiveReference : null },
  ]
}
