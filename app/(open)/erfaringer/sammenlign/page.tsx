import type { Metadata } from 'next'
import Link from 'next/link'
import { AddReport } from '@/components/comparison/add-report'
import { ChooseReports } from '@/components/comparison/choose-reports'
import { CompareTable } from '@/components/comparison/compare-table'
import { comparedWords, VersionChanges } from '@/components/experience/version-changes'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { compareQuery, mostCompared } from '@/lib/comparison/input'
import { candidates, compared } from '@/lib/comparison/reports/queries'
import { changesBetween } from '@/lib/experiences/versions/rules'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { catalogues } from '@/lib/platform/translator'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('comparison.compareTitle'), robots: { index: false } }
}

export default async function ComparePage({ searchParams }: Props) {
  const { rapport: slugs, vis, tema } = compareQuery.parse(await searchParams)
  const [t, locale, who] = [await getTranslator(), await getLocale(), await actor()]
  const { reports, missing } = await compared(who, slugs)
  const isEnough = reports.length >= 2
  const others = reports.length < mostCompared ? await candidates(who, reports, isEnough ? '' : tema) : []
  const [first, second] = reports
  const address = new URLSearchParams(reports.map(({ slug }) => ['rapport', slug]))
  const isWordByWord = vis === 'forskjell' && first && second && reports.length === 2
  const changes = isWordByWord ? changesBetween(first, second, comparedWords(t, locale)) : []
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('comparison.compareTitle')}
        lead={t('comparison.compareLead')}
        crumbs={[{ href: '/erfaringer', text: t('layout.experiences') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {first && second && reports.length === 2 && (
          <>
            <Link
              href={`/erfaringer/sammenlign?${address}${isWordByWord ? '' : '&vis=forskjell'}`}
              prefetch={false}
              className="ds-button"
              data-variant="secondary"
            >
              {t(isWordByWord ? 'comparison.sideBySide' : 'comparison.wordByWord')}
            </Link>
            <Link
              href={`/prosjekter/${first.projectId}/sammenlign?med=${second.projectId}`}
              prefetch={false}
              className="ds-button"
              data-variant="secondary"
            >
              {t('difference.ofProjects')}
            </Link>
          </>
        )}
      </PageHeader>
      {missing > 0 && (
        <p className="ds-alert mb-4" data-color="info">
          {t('comparison.missing', { count: missing })}
        </p>
      )}
      {!isEnough && (
        <ChooseReports
          t={t}
          theme={tema}
          themes={Object.entries(catalogues[locale].choices.theme).map(([value, text]) => ({ value, text }))}
          chosen={reports}
          reports={others}
        />
      )}
      {!isEnough && others.length === 0 && (
        <EmptyState title={t('comparison.noneToCompare')} text={t('comparison.noneToCompareText')}>
          <Link href="/erfaringer" prefetch={false} className="ds-button">
            {t('portfolio.findExperience')}
          </Link>
        </EmptyState>
      )}
      {isEnough && !isWordByWord && <CompareTable t={t} locale={locale} reports={reports} />}
      {isWordByWord && (
        <Section
          id="forskjell"
          title={t('comparison.wordByWord')}
          intro={t('comparison.wordIntro', { from: first.municipality.displayName, to: second.municipality.displayName })}
        >
          <div className="changes min-w-0">
            {changes.length > 0 ? (
              <VersionChanges t={t} changes={changes} />
            ) : (
              <EmptyState title={t('versions.sameTitle')} text={t('comparison.sameText')} />
            )}
          </div>
        </Section>
      )}
      {isEnough && others.length > 0 && (
        <Section id="flere" title={t('comparison.addMore')}>
          <AddReport t={t} chosen={reports.map(({ slug }) => slug)} others={others} />
        </Section>
      )}
    </div>
  )
}
