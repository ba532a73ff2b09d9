'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { Choices, TextArea, TextField } from '@/components/forms/field'

export interface GateFormItem {
  id: string
  version: number
  text: string
  isMandatory: boolean
}

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  at: { projectId: string; phaseId: string; targetId: string; supersedesId: string; latestId: string }
  /** The open items, phase by phase. */
  groups: { name: string; items: GateFormItem[] }[]
  cases: { slug: string; title: string; municipality: string; summary: string }[]
  documents: { id: string; title: string; type: string }[]
  decidedBy: string
  today: string
  conditionRows: number
  basisRows: number
}

/** Everything a decision needs on one screen: the open items, what others learnt, the outcome and what it rests on. */
export function GateForm({ action, at, groups, cases, documents, decidedBy, today, conditionRows, basisRows }: Props) {
  const t = useTranslations()
  return (
    <ActionForm action={action} labels={labelsOf(t, groups, cases, conditionRows)} className="gate-form grid max-w-3xl gap-10">
      {Object.entries(at).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Checklist groups={groups} />
      {cases.length > 0 && <Cases cases={cases} />}
      <fieldset className="grid gap-6">
        <legend className="mb-4 text-2xl font-semibold">{t('gate.decision')}</legend>
        <Choices
          name="outcome"
          legend={t('gate.outcome')}
          type="radio"
          isRequired
          initial={[]}
          choices={(['approved', 'approved_with_conditions', 'postponed', 'rejected'] as const).map((value) => ({
            value,
            text: t(`choices.gateOutcome.${value}`),
            hint: t(`gate.outcomeHint.${value}`),
          }))}
        />
        <Conditions rows={conditionRows} />
        <TextArea name="rationale" label={t('gate.rationale')} isRequired rows={4} />
        <div className="grid gap-6 sm:grid-cols-2">
          <TextField name="decidedBy" label={t('gate.decidedBy')} hint={t('gate.decidedByHint')} initial={decidedBy} isRequired />
          <TextField
            name="decidedOn"
            type="date"
            label={t('gate.decidedOn')}
            hint={t('gate.decidedOnHint')}
            initial={today}
            isRequired
          />
        </div>
      </fieldset>
      <Basis documents={documents} rows={basisRows} />
      <div className="grid gap-3">
        <p className="muted">{t('gate.finalNotice')}</p>
        <div>
          <button type="submit" className="ds-button">
            {t('gate.submit')}
          </button>
        </div>
      </div>
    </ActionForm>
  )
}

type Texts = ReturnType<typeof useTranslations>

function labelsOf(t: Texts, groups: Props['groups'], cases: Props['cases'], conditionRows: number): Record<string, string> {
  const labels: Record<string, string> = {}
  groups
    .flatMap(({ items }) => items)
    .forEach((item, index) => {
      labels[`items.${index}.status`] = item.text
      labels[`items.${index}.reason`] = item.text
    })
  cases.forEach((found, index) => {
    labels[`cases.${index}.reason`] = found.title
  })
  labels.skippedBecause = t('gate.skip')
  labels.outcome = t('gate.outcome')
  for (let index = 0; index < conditionRows; index++) {
    labels[`conditions.${index}.text`] = t('gate.condition', { number: index + 1 })
    labels[`conditions.${index}.owner`] = t('gate.conditionOwner')
    labels[`conditions.${index}.dueOn`] = t('gate.conditionDue')
  }
  return { ...labels, rationale: t('gate.rationale'), decidedBy: t('gate.decidedBy'), decidedOn: t('gate.decidedOn') }
}

/** Every open item is answered; what is not done says why. */
function Checklist({ groups }: Pick<Props, 'groups'>) {
  const t = useTranslations()
  const count = groups.reduce((sum, { items }) => sum + items.length, 0)
  let index = 0
  return (
    <fieldset className="grid gap-6">
      <legend className="mb-2 text-2xl font-semibold">{t('gate.checklist')}</legend>
      <p className="muted">{count === 0 ? t('gate.allSettled') : t('gate.openItems', { count })}</p>
      {groups
        .filter(({ items }) => items.length > 0)
        .map(({ name, items }) => (
          <div key={name} className="grid gap-4">
            <p className="text-lg font-semibold">{name}</p>
            {items.map((item) => (
              <Answer key={item.id} item={item} index={index++} />
            ))}
          </div>
        ))}
    </fieldset>
  )
}

function Answer({ item, index }: { item: GateFormItem; index: number }) {
  const t = useTranslations()
  const name = `items.${index}`
  return (
    <div className="check-answer panel grid gap-3">
      <input type="hidden" name={`${name}.id`} value={item.id} />
      <input type="hidden" name={`${name}.version`} value={item.version} />
      <input type="hidden" name={`${name}.isMandatory`} value={item.isMandatory ? 'on' : ''} />
      <Choices
        name={`${name}.status`}
        legend={item.isMandatory ? `${item.text} (${t('gate.mandatory')})` : item.text}
        type="radio"
        initial={[]}
        choices={(['done', 'not_relevant', 'open'] as const).map((value) => ({ value, text: t(`gate.answer.${value}`) }))}
      />
      <div className="check-reason">
        <TextField name={`${name}.reason`} label={t('gate.reason')} hint={t('gate.reasonHint')} />
      </div>
    </div>
  )
}

/** What others already know, before it is decided; an answer to at least one, or a word on why not. */
function Cases({ cases }: Pick<Props, 'cases'>) {
  const t = useTranslations()
  return (
    <fieldset className="grid gap-6">
      <legend className="mb-2 text-2xl font-semibold">{t('gate.cases')}</legend>
      <p className="muted">{t('gate.casesIntro')}</p>
      {cases.map((found, index) => (
        <div key={found.slug} className="panel grid gap-3">
          <input type="hidden" name={`cases.${index}.slug`} value={found.slug} />
          <div>
            <p className="eyebrow">{found.municipality}</p>
            <a
              href={`/erfaringer/${found.slug}`}
              target="_blank"
              rel="noreferrer"
              className="font-semibold underline underline-offset-4"
            >
              {found.title}
              <span className="sr-only"> {t('gate.newTab')}</span>
            </a>
            <p className="line-clamp-3">{found.summary}</p>
          </div>
          <Choices
            name={`cases.${index}.use`}
            legend={t('gate.caseUse')}
            type="radio"
            initial={[]}
            choices={(['uses', 'learns', 'irrelevant'] as const).map((value) => ({ value, text: t(`gate.use.${value}`) }))}
          />
          <TextField name={`cases.${index}.reason`} label={t('gate.caseReason')} />
        </div>
      ))}
      <TextField name="skippedBecause" label={t('gate.skip')} hint={t('gate.skipHint')} />
    </fieldset>
  )
}

function Conditions({ rows }: { rows: number }) {
  const t = useTranslations()
  return (
    <fieldset className="gate-conditions grid gap-4">
      <legend className="mb-2 text-lg font-semibold">{t('gate.conditions')}</legend>
      {Array.from({ length: rows }, (_, index) => index).map((index) => (
        <div key={index} className="grid gap-4 sm:grid-cols-[2fr_1fr_auto]">
          <TextField name={`conditions.${index}.text`} label={t('gate.condition', { number: index + 1 })} />
          <TextField name={`conditions.${index}.owner`} label={t('gate.conditionOwner')} />
          <TextField name={`conditions.${index}.dueOn`} label={t('gate.conditionDue')} type="date" />
        </div>
      ))}
    </fieldset>
  )
}

function Basis({ documents, rows }: { documents: Props['documents']; rows: number }) {
  const t = useTranslations()
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 text-2xl font-semibold">{t('gate.basis')}</legend>
      {documents.length > 0 && (
        <Choices
          name="documents[]"
          legend={t('gate.basisDocuments')}
          initial={[]}
          choices={documents.map(({ id, title, type }) => ({ value: id, text: title, hint: type }))}
        />
      )}
      <p className="muted">{t('gate.basisHint')}</p>
      {Array.from({ length: rows }, (_, index) => index).map((index) => (
        <div key={index} className="grid gap-4 sm:grid-cols-2">
          <TextField name={`basis.${index}.title`} label={t('gate.basisTitle', { number: index + 1 })} />
          <TextField name={`basis.${index}.reference`} label={t('gate.basisReference')} />
        </div>
      ))}
    </fieldset>
  )
}
