'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, useField } from '@/components/forms/action-form'
import { Select, TextField } from '@/components/forms/field'
import { SaveOrCancel } from '@/components/forms/save-or-cancel'

interface Case {
  id: string
  title: string
}

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  /** Which pack, and the programme the municipality made of it last. */
  hidden: Record<string, string>
  title: string
  startOn: string
  cases: Case[]
  draft: string
}

/** What the programme is called, which cases become projects of what names, and when they start. */
export function TakeForm({ action, hidden, title, startOn, cases, draft }: Props) {
  const t = useTranslations()
  const labels = {
    title: t('packs.fields.programme'),
    startOn: t('packs.fields.start'),
    apart: t('packs.fields.apart'),
    'items[]': t('packs.fields.cases'),
    ...Object.fromEntries(cases.map((one) => [`items[]-${one.id}`, one.title])),
    ...Object.fromEntries(cases.map((one) => [`titles.${one.id}`, one.title])),
  }
  const months = ['0', '1', '2', '3', '6'].map((value) => ({ value, text: t('packs.apart', { months: Number(value) }) }))
  return (
    <ActionForm draft={draft} action={action} labels={labels} className="grid max-w-3xl gap-8">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField name="title" label={labels.title} initial={title} isRequired />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField name="startOn" type="date" label={labels.startOn} initial={startOn} isRequired />
        <Select name="apart" label={labels.apart} hint={t('packs.apartHint')} choices={months} initial="2" />
      </div>
      <Cases cases={cases} legend={labels['items[]']} />
      <SaveOrCancel cancelHref="/startpakker" text={t('packs.takeButton')} />
    </ActionForm>
  )
}

function Cases({ cases, legend }: { cases: Case[]; legend: string }) {
  const t = useTranslations()
  const { value, error } = useField(
    'items[]',
    cases.map(({ id }) => id),
  )
  return (
    <fieldset className="ds-fieldset" id="items[]" tabIndex={-1} aria-describedby={error && 'items-error'} aria-invalid={!!error}>
      <legend className="ds-label">
        {legend} <abbr title={t('common.required')}>★</abbr>
      </legend>
      {error && (
        <p id="items-error" className="ds-validation-message" data-color="danger">
          {t(error)}
        </p>
      )}
      <ul className="grid gap-3">
        {cases.map((one) => (
          <CaseChoice key={`${one.id} ${value.includes(one.id)}`} one={one} isChosen={value.includes(one.id)} />
        ))}
      </ul>
    </fieldset>
  )
}

function CaseChoice({ one, isChosen }: { one: Case; isChosen: boolean }) {
  const t = useTranslations()
  const id = `items[]-${one.id}`
  const { error } = useField(id)
  return (
    <li className="panel grid gap-3">
      <div className="ds-field">
        <input
          type="checkbox"
          id={id}
          name="items[]"
          value={one.id}
          defaultChecked={isChosen}
          className="ds-input"
          aria-describedby={error && `${id}-error`}
          aria-invalid={!!error}
        />
        <label className="ds-label" htmlFor={id}>
          {one.title}
        </label>
        {error && (
          <p id={`${id}-error`} className="ds-validation-message" data-color="danger">
            {t(error)}
          </p>
        )}
      </div>
      <TextField name={`titles.${one.id}`} label={t('packs.fields.projectName')} initial={one.title} />
    </li>
  )
}
