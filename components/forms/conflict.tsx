'use client'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { type FormState, filledEvent } from '@/lib/platform/form'

interface Props {
  state: FormState
  labels: Record<string, string>
  /** The words for what can be chosen, by field. */
  words: Record<string, Record<string, string>>
}

const asText = (value: string | string[] | undefined, words: Record<string, string> = {}) =>
  [value ?? '']
    .flat()
    .map((one) => words[one] ?? one.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1'))
    .join(', ')

/** What another saved in the meantime beside what was typed here, field by field; theirs can be taken over with one press. */
export function Conflict({ state, labels, words }: Props) {
  const t = useTranslations()
  const table = useRef<HTMLTableElement>(null)
  const { meanwhile, values } = state
  if (!meanwhile) return null
  const differing = Object.keys(meanwhile.values).filter(
    (name) => asText(meanwhile.values[name]) !== asText(values[name]) && labels[name] !== undefined,
  )
  return (
    <div className="mt-4 grid gap-3">
      {meanwhile.by && meanwhile.at && <p>{t('errors.savedBy', { name: meanwhile.by, at: new Date(meanwhile.at) })}</p>}
      {differing.length === 0 ? (
        <p>{t('errors.sameText')}</p>
      ) : (
        <div className="table-scroll">
          <table ref={table} className="ds-table" data-border="true">
            <caption className="sr-only">{t('errors.bothVersions')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('errors.field')}</th>
                <th scope="col">{t('errors.theirs')}</th>
                <th scope="col">{t('errors.mine')}</th>
                <th scope="col">
                  <span className="sr-only">{t('errors.choose')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {differing.map((name) => (
                <tr key={name}>
                  <th scope="row">{labels[name]}</th>
                  <td className="whitespace-pre-line">{asText(meanwhile.values[name], words[name]) || '–'}</td>
                  <td className="whitespace-pre-line">{asText(values[name], words[name]) || '–'}</td>
                  <td>
                    <button
                      type="button"
                      className="ds-button"
                      data-variant="secondary"
                      data-size="sm"
                      onClick={() => takeOver(table.current?.closest('form') ?? null, name, meanwhile.values)}
                    >
                      {t('errors.useTheirs')}
                      <span className="sr-only">: {labels[name]}</span>
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p>{t('errors.chooseThenSave')}</p>
    </div>
  )
}

/** Puts the value into the field of the form, with what lies behind it where it is a long text, and the hand there too. */
function takeOver(form: HTMLFormElement | null, name: string, values: FormState['values']): void {
  for (const part of [name, `rich.${name}`].filter((one) => one in values)) {
    const wanted = [values[part] ?? ''].flat()
    for (const field of form?.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(part)}"]`) ?? []) {
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = wanted.includes(field.value)
      else if (field.type !== 'hidden') field.value = wanted[0] ?? ''
      if (part === name) field.focus()
    }
  }
  form?.dispatchEvent(new Event(filledEvent))
}
