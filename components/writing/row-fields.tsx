'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Choice, Select, TextField } from '@/components/forms/field'
import {
  BenefitCategory,
  CostKind,
  EffectPer,
  EffectResult,
  FigureQuality,
  IndicatorUnit,
  PrerequisiteKind,
} from '@/generated/prisma/enums'

import type { Prerequisite } from '@/lib/fit/prerequisite/rules'

interface Row {
  [field: string]: string
}

function Line({ legend, children }: { legend: string; children: React.ReactNode }) {
  return (
    <fieldset className="panel grid gap-3 sm:grid-cols-2 lg:grid-cols-5">
      <legend className="px-1 text-sm muted">{legend}</legend>
      {children}
    </fieldset>
  )
}

/** The lines there are, with an empty one after, and a button for more. Without scripts, more come when the report is saved. */
function Lines({ rows, children }: { rows: Row[]; children: (row: Row, index: number) => React.ReactNode }) {
  const t = useTranslations('reportForm')
  const [empty, setEmpty] = useState(1)
  const lines = [...rows, ...Array.from({ length: empty }, (): Row => ({}))]
  return (
    <div className="grid gap-4">
      {lines.map(children)}
      <button
        type="button"
        className="ds-button justify-self-start"
        data-variant="secondary"
        data-size="sm"
        onClick={() => setEmpty(empty + 1)}
      >
        {t('addLine')}
      </button>
    </div>
  )
}

export function CostFields({ rows, year }: { rows: Row[]; year: string }) {
  const t = useTranslations()
  const kinds: Choice[] = Object.values(CostKind).map((value) => ({ value, text: t(`choices.costKind.${value}`) }))
  const qualities: Choice[] = Object.values(FigureQuality).map((value) => ({ value, text: t(`choices.costQuality.${value}`) }))
  const line = (row: Row, index: number) => {
    const name = (field: string) => `costs.${index}.${field}`
    return (
      <Line key={index} legend={t('reportForm.line', { number: index + 1 })}>
        <Select name={name('kind')} label={t('reportForm.costKindLabel')} initial={row.kind ?? 'purchase'} choices={kinds} />
        <TextField name={name('year')} label={t('reportForm.yearLabel')} initial={row.year ?? year} inputMode="numeric" />
        <TextField name={name('planned')} label={t('reportForm.plannedLabel')} initial={row.planned} inputMode="decimal" />
        <TextField name={name('actual')} label={t('reportForm.actualLabel')} initial={row.actual} inputMode="decimal" />
        <Select
          name={name('quality')}
          label={t('reportForm.qualityLabel')}
          initial={row.quality ?? 'measured'}
          choices={qualities}
        />
      </Line>
    )
  }
  return <Lines rows={rows}>{line}</Lines>
}

export function EffectFields({ rows }: { rows: Row[] }) {
  const t = useTranslations()
  const categories: Choice[] = Object.values(BenefitCategory).map((value) => ({
    value,
    text: t(`choices.benefitCategory.${value}`),
  }))
  const units: Choice[] = Object.values(IndicatorUnit).map((value) => ({ value, text: t(`choices.indicatorUnit.${value}`) }))
  const pers: Choice[] = Object.values(EffectPer).map((value) => ({ value, text: t(`choices.effectPer.${value}`) }))
  const results: Choice[] = Object.values(EffectResult).map((value) => ({ value, text: t(`choices.effectResult.${value}`) }))
  const qualities: Choice[] = Object.values(FigureQuality).map((value) => ({ value, text: t(`choices.costQuality.${value}`) }))
  const line = (row: Row, index: number) => {
    const name = (field: string) => `effects.${index}.${field}`
    return (
      <Line key={index} legend={t('reportForm.line', { number: index + 1 })}>
        <div className="sm:col-span-2">
          <TextField name={name('title')} label={t('reportForm.effectTitleLabel')} initial={row.title} />
        </div>
        <Select
          name={name('category')}
          label={t('reportForm.categoryLabel')}
          initial={row.category ?? 'time_saved'}
          choices={categories}
        />
        <Select name={name('unit')} label={t('reportForm.unitLabel')} initial={row.unit ?? 'hours'} choices={units} />
        <TextField name={name('valueBefore')} label={t('reportForm.beforeLabel')} initial={row.valueBefore} inputMode="decimal" />
        <TextField
          name={name('valueAfter')}
          label={t('reportForm.afterLabel')}
          hint={row.title && !row.valueAfter ? t('reportForm.notMeasured') : undefined}
          initial={row.valueAfter}
        />
        <Select name={name('per')} label={t('reportForm.perLabel')} initial={row.per ?? 'other'} choices={pers} />
        <Select
          name={name('quality')}
          label={t('reportForm.effectQualityLabel')}
          initial={row.quality ?? 'measured'}
          choices={qualities}
        />
        <Select
          name={name('result')}
          label={t('reportForm.resultLabel')}
          empty={t('reportForm.resultNone')}
          initial={row.result}
          choices={results}
        />
        <TextField name={name('period')} label={t('reportForm.periodLabel')} initial={row.period} />
        <TextField name={name('source')} label={t('reportForm.sourceLabel')} initial={row.source} />
        <TextField name={name('beneficiary')} label={t('reportForm.beneficiaryLabel')} initial={row.beneficiary} />
      </Line>
    )
  }
  return <Lines rows={rows}>{line}</Lines>
}

/** What each line of what must be in place asks for, as it is read, to be put right. */
export function AskFields({ prerequisites }: { prerequisites: Prerequisite[] }) {
  const t = useTranslations()
  if (prerequisites.length === 0) return null
  const kinds: Choice[] = Object.values(PrerequisiteKind).map((value) => ({
    value,
    text: t(`choices.prerequisiteKind.${value}`),
  }))
  return (
    <details>
      <summary>{t('reportForm.asks')}</summary>
      <div className="grid gap-4 pt-3">
        <p className="text-sm muted">{t('reportForm.asksHint')}</p>
        {prerequisites.map(({ text, kind, value }, index) => (
          <fieldset key={text} className="panel grid gap-3 sm:grid-cols-2">
            <legend className="px-1 text-sm">{text}</legend>
            <input type="hidden" name={`asks.${index}.line`} value={text} />
            <Select name={`asks.${index}.kind`} label={t('reportForm.askKind')} initial={kind} choices={kinds} />
            <TextField
              name={`asks.${index}.value`}
              label={t('reportForm.askValue')}
              hint={t('reportForm.askValueHint')}
              initial={value}
            />
          </fieldset>
        ))}
      </div>
    </details>
  )
}
