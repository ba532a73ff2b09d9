import Link from 'next/link'
import { told } from '@/components/experience/effect-table'
import type { SectionKind } from '@/generated/prisma/enums'
import { perInhabitants, type Sum } from '@/lib/experiences/cost/rules'
import type { ReportPage } from '@/lib/experiences/queries'
import { plainText, type RichText } from '@/lib/experiences/text/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNok, formatNumber, type Locale } from '@/lib/platform/locale'

export interface CompareRow {
  name: string
  /** The section it is told in: where the reader may not see that, it is not shared with them, which is another thing than not told. */
  section?: SectionKind
  text: (report: ReportPage) => string | null | undefined
  /** What follows the text: it tells no difference. */
  link?: (report: ReportPage) => React.ReactNode
}

/** What one wants to know of each report, in the order one asks. */
export function compareRows(t: Translator, locale: Locale): CompareRow[] {
  const prose = (text: RichText | undefined) => text && plainText(text)
  return [
    { name: t('comparison.rows.summary'), text: ({ summary }) => summary },
    { name: t('comparison.rows.outcome'), text: ({ outcome }) => outcome && t(`choices.reportOutcome.${outcome}`) },
    { name: t('comparison.rows.size'), text: (report) => sizeOf(t, locale, report) },
    { name: t('experience.technologies'), section: 'solution', text: ({ technologies }) => technologies.join(', ') },
    { name: t('experience.suppliers'), section: 'solution', text: ({ suppliers }) => suppliers.join(', ') },
    { name: t('comparison.rows.steps'), section: 'solution', text: ({ sections }) => prose(sections.solution?.steps) },
    ...costRows(t, locale),
    { name: t('comparison.rows.effects'), section: 'effect', text: (report) => effectsOf(t, locale, report) },
    { name: t('comparison.rows.worked'), section: 'lessons', text: ({ sections }) => prose(sections.lessons?.worked) },
    { name: t('comparison.rows.differently'), section: 'lessons', text: ({ sections }) => prose(sections.lessons?.wouldChange) },
    {
      name: t('experience.prerequisites'),
      section: 'advice',
      text: ({ prerequisites }) => prerequisites.map(({ text }) => text).join('\n'),
      link: ({ slug, prerequisites, isOwn }) =>
        prerequisites.length > 0 && !isOwn && <RowLink href={`/erfaringer/${slug}/passer`} text={t('fit.title')} />,
    },
    { name: t('experience.mustAdapt'), section: 'advice', text: ({ sections }) => prose(sections.advice?.mustAdapt) },
    { name: t('comparison.rows.least'), section: 'advice', text: ({ sections }) => prose(sections.advice?.leastResources) },
    { name: t('choices.reportSection.parts'), section: 'parts', text: (report) => partsOf(t, report) },
    { name: t('comparison.rows.evidence'), text: ({ evidence }) => t(`experience.evidence${evidence.level}`) },
    {
      name: t('comparison.rows.used'),
      text: ({ reuses }) => formatNumber(reuses.filter(({ isCounted }) => isCounted).length, locale),
    },
    { name: t('experience.confirmed'), text: ({ confirmedOn }) => confirmedOn && formatDate(confirmedOn, locale) },
    {
      name: t('comparison.rows.ask'),
      section: 'people',
      text: ({ sections }) => sections.people?.contact,
      link: ({ slug }) => <RowLink href={`/erfaringer/${slug}/sporsmal`} text={t('questions.title')} />,
    },
  ]
}

function RowLink({ href, text }: { href: string; text: string }) {
  return (
    <Link href={href} prefetch={false} className="block py-1 underline">
      {text}
    </Link>
  )
}

/** How many it is for: of a collaboration, all its members. */
function sizeOf(t: Translator, locale: Locale, { cost, collaboration }: ReportPage): string {
  const count = t('comparison.inhabitants', { count: formatNumber(cost.population, locale) })
  return collaboration ? `${count} (${collaboration})` : count
}

function costRows(t: Translator, locale: Locale): CompareRow[] {
  const certain = ({ isMeasured }: Sum) => t(isMeasured ? 'comparison.measured' : 'comparison.estimated')
  const nok = (sum: Sum | null, population: number) =>
    sum &&
    `${formatNok(sum.amount, locale)}\n${t('comparison.each', { amount: formatNok(perInhabitants(sum.amount, population), locale) })}\n${certain(sum)}`
  return [
    {
      name: t('comparison.rows.cost'),
      section: 'cost',
      text: ({ cost }) => nok(cost.introduction, cost.population),
    },
    {
      name: t('comparison.rows.operation'),
      section: 'cost',
      text: ({ cost }) => cost.operation && `${nok(cost.operation, cost.population)} (${cost.operation.year})`,
    },
    {
      name: t('comparison.rows.hours'),
      section: 'cost',
      text: ({ cost: { hours } }) =>
        hours && `${t('common.hours', { amount: formatNumber(hours.amount, locale) })}\n${certain(hours)}`,
    },
  ]
}

function effectsOf(t: Translator, locale: Locale, { effects }: ReportPage): string {
  return effects
    .map(({ title, valueBefore, valueAfter, wordsBefore, wordsAfter, unit, quality }) => {
      const change = `${told(t, locale, valueBefore, wordsBefore, unit)} → ${told(t, locale, valueAfter, wordsAfter, unit)}`
      return `${title}: ${change} (${t(`choices.costQuality.${quality}`).toLowerCase()})`
    })
    .join('\n')
}

function partsOf(t: Translator, { parts }: ReportPage): string {
  return parts
    .map(({ kind, items }) => `${t(`choices.partKind.${kind}`)} (${t('experience.itemCount', { count: items.length })})`)
    .join('\n')
}
