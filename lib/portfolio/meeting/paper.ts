import 'server-only'
import { today } from '@/lib/platform/dates'
import { createPdf, type PdfDocument } from '@/lib/platform/export/pdf'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNok, type Locale } from '@/lib/platform/locale'
import { writeReport } from '@/lib/status/paper'
import type { MeetingProject } from './queries'

interface Words {
  t: Translator
  locale: Locale
  municipality: string
}

/** Chosen projects as one document for the portfolio board: an overview first, then each project with its latest report. */
export function meetingPack(projects: MeetingProject[], words: Words): Promise<Uint8Array<ArrayBuffer>> {
  const { t, locale, municipality } = words
  const title = t('meeting.packTitle', { municipality, date: formatDate(today(), locale) })
  const pdf = createPdf({
    title,
    locale,
    author: municipality,
    pageLabel: (page, pages) => t('common.pageOf', { page, pageCount: pages }),
  })
  pdf.heading(1, title)
  pdf.table({
    columns: [
      { title: t('lists.columns.tittel') },
      { title: t('lists.columns.leder') },
      { title: t('meeting.nextGate') },
      { title: t('project.forecast'), align: 'right' },
      { title: t('meeting.overBudget'), align: 'right' },
    ],
    rows: projects.map(({ number, title: name, manager, gate, money }) => [
      `${number} ${name}`,
      manager,
      [gate.name, gate.on && formatDate(gate.on, locale, 'short')].filter(Boolean).join(' '),
      formatNok(money.forecastNok, locale),
      formatNok(money.forecastNok - money.budgetNok, locale),
    ]),
  })
  for (const project of projects) {
    pdf.pageBreak()
    writeProject(pdf, project, words)
  }
  return pdf.finish()
}

function writeProject(pdf: PdfDocument, project: MeetingProject, { t, locale }: Words): void {
  if (project.report) writeReport(pdf, project.report, { t, locale })
  else {
    pdf.heading(1, `${project.number} ${project.title}`)
    pdf.paragraph(project.goal || t('project.noGoal'))
    pdf.paragraph(t('project.noStatus'))
  }
  if (project.conditions.length === 0) return
  pdf.heading(2, t('gate.openConditions'))
  pdf.table({
    columns: [{ title: t('gate.conditions') }, { title: t('gate.conditionOwner') }, { title: t('gate.conditionDue') }],
    rows: project.conditions.map(({ text, owner, dueOn }) => [text, owner, formatDate(dueOn, locale, 'short')]),
  })
}
