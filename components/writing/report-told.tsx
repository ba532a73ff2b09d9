'use client'
import { useTranslations } from 'use-intl'
import { type Choice, Select, TextArea, TextField } from '@/components/forms/field'
import { RichField } from '@/components/text/rich-field'
import { ReportOutcome } from '@/generated/prisma/enums'
import type { DraftReport } from '@/lib/experiences/rules'
import type { PartProps } from './report-form'
import { Gap, ReportPart } from './report-part'
import { CostFields, EffectFields } from './row-fields'

// The first half of the report: what was done, and what it cost and gave.

export function ShortPart({ report, themes }: { report: DraftReport; themes: Choice[] }) {
  const t = useTranslations()
  return (
    <ReportPart kind="short" audience={null}>
      <TextField name="title" label={t('reportForm.titleLabel')} initial={report.title} isRequired />
      <Gap field="summary" example={t('reportForm.example.summary')}>
        <TextArea
          name="summary"
          label={t('reportForm.summaryLabel')}
          hint={t('reportForm.summaryHint')}
          initial={report.summary}
          isRequired
          rows={5}
        />
      </Gap>
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="outcome"
          label={t('reportForm.outcomeLabel')}
          hint={t('reportForm.outcomeHint')}
          initial={report.outcome ?? ''}
          empty={t('reportForm.choose')}
          choices={Object.values(ReportOutcome).map((value) => ({ value, text: t(`choices.reportOutcome.${value}`) }))}
          isRequired
        />
        <Select name="themeCode" label={t('common.theme')} initial={report.themeCode} choices={themes} isRequired />
      </div>
    </ReportPart>
  )
}

export function BackgroundPart({ report, audience }: PartProps) {
  const t = useTranslations()
  const { need, affected, alternatives } = report.background
  return (
    <ReportPart kind="background" audience={audience('background')}>
      <Gap field="need" example={t('reportForm.example.need')}>
        <RichField name="need" label={t('experience.need')} hint={t('reportForm.needHint')} text={need} />
      </Gap>
      <Gap field="affected" example={t('reportForm.example.affected')}>
        <TextArea name="affected" label={t('experience.affected')} initial={affected} rows={2} />
      </Gap>
      <Gap field="alternatives" example={t('reportForm.example.alternatives')}>
        <RichField name="alternatives" label={t('experience.alternatives')} text={alternatives} />
      </Gap>
    </ReportPart>
  )
}

export function SolutionPart({ report, audience }: PartProps) {
  const t = useTranslations()
  const { technologies, suppliers, version, standards, steps } = report.solution
  return (
    <ReportPart kind="solution" audience={audience('solution')}>
      <Gap field="technologies" example={t('reportForm.example.technologies')}>
        <TextField
          name="technologies"
          label={t('reportForm.technologiesLabel')}
          hint={t('reportForm.listHint')}
          initial={technologies.join(', ')}
        />
      </Gap>
      <TextField
        name="suppliers"
        label={t('reportForm.suppliersLabel')}
        hint={t('reportForm.listHint')}
        initial={suppliers.join(', ')}
      />
      <TextField name="solutionVersion" label={t('experience.version')} initial={version} />
      <Gap field="standards" example={t('reportForm.example.standards')}>
        <TextArea name="standards" label={t('experience.standards')} initial={standards} rows={2} />
      </Gap>
      <Gap field="steps" example={t('reportForm.example.steps')}>
        <RichField name="steps" label={t('experience.steps')} hint={t('reportForm.stepsHint')} text={steps} rows={7} />
      </Gap>
    </ReportPart>
  )
}

export function CostPart({ report, audience, year }: PartProps & { year: string }) {
  const t = useTranslations()
  return (
    <ReportPart kind="cost" intro={t('reportForm.costIntro')} audience={audience('cost')}>
      <Gap field="costs" example={t('reportForm.example.costs')}>
        <CostFields year={year} rows={report.costs} />
      </Gap>
      <TextArea name="costComment" label={t('reportForm.costCommentLabel')} initial={report.cost.comment} rows={2} />
    </ReportPart>
  )
}

export function EffectPart({ report, audience }: PartProps) {
  const t = useTranslations()
  return (
    <ReportPart kind="effect" intro={t('reportForm.effectIntro')} audience={audience('effect')}>
      <Gap field="effects" example={t('reportForm.example.effects')}>
        <EffectFields rows={report.effects.map(({ result, ...effect }) => ({ ...effect, result: result ?? '' }))} />
      </Gap>
      <TextArea
        name="unintended"
        label={t('reportForm.unintendedLabel')}
        hint={t('reportForm.unintendedHint')}
        initial={report.effect.unintended}
        rows={2}
      />
    </ReportPart>
  )
}
