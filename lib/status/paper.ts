import 'server-only'
import { createPdf, type PdfDocument } from '@/lib/platform/export/pdf'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNok, formatNumber, inLocale, type Locale } from '@/lib/platform/locale'
import { statusSections } from '@/lib/portfolio/rules'
import { achievementPct } from '@/lib/projects/rules'
import type { PublishedReport } from './queries'
import { indicatorsIn } from './rules'

interface Words {
  t: Translator
  locale: Locale
}

/** A published report as a document for the archive: the project as it was then, whatever it is now. */
export function statusPaper(report: PublishedReport, words: Words): Promise<Uint8Array<ArrayBuffer>> {
  const { t, locale } = words
  const title = `${t('status.reportTitle', { date: formatDate(report.periodEndOn, locale) })}: ${report.project.title}`
  const pdf = createPdf({
    title,
    locale,
    author: report.author ?? report.project.municipality,
    pageLabel: (page, pages) => t('common.pageOf', { page, pageCount: pages }),
  })
  writeReport(pdf, report, words)
  return pdf.finish()
}

/** The report itself, also as one of several in a meeting pack. */
export function writeReport(pdf: PdfDocument, report: PublishedReport, { t, locale }: Words): void {
  const { project, picture } = report
  pdf.heading(1, `${t('status.reportTitle', { date: formatDate(report.periodEndOn, locale) })}: ${project.title}`)
  pdf.facts([
    { label: t('project.number'), value: project.number },
    { label: t('common.municipality'), value: project.municipality },
    { label: t('status.phase'), value: picture.phase ? inLocale(picture.phase, locale) : t('common.notSet') },
    { label: t('project.budget'), value: formatNok(report.budgetNok, locale) },
    { label: t('status.costToDate'), value: formatNok(report.costNok, locale) },
    { label: t('project.forecast'), value: formatNok(report.forecastNok, locale) },
    { label: t('gate.archiveReference'), value: project.archiveReference ?? t('common.notSet') },
  ])
  pdf.heading(2, t('status.text'))
  pdf.paragraph(report.text)
  pdf.table({
    columns: [
      { title: t('status.section'), width: 110 },
      { title: t('project.state'), width: 140 },
      { title: t('status.comment') },
    ],
    rows: statusSections.map((name) => {
      const trend = report.trends[name]
      const word = t(`choices.${name}.${report.values[name]}` as 'choices.risk.low')
      return [t(`choices.statusSection.${name}`), trend ? `${word} (${t(`status.trend.${trend}`)})` : word, report.comments[name]]
    }),
  })
  writePicture(pdf, report, { t, locale })
}

function writePicture(pdf: PdfDocument, { picture }: PublishedReport, { t, locale }: Words): void {
  const short = (on: string | null) => (on ? formatDate(on, locale, 'short') : '')
  const part = (title: string, heads: string[], rows: string[][]) => {
    if (rows.length === 0) return
    pdf.heading(2, title)
    pdf.table({ columns: heads.map((head) => ({ title: head })), rows })
  }
  part(
    t('project.uncertainties'),
    [t('project.uncertainty'), t('project.factorBefore'), t('project.factorAfter'), t('project.state')],
    picture.uncertainties.map((u) => [
      u.title,
      String(u.probability * u.consequence),
      String(u.probabilityAfter * u.consequenceAfter),
      [
        t(`choices.uncertaintyStatus.${u.status}`),
        ...(u.occurredOn ? [t('project.occurred', { date: formatDate(u.occurredOn, locale, 'short') })] : []),
      ].join('. '),
    ]),
  )
  part(
    t('project.milestones'),
    [t('project.milestone'), t('project.plannedOn'), t('project.actualOn'), t('project.state')],
    (picture.milestones ?? []).map((m) => [
      m.title,
      short(m.plannedOn),
      short(m.actualOn),
      t(`choices.milestoneStatus.${m.status}`),
    ]),
  )
  part(
    t('project.deliverables'),
    [t('item.deliverable.one'), t('item.fields.endOn'), t('project.state')],
    picture.deliverables.map((d) => [d.title, short(d.endOn), t(`choices.deliverableStatus.${d.status}`)]),
  )
  part(
    t('project.benefits'),
    [t('item.benefit.one'), t('item.indicator.one'), t('status.measured'), t('status.achieved')],
    picture.benefits.flatMap((benefit) => {
      const indicators = indicatorsIn(benefit)
      if (indicators.length === 0) return [[benefit.title, t('project.noIndicator'), '', '']]
      return indicators.map(({ title, unit, start, target, value }) => [
        benefit.title,
        title,
        value === null
          ? t('project.notMeasured')
          : unit === 'count'
            ? formatNumber(value, locale)
            : `${formatNumber(value, locale)} ${t(`choices.indicatorUnit.${unit}`)}`,
        value === null ? '' : `${formatNumber(achievementPct({ start, target }, value), locale, 0)} %`,
      ])
    }),
  )
}
