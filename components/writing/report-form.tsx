'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { type Choice, Choices, Select, TextArea, TextField } from '@/components/forms/field'
import { PartKind, ReportOutcome, type SectionKind, type Visibility } from '@/generated/prisma/enums'
import type { ReportBody } from '@/lib/experiences/rules'
import { wishes } from '@/lib/experiences/sections'
import type { FormState } from '@/lib/platform/form'
import { CostFields, EffectFields } from './row-fields'

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>
  projectId: string
  version: number
  isPublished: boolean
  body: ReportBody
  partsComment: string
  audiences: Partial<Record<SectionKind, Visibility>>
  visibility: Visibility
  /** The audiences there are, with who they mean in plain words. */
  audienceChoices: (Choice & { hint: string })[]
  themes: Choice[]
  year: string
}

/** The experience report to write in: the sections in order, then who may read it. */
export function ReportForm(props: Props) {
  const { action, projectId, version, isPublished, body, audienceChoices, visibility } = props
  const t = useTranslations()
  return (
    <ActionForm action={action} labels={labelsOf(t)} className="grid max-w-4xl gap-10">
      <input type="hidden" name="projectId" value={projectId} />
      <input type="hidden" name="version" value={version} />
      <ShortPart body={body} themes={props.themes} />
      <Part {...props} kind="background">
        <TextArea name="need" label={t('experience.need')} hint={t('reportForm.needHint')} initial={body.background.need} />
        <TextArea
          name="affected"
          label={t('experience.affected')}
          hint={t('reportForm.affectedHint')}
          initial={body.background.affected}
          rows={2}
        />
        <TextArea
          name="alternatives"
          label={t('experience.alternatives')}
          hint={t('reportForm.alternativesHint')}
          initial={body.background.alternatives}
        />
      </Part>
      <Part {...props} kind="solution">
        <TextField
          name="technologies"
          label={t('reportForm.technologiesLabel')}
          hint={t('reportForm.listHint')}
          initial={body.technologies.join(', ')}
        />
        <TextField
          name="suppliers"
          label={t('reportForm.suppliersLabel')}
          hint={t('reportForm.listHint')}
          initial={body.suppliers.join(', ')}
        />
        <TextField name="solutionVersion" label={t('experience.version')} initial={body.solution.version} />
        <TextArea name="standards" label={t('experience.standards')} initial={body.solution.standards} rows={2} />
        <TextArea
          name="steps"
          label={t('experience.steps')}
          hint={t('reportForm.stepsHint')}
          initial={body.solution.steps}
          rows={7}
        />
      </Part>
      <section className="grid gap-2">
        <h2 className="text-2xl">{t('reportForm.municipality')}</h2>
        <p className="muted">{t('reportForm.municipalityText')}</p>
      </section>
      <Part {...props} kind="cost" intro={t('reportForm.costIntro')}>
        <CostFields
          year={props.year}
          rows={body.costs.map(({ kind, year, planned, actual, quality }) => ({
            kind,
            year: String(year),
            planned: typed(planned),
            actual: typed(actual),
            quality,
          }))}
        />
        <TextArea name="costComment" label={t('reportForm.costCommentLabel')} initial={body.cost.comment} rows={2} />
      </Part>
      <Part {...props} kind="effect" intro={t('reportForm.effectIntro')}>
        <EffectFields
          rows={body.effects.map((effect) => ({
            ...effect,
            valueBefore: typed(effect.valueBefore),
            valueAfter: typed(effect.valueAfter),
          }))}
        />
        <TextArea name="unintended" label={t('reportForm.unintendedLabel')} initial={body.effect.unintended} rows={2} />
      </Part>
      <Part {...props} kind="lessons">
        <TextArea
          name="wouldChange"
          label={t('experience.wouldChange')}
          hint={t('reportForm.wouldChangeHint')}
          initial={body.lessons.wouldChange}
          isRequired
          rows={5}
        />
        <TextArea name="worked" label={t('experience.worked')} initial={body.lessons.worked} rows={5} />
        <TextArea name="didNotWork" label={t('experience.didNotWork')} initial={body.lessons.didNotWork} rows={5} />
      </Part>
      <Part {...props} kind="advice">
        <TextArea
          name="firstSteps"
          label={t('experience.firstSteps')}
          hint={t('reportForm.firstStepsHint')}
          initial={body.advice.firstSteps.join('\n')}
          isRequired
        />
        <TextArea
          name="prerequisites"
          label={t('experience.prerequisites')}
          hint={t('reportForm.prerequisitesHint')}
          initial={body.prerequisites.join('\n')}
        />
        <TextArea name="mustAdapt" label={t('experience.mustAdapt')} initial={body.advice.mustAdapt} rows={2} />
        <TextArea name="maySkip" label={t('experience.maySkip')} initial={body.advice.maySkip} rows={2} />
        <TextArea name="leastResources" label={t('experience.leastResources')} initial={body.advice.leastResources} rows={2} />
      </Part>
      <Part {...props} kind="parts">
        <Choices
          name="parts[]"
          legend={t('reportForm.partsLabel')}
          hint={t('reportForm.partsHint')}
          initial={body.parts}
          choices={Object.values(PartKind).map((value) => ({ value, text: t(`choices.partKind.${value}`) }))}
        />
        <TextArea name="partsComment" label={t('reportForm.partsCommentLabel')} initial={props.partsComment} rows={2} />
      </Part>
      <Part {...props} kind="people">
        <TextField name="role" label={t('reportForm.roleLabel')} initial={body.people.role} isRequired />
        <TextField name="standIn" label={t('reportForm.standInLabel')} initial={body.people.standIn} />
        <TextField
          name="contact"
          label={t('reportForm.contactLabel')}
          hint={t('reportForm.contactHint')}
          initial={body.people.contact}
          isRequired
        />
        <TextArea name="askAbout" label={t('reportForm.askAboutLabel')} initial={body.people.askAbout} rows={2} />
        <Choices
          name="wants[]"
          legend={t('reportForm.wantsLabel')}
          initial={body.people.wants}
          choices={wishes.map((value) => ({ value, text: t(`choices.wish.${value}`) }))}
        />
      </Part>
      <section className="panel-tinted grid gap-5">
        <Choices
          name="visibility"
          type="radio"
          legend={t('reportForm.audience')}
          hint={t('reportForm.audienceHint')}
          initial={[visibility]}
          choices={audienceChoices}
          isRequired
        />
        <div className="flex flex-wrap gap-3">
          {!isPublished && (
            <button type="submit" name="intent" value="save" className="ds-button" data-variant="secondary">
              {t('reportForm.save')}
            </button>
          )}
          <button type="submit" name="intent" value="publish" className="ds-button">
            {isPublished ? t('reportForm.publishAgain') : t('reportForm.publish')}
          </button>
        </div>
      </section>
    </ActionForm>
  )
}

