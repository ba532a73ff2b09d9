import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ReportCard } from '@/components/experience/report-card'
import { LikeList, reasonsText } from '@/components/municipalities/like-list'
import { ProjectCard } from '@/components/project/project-card'
import { EmptyState } from '@/components/ui/empty-state'
import { Facts } from '@/components/ui/facts'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { reportsBy } from '@/lib/experiences/queries'
import { likeThe } from '@/lib/municipalities/likeness/queries'
import { standardWeights } from '@/lib/municipalities/likeness/rules'
import { municipalityProfile, reuseBy } from '@/lib/municipalities/queries'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate, formatNumber } from '@/lib/platform/locale'
import { projectsSharedBy } from '@/lib/projects/list/queries'

interface Props {
  params: Promise<{ nummer: string }>
}

/** How many of those that are alike are shown. */
const likeShown = 4

const load = cache(async (number: string) => (/^\d{4}$/.test(number) ? municipalityProfile(await actor(), number) : null))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const profile = await load((await params).nummer)
  return profile ? { title: profile.name } : {}
}

export default async function MunicipalityPage({ params }: Props) {
  const [t, locale, who, profile] = [await getTranslator(), await getLocale(), await actor(), await load((await params).nummer)]
  if (!profile) notFound()
  const [reports, projects, uses, like] = await Promise.all([
    reportsBy(who, profile.id),
    projectsSharedBy(who, profile.id),
    reuseBy(who, profile.id),
    likeThe(who, profile.number, standardWeights, likeShown),
  ])
  const { participation } = profile
  return (
    <div className="page">
      <PageHeader
        title={[profile.name, ...profile.parallelNames].join(' – ')}
        lead={participation?.intro}
        crumbs={[{ href: '/kommuner', text: t('layout.municipalities') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <div className="panel">
        <Facts
          facts={[
            { term: t('municipalities.number'), value: profile.number },
            { term: t('municipalities.county'), value: profile.county },
            { term: t('municipalities.centre'), value: profile.administrativeCentre },
            {
              term: t('municipalities.population'),
              value: t('experience.populationIn', {
                population: formatNumber(profile.population, locale),
                year: String(profile.populationYear),
              }),
            },
            { term: t('municipalities.area'), value: t('municipalities.km2', { area: formatNumber(profile.areaKm2, locale) }) },
            {
              term: t('municipalities.norm'),
              value: t(`municipalities.writtenNorm.${profile.writtenNorm}` as 'municipalities.writtenNorm.bokmal'),
            },
            { term: t('experience.centrality'), value: profile.centralityClass },
            { term: t('experience.kostra'), value: profile.kostraGroup },
            { term: t('municipalities.collaborations'), value: profile.collaborations.map(({ name }) => name).join(', ') },
            { term: t('municipalities.joined'), value: participation && formatDate(participation.joinedOn, locale) },
          ]}
        />
      </div>
      {!participation && (
        <div className="mt-6">
          <EmptyState title={t('municipalities.notMember', { name: profile.name })} text={t('municipalities.notMemberText')}>
            <Link href="/kommuner" prefetch={false} className="ds-button">
              {t('municipalities.seeOthers')}
            </Link>
          </EmptyState>
        </div>
      )}
      {participation && (
        <Section id="rapporter" title={t('municipalities.shares')}>
          {who.kind === 'visitor' && <p className="muted">{t('municipalities.signInHint')}</p>}
          {reports.length === 0 && <p>{t('municipalities.noReports', { name: profile.name })}</p>}
          <div className="grid gap-5 md:grid-cols-2 lg:grid-cols-3">
            {reports.map((report) => (
              <ReportCard key={report.id} t={t} locale={locale} report={report} />
            ))}
          </div>
        </Section>
      )}
      {projects.length > 0 && (
        <Section id="prosjekter" title={t('municipalities.runs')}>
          <div className="grid gap-5 md:grid-cols-2 lg:grid-cols-3">
            {projects.map((project) => (
              <ProjectCard key={project.id} t={t} locale={locale} project={project} />
            ))}
          </div>
        </Section>
      )}
      {uses.length > 0 && (
        <Section id="bruker" title={t('municipalities.uses')}>
          <ul className="grid gap-2">
            {uses.map(({ report, state, sinceOn }) => (
              <li key={report.slug}>
                <Link href={`/erfaringer/${report.slug}`} prefetch={false} className="underline">
                  {t('municipalities.usesFrom', { title: report.title, municipality: report.municipality })}
                </Link>{' '}
                <span className="text-sm muted">
                  {t(`choices.reuseState.${state}`)} {t('experience.reuseSince', { date: formatDate(sinceOn, locale) })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {like && (
        <Section id="ligner" title={t('likeness.mostLike', { name: profile.name })}>
          {like.ours && who.kind === 'staff' && (
            <p className="panel max-w-3xl">
              <strong>{t('likeness.yours', { name: who.municipality.name, percent: Math.round(like.ours.score * 100) })}</strong>{' '}
              {reasonsText(t, locale, like.ours.reasons)}
            </p>
          )}
          <div className="max-w-3xl">
            <LikeList t={t} locale={locale} label={t('likeness.mostLike', { name: profile.name })} likes={like.all} />
          </div>
          <p>
            <Link
              href={`/kommuner?som=${profile.number}#ligner-tittel`}
              prefetch={false}
              className="underline underline-offset-4"
            >
              {t('likeness.allSame')}
            </Link>
          </p>
        </Section>
      )}
    </div>
  )
}
