import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import * as enums from '@/generated/prisma/enums'
import { phaseModels } from '@/prisma/register/phase-models'
import { themes } from '@/prisma/register/themes'
import en from './en.json'
import nb from './nb.json'
import nn from './nn.json'

function flatten(tree: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...flatten(value, `${path}${key}.`)],
    ),
  )
}

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]).sort()

test.each([
  ['nn', nn],
  ['en', en],
])('%s has every text that nb has, and no other', (_, catalogue) => {
  const source = flatten(nb)
  const other = flatten(catalogue)
  expect([...source.keys()].filter((key) => !other.has(key))).toEqual([])
  expect([...other.keys()].filter((key) => !source.has(key))).toEqual([])
  expect([...other].filter(([, text]) => text.trim() === '')).toEqual([])
  expect([...source].filter(([key, text]) => String(placeholders(text)) !== String(placeholders(other.get(key) ?? '')))).toEqual(
    [],
  )
})

test.each([
  ['nb', nb],
  ['nn', nn],
  ['en', en],
])('every text of %s can be shown', (locale, catalogue) => {
  const faults: string[] = []
  const t = createTranslator<Record<string, never>>({
    locale,
    messages: catalogue as never,
    onError: (error) => faults.push(error.message),
  })
  for (const [key, text] of flatten(catalogue)) {
    const values = Object.fromEntries(placeholders(text).map((name) => [name, 2]))
    t(key as never, values as never)
  }
  expect(faults).toEqual([])
})

const scale = { '1': 1, '2': 2, '3': 3, '4': 4, '5': 5 }
const codes = (rows: readonly { code: string }[]) => Object.fromEntries(rows.map(({ code }) => [code, code]))

/** What can be chosen, by the section of `choices` that names it. The rest of the section is of no use to anyone. */
const choices: Record<string, object> = {
  benefit: enums.BenefitStatus,
  benefitCategory: enums.BenefitCategory,
  benefitKind: enums.BenefitKind,
  checklistStatus: enums.ChecklistStatus,
  consequence: scale,
  costKind: enums.CostKind,
  costQuality: enums.FigureQuality,
  deliverableStatus: enums.DeliverableStatus,
  economy: enums.EconomyStatus,
  gateOutcome: enums.GateOutcome,
  indicatorUnit: enums.IndicatorUnit,
  language: enums.Language,
  lessonKind: enums.LessonKind,
  lifecycle: enums.Lifecycle,
  logKind: enums.LogKind,
  milestoneStatus: enums.MilestoneStatus,
  partKind: enums.PartKind,
  phase: codes(phaseModels.flatMap((model) => model.phases)),
  probability: scale,
  progress: enums.ProgressStatus,
  projectRole: enums.ProjectRole,
  projectType: enums.ProjectType,
  proximity: enums.Proximity,
  quality: enums.QualityStatus,
  replyVerdict: enums.ReplyVerdict,
  reportOutcome: enums.ReportOutcome,
  reportSection: enums.SectionKind,
  reportStatus: enums.ReportStatus,
  reuseState: enums.ReuseState,
  risk: enums.RiskStatus,
  role: enums.Role,
  strategy: enums.Strategy,
  theme: codes(themes),
  uncertaintyKind: enums.UncertaintyKind,
  uncertaintyStatus: enums.UncertaintyStatus,
  visibility: enums.Visibility,
}

test.each(Object.entries(choices))('every choice of %s has its word', (section, values) => {
  const words = Object.entries(nb.choices).find(([name]) => name === section)?.[1] ?? {}
  expect(Object.keys(words).sort()).toEqual(Object.keys(values).sort())
})
