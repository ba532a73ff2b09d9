import 'server-only'
import { createPdf } from '@/lib/platform/export/pdf'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, inLocale, type Locale } from '@/lib/platform/locale'
import type { DecisionRecord } from './queries'

/** A decision as a document for the archive, with its checklist as it stood. Tagged, so that it can be heard as well as seen. */
export function decisionPaper(record: DecisionRecord, t: Translator, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
  const { project } = record
  const title = `${t('gate.decisionOn', { gate: record.gate })}: ${project.title}`
  const pdf = createPdf({
    title,
    locale,
    author: project.municipality,
    pageLabel: (page, pages) => t('common.pageOf', { page, pageCount: pages }),
  })
  pdf.heading(1, title)
  pdf.facts([
    { label: t('gate.outcome'), value: t(`choices.gateOutcome.${record.outcome}`) },
    { label: t('gate.decidedOn'), value: formatDate(record.decidedOn, locale) },
    { label: t('gate.decidedBy'), value: record.decidedBy },
    { label: t('gate.phase'), value: record.phase.stageName ?? inLocale(record.phase.names, locale) },
    { label: t('common.municipality'), value: project.municipality },
    { label: t('project.number'), value: project.number },
    { label: t('gate.archiveReference'), value: project.archiveReference ?? t('common.notSet') },
  ])
  if (record.supersededBy) pdf.paragraph(t('gate.supersededOn', { date: formatDate(record.supersededBy.decidedOn, locale) }))
  if (record.supersedes) pdf.paragraph(t('gate.supersedesOn', { date: formatDate(record.supersedes.decidedOn, locale) }))
  pdf.heading(2, t('gate.rationale'))
  pdf.paragraph(record.rationale)
  if (record.conditions.length > 0) {
    pdf.heading(2, t('gate.conditions'))
    pdf.table({
      columns: [
        { title: t('gate.conditions') },
        { title: t('gate.conditionOwner') },
        { title: t('gate.conditionDue') },
        { title: t('project.state') },
      ],
      rows: record.conditions.map((c) => [
        c.text,
        c.owner,
        formatDate(c.dueOn, locale, 'short'),
        c.closedOn
          ? t('project.conditionClosed', { date: formatDate(c.closedOn, locale, 'short') })
          : t('choices.checklistStatus.open'),
      ]),
    })
  }
  pdf.heading(2, t('gate.checklistThen'))
  if (record.checklist.length === 0) pdf.paragraph(t('project.noChecklist'))
  else
    pdf.table({
      columns: [{ title: t('gate.item') }, { title: t('project.state'), width: 90 }, { title: t('gate.reason') }],
      rows: record.checklist.map((item) => [
        item.isMandatory ? `${item.text} (${t('project.mandatory')})` : item.text,
        t(`choices.checklistStatus.${item.status}`),
        item.reason ?? '',
      ]),
    })
  if (record.basis.length > 0) {
    pdf.heading(2, t('gate.basis'))
    pdf.list(record.basis.map(({ title: name, reference }) => [name, reference].filter(Boolean).join(', ')))
  }
  if (record.experience) {
    pdf.heading(2, t('gate.cases'))
    if (record.experience.skippedBecause) pdf.paragraph(t('gate.skippedBecause', { reason: record.experience.skippedBecause }))
    pdf.list(
      record.experience.cases.map(
        (found) => `${found.title}, ${found.municipality}. ${t(`gate.use.${found.use}`)}: ${found.reason}`,
      ),
    )
  }
  return pdf.finish()
}
