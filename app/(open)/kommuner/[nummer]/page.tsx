import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { ReportCard } from '@/components/experience/report-card'
import { FollowButton } from '@/components/following/follow-button'
import { LinkedData } from '@/components/layout/linked-data'
import { LikeList, reasonsText } from '@/components/municipalities/like-list'
import { MunicipalityFacts } from '@/components/municipalities/municipality-facts'
import { AllInSearch, Lessons, PartsToTake, PeopleToAsk, Uses } from '@/components/municipalities/profile-sections'
import { WhatCounts } from '@/components/municipalities/standpoint-line'
import { PlanCard } from '@/components/plans/plan-card'
import { ProjectCard } from '@/components/project/project-card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { reportsBy } from '@/lib/experiences/queries'
import { withFollows } from '@/lib/following/queries'
import { likeThe } from '@/lib/municipalities/likeness/queries'
import { municipalityShares } from '@/lib/municipalities/profile/queries'
import { municipalityProfile, numberToday } from '@/lib/municipalities/queries'
import { breadcrumbData, municipalityData } from '@/lib/open-pages/linked-data'
import { plansBy } from '@/lib/plans/queries'
import { actor } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { projectsSharedBy } from '@/lib/projects/list/queries'
import { standpoint } from '../../../standpoint'
import { beginFollowing, endFollowing } from '../../following-actions'

interface Props {
  params: Promise<{ nummer: string }>
}

/** How many of those that are alike are shown. */
const likeShown = 4

const load = cache(async (number: string) => (/^\d{4}$/.test(number) ? municipalityProfile(await actor(), number) : null))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const profile = await load((await params).nummer)
  if (!profile) return {}
  const [t, canonical] = [await getTranslator(), `/kommuner/${profile.number}`]
  const feed = { url: `/strom/kommune/${profile.number}`, title: t('feeds.titleOf', { name: profile.name }) }
  return {
    title: profile.name,
    description: profile.participation?.intro,
    alternates: { canonical, types: { 'application/atom+xml': [feed] } },
    openGraph: { title: profile.name, url: canonical },
  }
}

export default async function MunicipalityPage({ params }: Props) {
  const today = await numberToday(await actor(), (await params).nummer)
  if (today) permanentRedirect(`/kommuner/${today}`)
  const [t, locale, who, profile] = [await getTranslator(), await getLocale(), await actor(), await load((await params).nummer)]
  if (!profile) notFound()
  const stand = await standpoint()
  const [reports, projects, shares, like] = await Promise.all([
    reportsBy(who, profile.id),
    projectsSharedBy(who, profile.id),
    municipalityShares(who, profile.id),
    likeThe(who, profile.number, stand, likeShown),
  ])
  const plans = await plansBy(who, profile.id)
  const { participation, name } = profile
  const search = `/erfaringer?kommune=${profile.number}`
  const [followable] = await withFollows(who, [{ kind: 'municipality' as const, subject: profile.number, name }])
  return (
    <div className="page">
      <LinkedData data={municipalityData(config().origin, profile)} />
      <LinkedData
        data={breadcrumbData(config().origin, [
          { href: '/kommuner', text: t('layout.municipalities') },
          { href: `/kommuner/${profile.number}`, text: profile.name },
        ])}
      />
      <PageHeader
        title={[name, ...profile.parallelNames].join(' – ')}
        lead={participation?.intro}
        crumbs={[{ href: '/kommuner', text: t('layout.municipalities') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {shares.people.length > 0 && (
          <Link href="#spor-tittel" className="ds-button">
            {t('municipalities.askThem')}
          </Link>
        )}
        {followable && <FollowButton t={t} it={followable} begin={beginFollowing} end={endFollowing} />}
      </PageHeader>
      <MunicipalityFacts t={t} locale={locale} profile={profile} />
      {!participation && (
        <div className="mt-6">
          <EmptyState title={t('municipalities.notMember', { name })} text={t('municipalities.notMemberText')}>
            <Link href="/kommuner" prefetch={false} className="ds-button">
              {t('municipalities.seeOthers')}
            </Link>
          </EmptyState>
        </div>
      )}
      {participation && (
        <Section id="rapporter" title={t('municipalities.shares')}>
          {who.kind === 'visitor' && <p className="muted">{t('municipalities.signInHint')}</p>}
          {reports.length === 0 && <p>{t('municipalities.noReports', { name })}</p>}
          <div className="grid gap-5 md:grid-cols-2 lg:grid-cols-3">
            {reports.map((report) => (
              <ReportCard key={report.id} t={t} locale={locale} report={report} />
            ))}
          </div>
          <AllInSearch t={t} count={shares.counts.reports} shown={reports.length} href={`${search}&type=rapport`} />
        </Section>
      )}
      <PeopleToAsk t={t} name={name} people={shares.people} />
      <Lessons t={t} name={name} lessons={shares.lessons} count={shares.counts.lessons} search={search} />
      <PartsToTake t={t} parts={shares.parts} search={search} />
      {projects.length > 0 && (
        <Section id="prosjekter" title={t('municipalities.runs')}>
          <div className="grid gap-5 md:grid-cols-2 lg:grid-cols-3">
            {projects.map((project) => (
              <ProjectCard key={project.id} t={t} locale={locale} project={project} />
            ))}
          </div>
          <AllInSearch t={t} count={shares.counts.projects} shown={projects.length} href={`${search}&type=prosjekt`} />
        </Section>
      )}
      {plans.length > 0 && (
        <Section id="planer" title={t('plans.by')}>
          <div className="grid gap-4 lg:grid-cols-2">
            {plans.map((plan) => (
              <PlanCard key={plan.projectId} t={t} locale={locale} plan={plan} level={3} />
            ))}
          </div>
        </Section>
      )}
      <Uses t={t} locale={locale} uses={shares.uses} technologies={like?.self.technologies ?? []} search={search} />
      {like && (
        <Section id="ligner" title={t('likeness.mostLike', { name })}>
          {like.ours && stand.municipality && (
            <p className="panel max-w-3xl">
              <strong>
                {t('likeness.yours', { name: stand.municipality.name, percent: Math.round(like.ours.score * 100) })}
              </strong>{' '}
              {reasonsText(t, locale, like.ours.reasons)}
            </p>
          )}
          <div className="max-w-3xl">
            <LikeList t={t} locale={locale} label={t('likeness.mostLike', { name })} likes={like.all} />
          </div>
          <p className="flex flex-wrap gap-4">
            <Link
              href={`/kommuner?som=${profile.number}#ligner-tittel`}
              prefetch={false}
              className="underline underline-offset-4"
            >
              {t('likeness.allSame')}
            </Link>
            <WhatCounts t={t} back={`/kommuner/${profile.number}`} />
          </p>
        </Section>
      )}
    </div>
  )
}