function ShortPart({ body, themes }: { body: ReportBody; themes: Choice[] }) {
  const t = useTranslations()
  return (
    <section className="grid gap-5">
      <h2 className="text-2xl">{t('reportForm.short')}</h2>
      <TextField name="title" label={t('reportForm.titleLabel')} initial={body.title} isRequired />
      <TextArea
        name="summary"
        label={t('reportForm.summaryLabel')}
        hint={t('reportForm.summaryHint')}
        initial={body.summary}
        isRequired
        rows={5}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="outcome"
          label={t('reportForm.outcomeLabel')}
          hint={t('reportForm.outcomeHint')}
          initial={body.outcome ?? ''}
          empty={t('reportForm.choose')}
          choices={Object.values(ReportOutcome).map((value) => ({ value, text: t(`choices.reportOutcome.${value}`) }))}
          isRequired
        />
        <Select name="themeCode" label={t('common.theme')} initial={body.themeCode} choices={themes} isRequired />
      </div>
    </section>
  )
}

interface PartProps {
  kind: Exclude<SectionKind, 'municipality'>
  intro?: string
  audiences: Props['audiences']
  audienceChoices: Choice[]
  children: React.ReactNode
}

/** A section of the report with its fields and, last, whether fewer than the others may read it. */
function Part({ kind, intro, audiences, audienceChoices, children }: PartProps) {
  const t = useTranslations()
  return (
    <section className="grid gap-5">
      <div>
        <h2 className="text-2xl">{t(`reportForm.${kind}`)}</h2>
        {intro && <p className="mt-1 muted">{intro}</p>}
      </div>
      {children}
      <div className="max-w-sm">
        <Select
          name={`audiences.${kind}`}
          label={t('reportForm.sectionAudience')}
          initial={audiences[kind] ?? 'same'}
          choices={[{ value: 'same', text: t('reportForm.same') }, ...audienceChoices]}
        />
      </div>
    </section>
  )
}

/** A figure as it is typed in Norway. */
const typed = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','))

function labelsOf(t: ReturnType<typeof useTranslations>): Record<string, string> {
  return {
    title: t('reportForm.titleLabel'),
    summary: t('reportForm.summaryLabel'),
    outcome: t('reportForm.outcomeLabel'),
    themeCode: t('common.theme'),
    'costs.year': t('reportForm.yearLabel'),
    'costs.planned': t('reportForm.plannedLabel'),
    'costs.actual': t('reportForm.actualLabel'),
    'effects.title': t('reportForm.effectTitleLabel'),
    'effects.valueBefore': t('reportForm.beforeLabel'),
    'effects.valueAfter': t('reportForm.afterLabel'),
    wouldChange: t('experience.wouldChange'),
    firstSteps: t('experience.firstSteps'),
    role: t('reportForm.roleLabel'),
    contact: t('reportForm.contactLabel'),
    visibility: t('reportForm.audience'),
  }
}
