import type { useTranslations } from 'use-intl'
import { PartKind, ReportOutcome, SectionKind, Visibility } from '@/generated/prisma/enums'
import { wishes } from '@/lib/experiences/sections'

type Words = ReturnType<typeof useTranslations>

const rowsShown = 30

/** What each field is called, in the order of the form. */
export function labelsOf(t: Words): Record<string, string> {
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
    mustAdapt: t('experience.mustAdapt'),
    maySkip: t('experience.maySkip'),
    leastResources: t('experience.leastResources'),
    'parts[]': t('reportForm.partsLabel'),
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

/** The words for what can be chosen, by field, to show two versions side by side. */
export function wordsOf(t: Words): Record<string, Record<string, string>> {
  const choices = (values: readonly string[], place: string) =>
    Object.fromEntries(values.map((value) => [value, t(`choices.${place}.${value}`)]))
  const audiences = { same: t('reportForm.same'), ...choices(Object.values(Visibility), 'visibility') }
  return {
    outcome: choices(Object.values(ReportOutcome), 'reportOutcome'),
    'parts[]': choices(Object.values(PartKind), 'partKind'),
    'wants[]': choices(wishes, 'wish'),
    visibility: audiences,
    ...Object.fromEntries(Object.values(SectionKind).map((kind) => [`audiences.${kind}`, audiences])),
  }
}
