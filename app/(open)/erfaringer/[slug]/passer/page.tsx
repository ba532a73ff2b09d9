import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { FitLine, ScaleText } from '@/components/fit/fit-line'
import { RichTextView } from '@/components/text/rich-text'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { isEmptyText } from '@/lib/experiences/text/rules'
import { fitPage } from '@/lib/fit/queries'
import type { Verdict } from '@/lib/fit/rules'
import { requireStaff } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { leadOn } from '../lead-on'
import { answer } from './actions'

interface Props {
  params: Promise<{ slug: string }>
}

const verdicts: Verdict[] = ['change', 'unknown', 'met']

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('fit.title') }
}

export default async function FitPage({ params }: Props) {
  const { slug } = await params
  const who = await requireStaff(`/erfaringer/${slug}/passer`)
  const page = await fitPage(who, slug)
  if (!page) notFound()
  await leadOn(who, slug, 'passer')
  const [t, locale] = [await getTranslator(), await getLocale()]
  const { report, fits, technologies, scale, advice, takenOn, may } = page
  const count = (verdict: Verdict) => fits.filter((fit) => fit.verdict === verdict).length
  const line = { t, locale, slug, takenOn, answer: may.answer ? answer : null }
  const texts = [
    { id: 'tilpasses', title: t('fit.mustAdapt'), text: advice?.mustAdapt },
    { id: 'ressurser', title: t('fit.least'), text: advice?.leastResources },
  ]
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('fit.title')}
        eyebrow={report.title}
        lead={t('fit.lead', { municipality: report.municipality, ours: who.municipality.name })}
        crumbs={[{ href: `/erfaringer/${slug}`, text: report.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {may.copy && (
          <Link href={`/prosjekter/${report.projectId}/kopier`} prefetch={false} className="ds-button">
            {t('experience.copy')}
          </Link>
        )}
      </PageHeader>
      {fits.length === 0 && (
        <EmptyState
          title={t(advice ? 'fit.none' : 'fit.notShared')}
          text={advice ? t('fit.noneText') : t('fit.notSharedText', { municipality: report.municipality })}
        >
          <Link href={`/erfaringer/${slug}/sporsmal`} prefetch={false} className="ds-button">
            {t('questions.title')}
          </Link>
        </EmptyState>
      )}
      {fits.length > 0 && (
        <p className="text-lg font-semibold" role="status">
          {t('fit.summary', { met: count('met'), change: count('change'), unknown: count('unknown') })}
        </p>
      )}
      <ScaleText t={t} locale={locale} municipality={report.municipality} scale={scale} />
      {verdicts
        .filter((verdict) => count(verdict) > 0)
        .map((verdict) => (
          <Section key={verdict} id={verdict} title={t(`fit.verdict.${verdict}`)} intro={t(`fit.verdictText.${verdict}`)}>
            <ul className="grid max-w-4xl gap-3">
              {fits
                .filter((fit) => fit.verdict === verdict)
                .map((fit) => (
                  <FitLine key={fit.prerequisite.text} {...line} fit={fit} />
                ))}
            </ul>
          </Section>
        ))}
      {technologies && (
        <Section id="teknologi" title={t('fit.technologies')} intro={t('fit.technologiesText')}>
          <ul className="grid max-w-4xl gap-3">
            <FitLine {...line} fit={technologies} />
          </ul>
        </Section>
      )}
      {texts.map(
        ({ id, title, text }) =>
          text &&
          !isEmptyText(text) && (
            <Section key={id} id={id} title={title}>
              <div className="max-w-3xl" lang={report.language}>
                <RichTextView text={text} label={title} />
              </div>
            </Section>
          ),
      )}
    </div>
  )
}
