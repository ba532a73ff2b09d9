import type { useTranslations } from 'use-intl'
import { Licence, PartKind, ReportDocumentKind, ReportOutcome, SectionKind, Visibility } from '@/generated/prisma/enums'
import type { ChoosableDocument } from '@/lib/experiences/documents/queries'
import { wishes } from '@/lib/experiences/sections'

type Words = ReturnType<typeof useTranslations>

const rowsShown = 60

/** What each field is called, in the order of the form. */
export function labelsOf(t: Words, documents: ChoosableDocument[]): Record<string, string> {
  const rows = (name: string, fields: Record<string, string>) =>
    Array.from({ length: rowsShown }, (_, index) =>
      Object.entries(fields).map(([field, label]) => [
        `${name}.${index}.${field}`,
        `${label} (${t('reportForm.line', { number: index + 1 })})`,
      ]),
    ).flat()
  const cost = { year: t('reportForm.yearLabel'), planned: t('reportForm.plannedLabel'), actual: t('reportForm.actualLabel') }
  const effect = {
    title: t('reportForm.effectTitleLabel'),
    valueBefore: t('reportForm.beforeLabel'),
    valueAfter: t('reportForm.afterLabel'),
    per: t('reportForm.perLabel'),
    quality: t('reportForm.effectQualityLabel'),
    result: t('reportForm.resultLabel'),
    period: t('reportForm.periodLabel'),
    source: t('reportForm.sourceLabel'),
    beneficiary: t('reportForm.beneficiaryLabel'),
  }
  return {
    title: t('reportForm.titleLabel'),
    summary: t('reportForm.summaryLabel'),
    outcome: t('reportForm.outcomeLabel'),
    themeCode: t('common.theme'),
    need: t('experience.need'),
    affected: t('experience.affected'),
    alternatives: t('experience.alternatives'),
    technologies: t('reportForm.technologiesLabel'),
    suppliers: t('reportForm.suppliersLabel'),
    solutionVersion: t('experience.version'),
    standards: t('experience.standards'),
    steps: t('experience.steps'),
    costs: t('reportForm.cost'),
    ...Object.fromEntries(rows('costs', cost)),
    costComment: t('reportForm.costCommentLabel'),
    effects: t('reportForm.effect'),
    ...Object.fromEntries(rows('effects', effect)),
    unintended: t('reportForm.unintendedLabel'),
    wouldChange: t('experience.wouldChange'),
    worked: t('experience.worked'),
    didNotWork: t('experience.didNotWork'),
    firstSteps: t('experience.firstSteps'),
    prerequisites: t('experience.prerequisites'),
    ...Object.fromEntries(rows('asks', { kind: t('reportForm.askKind'), value: t('reportForm.askValue') })),
    mustAdapt: t('experience.mustAdapt'),
    maySkip: t('experience.maySkip'),
    leastResources: t('experience.leastResources'),
    'parts[]': t('reportForm.partsLabel'),
    documents: t('reportForm.documentsLabel'),
    ...Object.fromEntries(documents.flatMap((document) => documentLabels(t, document))),
    partsComment: t('reportForm.partsCommentLabel'),
    role: t('reportForm.roleLabel'),
    standIn: t('reportForm.standInLabel'),
    contact: t('reportForm.contactLabel'),
    askAbout: t('reportForm.askAboutLabel'),
    'wants[]': t('reportForm.wantsLabel'),
    visibility: t('reportForm.audience'),
    ...Object.fromEntries(
      Object.values(SectionKind).map((kind) => [
        `audiences.${kind}`,
        `${t('reportForm.sectionAudience')} ${t(`reportForm.${kind}`)}`,
      ]),
    ),
  }
}

function documentLabels(t: Words, { id, title }: ChoosableDocument): [string, string][] {
  const fields = {
    take: t('reportForm.documentTake'),
    number: t('reportForm.documentNumber'),
    kind: t('reportForm.documentKind'),
    licence: t('reportForm.documentLicence'),
    audience: t('reportForm.documentAudience'),
  }
  return Object.entries(fields).map(([field, label]) => [`documents.${id}.${field}`, `${title}: ${label}`])
}

/** The words for what can be chosen, by field, to show two versions side by side. */
export function wordsOf(t: Words, documents: ChoosableDocument[]): Record<string, Record<string, string>> {
  const choices = (values: readonly string[], place: string) =>
    Object.fromEntries(values.map((value) => [value, t(`choices.${place}.${value}`)]))
  const audiences = { same: t('reportForm.same'), ...choices(Object.values(Visibility), 'visibility') }
  return {
    outcome: choices(Object.values(ReportOutcome), 'reportOutcome'),
    'parts[]': choices(Object.values(PartKind), 'partKind'),
    'wants[]': choices(wishes, 'wish'),
    visibility: audiences,
    ...Object.fromEntries(
      documents.flatMap(({ id }) => [
        [`documents.${id}.take`, { on: t('common.yes') }],
        [`documents.${id}.kind`, choices(Object.values(ReportDocumentKind), 'reportDocumentKind')],
        [`documents.${id}.licence`, choices(Object.values(Licence), 'licence')],
        [`documents.${id}.audience`, audiences],
      ]),
    ),
    ...Object.fromEntries(Object.values(SectionKind).map((kind) => [`audiences.${kind}`, audiences])),
  }
}
