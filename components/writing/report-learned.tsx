'use client'
import { useTranslations } from 'use-intl'
import { Choices, TextArea, TextField } from '@/components/forms/field'
import { RichField } from '@/components/text/rich-field'
import { PartKind } from '@/generated/prisma/enums'
import type { ChoosableDocument } from '@/lib/experiences/documents/queries'
import { wishes } from '@/lib/experiences/sections'
import { DocumentChoices } from './document-choices'
import type { PartProps } from './report-form'
import { Gap, ReportPart, RestOfPart } from './report-part'
import { AskFields } from './row-fields'

// The second half of the report: what was learned, and what others can take.

export function LessonsPart({ report, audience }: PartProps) {
  const t = useTranslations()
  const { wouldChange, worked, didNotWork } = report.lessons
  return (
    <ReportPart kind="lessons" audience={audience('lessons')}>
      <Gap field="wouldChange" example={t('reportForm.example.wouldChange')}>
        <RichField
          name="wouldChange"
          label={t('experience.wouldChange')}
          hint={t('reportForm.wouldChangeHint')}
          text={wouldChange}
          isRequired
        />
      </Gap>
      <RestOfPart kind="lessons">
        <Gap field="worked" example={t('reportForm.example.worked')}>
          <RichField name="worked" label={t('experience.worked')} text={worked} />
        </Gap>
        <Gap field="didNotWork" example={t('reportForm.example.didNotWork')}>
          <RichField name="didNotWork" label={t('experience.didNotWork')} text={didNotWork} />
        </Gap>
      </RestOfPart>
    </ReportPart>
  )
}

export function AdvicePart({ report, audience }: PartProps) {
  const t = useTranslations()
  const { firstSteps, mustAdapt, maySkip, leastResources } = report.advice
  return (
    <ReportPart kind="advice" audience={audience('advice')}>
      <Gap field="firstSteps" example={t('reportForm.example.firstSteps')}>
        <TextArea
          name="firstSteps"
          label={t('experience.firstSteps')}
          hint={t('reportForm.firstStepsHint')}
          initial={firstSteps.join('\n')}
          isRequired
        />
      </Gap>
      <RestOfPart kind="advice">
        <Gap field="prerequisites" example={t('reportForm.example.prerequisites')}>
          <TextArea
            name="prerequisites"
            label={t('experience.prerequisites')}
            hint={t('reportForm.prerequisitesHint')}
            initial={report.prerequisites.map(({ text }) => text).join('\n')}
          />
          <AskFields prerequisites={report.prerequisites} />
        </Gap>
        <Gap field="mustAdapt" example={t('reportForm.example.mustAdapt')}>
          <RichField name="mustAdapt" label={t('experience.mustAdapt')} text={mustAdapt} rows={3} />
        </Gap>
        <TextArea name="maySkip" label={t('experience.maySkip')} initial={maySkip} rows={2} />
        <Gap field="leastResources" example={t('reportForm.example.leastResources')}>
          <RichField name="leastResources" label={t('experience.leastResources')} text={leastResources} rows={3} />
        </Gap>
      </RestOfPart>
    </ReportPart>
  )
}

interface PartsProps extends PartProps {
  projectId: string
  documents: ChoosableDocument[]
}

export function PartsPart({ report, audience, projectId, documents }: PartsProps) {
  const t = useTranslations()
  return (
    <ReportPart kind="parts" audience={audience('parts')}>
      <Choices
        name="parts[]"
        legend={t('reportForm.partsLabel')}
        hint={t('reportForm.partsHint')}
        initial={report.parts}
        choices={Object.values(PartKind).map((value) => ({ value, text: t(`choices.partKind.${value}`) }))}
      />
      <DocumentChoices
        projectId={projectId}
        documents={documents}
        chosen={report.documents}
        audiences={audience('parts').choices}
      />
      <TextArea
        name="partsComment"
        label={t('reportForm.partsCommentLabel')}
        hint={t('reportForm.partsCommentHint')}
        initial={report.partsComment}
        rows={2}
      />
    </ReportPart>
  )
}

export function PeoplePart({ report, audience }: PartProps) {
  const t = useTranslations()
  const { role, standIn, contact, askAbout, wants } = report.people
  return (
    <ReportPart kind="people" audience={audience('people')}>
      <Gap field="role" example={t('reportForm.example.role')}>
        <TextField name="role" label={t('reportForm.roleLabel')} initial={role} isRequired />
      </Gap>
      <Gap field="contact" example={t('reportForm.example.contact')}>
        <TextField
          name="contact"
          label={t('reportForm.contactLabel')}
          hint={t('reportForm.contactHint')}
          initial={contact}
          isRequired
        />
      </Gap>
      <RestOfPart kind="people">
        <TextField name="standIn" label={t('reportForm.standInLabel')} initial={standIn} />
        <TextArea name="askAbout" label={t('reportForm.askAboutLabel')} initial={askAbout} rows={2} />
        <Choices
          name="wants[]"
          legend={t('reportForm.wantsLabel')}
          initial={wants}
          choices={wishes.map((value) => ({ value, text: t(`choices.wish.${value}`) }))}
        />
      </RestOfPart>
    </ReportPart>
  )
}
