'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Choice, Select, TextField } from '@/components/forms/field'
import { BenefitCategory, CostKind, FigureQuality, IndicatorUnit } from '@/generated/prisma/enums'

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
        <TextField name={name('valueAfter')} label={t('reportForm.afterLabel')} initial={row.valueAfter} inputMode="decimal" />
        <TextField name={name('period')} label={t('reportForm.periodLabel')} initial={row.period} />
        <TextField name={name('source')} label={t('reportForm.sourceLabel')} initial={row.source} />
        <TextField name={name('beneficiary')} label={t('reportForm.beneficiaryLabel')} initial={row.beneficiary} />
      </Line>
    )
  }
  return <Lines rows={rows}>{line}</Lines>
}
