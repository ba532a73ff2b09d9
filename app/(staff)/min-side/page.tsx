import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { GuestProjectList } from '@/components/guests/guest-project-list'
import { InvitationList } from '@/components/guests/invitation-list'
import { lifecycleColours } from '@/components/project/project-card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { mayCurate } from '@/lib/curation/policy'
import { abroad } from '@/lib/guests/queries'
import { mayOperate } from '@/lib/operation/policy'
import { mostUrgent } from '@/lib/people/duties/rules'
import { myPage } from '@/lib/people/queries'
import { actor, requireStaff } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { items } from '@/lib/projects/items/kinds'
import { questionsWaiting } from '@/lib/questions/queries'
import { proposalsWaiting } from '@/lib/sharing/reuse/queries'
import { mayHandOver } from '@/lib/stewards/policy'
import { myStewardships } from '@/lib/stewards/queries'
import { answer } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('myPage.title') }
}

export default async function MyPage() {
  // An advisor has no projects: the desk is their own page.
  const reader = await actor()
  if (mayCurate(reader)) redirect('/kuratering')
  if (mayOperate(reader)) redirect('/drift')
  const who = await requireStaff('/min-side')
  const [t, locale, { projects, duties: atHome, waiting }] = [await getTranslator(), await getLocale(), await myPage(who)]
  const asked = await proposalsWaiting(who)
  const elsewhere = await abroad(who)
  const [questions, stewarded] = [await questionsWaiting(who), await myStewardships(who)]
  const duties = mostUrgent([...atHome, ...elsewhere.duties])
  return (
    <div className="page">
      <PageHeader title={t('myPage.title')} lead={t('myPage.lead', { name: who.name, municipality: who.municipality.name })}>
        <Link href="/portefolje" prefetch={false} className="ds-button" data-variant="secondary">
          {t('myPage.portfolio')}
        </Link>
        <Link href="/gjenbruk" prefetch={false} className="ds-button" data-variant="tertiary">
          {t('reuse.title')}
        </Link>
        <Link href="/sporsmal" prefetch={false} className="ds-button" data-variant="tertiary">
          {t('openQuestions.title')}
        </Link>
        <Link href="/innlogginger" prefetch={false} className="ds-button" data-variant="tertiary">
          {t('session.title')}
        </Link>
        {mayHandOver(who) && (
          <Link href="/forvaltning" prefetch={false} className="ds-button" data-variant="tertiary">
            {t('stewards.overview')}
          </Link>
        )}
      </PageHeader>
      <p className="flex flex-wrap gap-2">
        <span className="muted">{t('myPage.roles')}:</span>
        {who.roles.map((role) => (
          <Tag key={role} colour="primary">
            {t(`choices.role.${role}`)}
          </Tag>
        ))}
      </p>
      <InvitationList t={t} locale={locale} invitations={elsewhere.invitations} action={answer} />
      {duties.length > 0 && (
        <Section id="gjoremal" title={t('myPage.duties')}>
          <ul className="grid gap-2">
            {duties.map((duty) => (
              <li key={duty.id} className="panel flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <span>
                  <Link
                    href={`/prosjekter/${duty.project.id}/${items[duty.kind].slug}/${duty.id}`}
                    prefetch={false}
                    className="font-semibold underline underline-offset-4"
                  >
                    {duty.title}
                  </Link>
                  <span className="block text-sm muted">{duty.project.title}</span>
                </span>
                {duty.dueOn && (
                  <span className="flex items-baseline gap-2">
                    {duty.dueOn < today() && <Tag colour="danger">{t('project.overdue')}</Tag>}
                    {formatDate(duty.dueOn, locale, 'short')}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {questions.length > 0 && (
        <Section id="sporsmal" title={t('questions.waiting')}>
          <ul className="grid gap-2">
            {questions.map(({ id, text, askedAt, report, municipality }) => (
              <li key={id} className="panel grid gap-1">
                <Link
                  href={`/erfaringer/${report.slug}/sporsmal#${id}`}
                  prefetch={false}
                  className="line-clamp-2 font-semibold underline underline-offset-4"
                >
                  {text}
                </Link>
                <span className="text-sm muted">
                  {[municipality?.displayName ?? 'KommIT', report.title, formatDate(askedAt.slice(0, 10), locale)].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <GuestProjectList t={t} projects={elsewhere.projects} />
      {(waiting.length > 0 || asked > 0) && (
        <Section id="venter" title={t('improvements.waiting')}>
          <ul className="grid gap-2">
            {waiting.map(({ project, suggestions, offers }) => (
              <li key={project.id} className="panel flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <Link
                  href={`/prosjekter/${project.id}/forbedringer`}
                  prefetch={false}
                  className="font-semibold underline underline-offset-4"
                >
                  {project.title}
                </Link>
                <span>
                  {[
                    t('improvements.waitingSuggestions', { count: suggestions }),
                    t('improvements.waitingOffers', { count: offers }),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </li>
            ))}
            {asked > 0 && (
              <li className="panel">
                <Link href="/gjenbruk" prefetch={false} className="font-semibold underline underline-offset-4">
                  {t('reuse.askedCount', { count: asked })}
                </Link>
              </li>
            )}
          </ul>
        </Section>
      )}
      {stewarded.length > 0 && (
        <Section id="forvalter" title={t('stewards.mine')}>
          <ul className="grid gap-1">
            {stewarded.map(({ slug, title }) => (
              <li key={slug}>
                <Link href={`/erfaringer/${slug}`} prefetch={false} className="inline-block py-1 underline underline-offset-4">
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="prosjekter" title={t('myPage.projects')}>
        {projects.length === 0 && (
          <EmptyState title={t('myPage.noProjects')} text={t('myPage.noProjectsText')}>
            <Link href="/erfaringer" prefetch={false} className="ds-button">
              {t('portfolio.findExperience')}
            </Link>
          </EmptyState>
        )}
        <ul className="grid gap-3">
          {projects.map((project) => (
            <li key={project.id} className="panel grid gap-1">
              <p className="flex flex-wrap items-center gap-3">
                <Link
                  href={`/prosjekter/${project.id}`}
                  prefetch={false}
                  className="text-lg font-semibold underline underline-offset-4"
                >
                  {project.title}
                </Link>
                <Tag colour={lifecycleColours[project.lifecycle]}>{t(`choices.lifecycle.${project.lifecycle}`)}</Tag>
                <span className="text-sm muted">
                  {project.number} · {project.roles.map((role) => t(`choices.projectRole.${role}`)).join(', ')}
                </span>
              </p>
              {project.nextMilestone && (
                <p>
                  {t('myPage.next', {
                    title: project.nextMilestone.title,
                    date: formatDate(project.nextMilestone.plannedOn, locale),
                  })}
                </p>
              )}
              <p>
                <Link href={`/prosjekter/${project.id}/erfaringsrapport`} prefetch={false} className="underline">
                  {project.report
                    ? t('myPage.report', { state: t(`choices.reportStatus.${project.report.status}`) })
                    : t('myPage.writeReport')}
                </Link>
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
