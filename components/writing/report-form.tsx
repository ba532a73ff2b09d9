'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { type Choice, Choices } from '@/components/forms/field'
import type { SectionKind } from '@/generated/prisma/enums'
import type { ChoosableDocument } from '@/lib/experiences/documents/queries'
import { formValues } from '@/lib/experiences/form/rules'
import type { DraftReport } from '@/lib/experiences/rules'
import type { FormState } from '@/lib/platform/form'
import { FoldButton } from './fold-button'
import { labelsOf, wordsOf } from './labels'
import { FollowProgress } from './progress'
import { AdvicePart, LessonsPart, PartsPart, PeoplePart } from './report-learned'
import { BackgroundPart, CostPart, EffectPart, ShortPart, SolutionPart } from './report-told'
import { type Kept, WritingBar } from './writing-bar'
import { WritingIndex } from './writing-index'

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>
  keep: (form: FormData) => Promise<Kept>
  projectId: string
  /** Who writes what: names what the browser keeps until it is saved. */
  draftName: string
  version: number
  isPublished: boolean
  report: DraftReport
  /** The documents of the project that may follow. */
  documents: ChoosableDocument[]
  /** The audiences there are, with who they mean in plain words. */
  audienceChoices: (Choice & { hint: string })[]
  themes: Choice[]
  year: string
}

/** What a section of the form is given. */
export interface PartProps {
  report: DraftReport
  audience: (kind: SectionKind) => { initial: DraftReport['visibility'] | undefined; choices: Choice[] }
}

const kinds = ['short', 'background', 'solution', 'cost', 'effect', 'lessons', 'advice', 'parts', 'people'] as const

/** The experience report to write in: an index, the sections in order, who may read it, and always in sight how far it has come. */
export function ReportForm(props: Props) {
  const { report, audienceChoices, version } = props
  const t = useTranslations()
  const labels = labelsOf(t, props.documents)
  const part: PartProps = { report, audience: (kind) => ({ initial: report.audiences[kind], choices: audienceChoices }) }
  return (
    <ActionForm draft={props.draftName} action={props.action} labels={labels} words={wordsOf(t, props.documents)}>
      <input type="hidden" name="projectId" value={props.projectId} />
      <VersionField name="version" version={version} />
      <FollowProgress initial={formValues(report)}>
        <div className="writing-page">
          <WritingIndex kinds={[...kinds]} />
          <div className="grid min-w-0 max-w-4xl content-start gap-8">
            <FoldButton />
            <ShortPart report={report} themes={props.themes} />
            <BackgroundPart {...part} />
            <SolutionPart {...part} />
            <section className="grid gap-2">
              <h2 className="text-2xl">{t('reportForm.municipality')}</h2>
              <p className="muted">{t('reportForm.municipalityText')}</p>
            </section>
            <CostPart {...part} year={props.year} />
            <EffectPart {...part} />
            <LessonsPart {...part} />
            <AdvicePart {...part} />
            <PartsPart {...part} projectId={props.projectId} documents={props.documents} />
            <PeoplePart {...part} />
            <section className="panel-tinted grid gap-5">
              <Choices
                name="visibility"
                type="radio"
                legend={t('reportForm.audience')}
                hint={t('reportForm.audienceHint')}
                initial={[report.visibility]}
                choices={audienceChoices}
                isRequired
              />
            </section>
          </div>
        </div>
        <WritingBar keep={props.keep} labels={labels} isPublished={props.isPublished} />
      </FollowProgress>
    </ActionForm>
  )
}
