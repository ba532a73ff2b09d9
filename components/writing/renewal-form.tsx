'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, useField } from '@/components/forms/action-form'
import type { Choice, Offer } from '@/lib/experiences/renewal/rules'
import type { FormState } from '@/lib/platform/form'
import { labelsOf, wordsOf } from './labels'

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>
  projectId: string
  version: number
  seen: string
  offers: Offer[]
  editPath: string
}

/** What is new in the project beside what is written, thing by thing, each to be kept away, taken in or put in its place. */
export function RenewalForm({ action, projectId, version, seen, offers, editPath }: Props) {
  const t = useTranslations()
  return (
    <ActionForm action={action} className="grid max-w-5xl gap-8">
      <input type="hidden" name="projectId" value={projectId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="seen" value={seen} />
      {offers.map((offer, index) => (
        <OfferView key={offer.key} offer={offer} name={`choices.${index}`} />
      ))}
      <div className="flex flex-wrap gap-3">
        <button type="submit" className="ds-button">
          {t('reportRenewal.take')}
        </button>
        <a href={editPath} className="ds-button" data-variant="secondary">
          {t('reportCheck.back')}
        </a>
      </div>
    </ActionForm>
  )
}

function OfferView({ offer, name }: { offer: Offer; name: string }) {
  const t = useTranslations()
  const { key, section, field, mine, theirs, added, preset } = offer
  const words = wordsOf(t, [])[field] ?? {}
  const { value: chosen } = useField(`${name}.choice`, preset)
  const [rows, line] = [key.startsWith(`${field}:`), key.slice(key.indexOf(':') + 1)]
  const label = rows ? lineName(t, field, line) : (labelsOf(t, [])[field] ?? field)
  const choices: Choice[] = added === null ? ['keep', 'replace'] : ['keep', 'add', 'replace']
  return (
    <fieldset className="panel grid gap-4">
      <legend className="px-1 font-semibold">
        {label}{' '}
        <span className="text-sm font-normal muted">
          {t(section === 'short' ? 'reportForm.short' : `choices.reportSection.${section}`)}
        </span>
      </legend>
      <input type="hidden" name={`${name}.key`} value={key} />
      <dl className="grid gap-4 md:grid-cols-2">
        <Side title={t('reportRenewal.mine')} text={words[mine] ?? mine} />
        <Side title={t('reportRenewal.theirs')} text={words[theirs] ?? theirs} />
      </dl>
      {added && added !== theirs && <Side title={t('reportRenewal.added')} text={added} isTinted />}
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {choices.map((choice) => (
          <div key={`${choice} ${chosen}`} className="ds-field">
            <input
              type="radio"
              id={`${name}.${choice}`}
              name={`${name}.choice`}
              value={choice}
              defaultChecked={chosen === choice}
              className="ds-input"
            />
            <label className="ds-label" htmlFor={`${name}.${choice}`}>
              {t(`reportRenewal.choice.${mine === '' && choice === 'replace' ? 'takeIn' : choice}`)}
              <span className="sr-only">: {label}</span>
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

type Words = ReturnType<typeof useTranslations>

/** `purchase 2025` as people say it; an effect is called by its own name. */
function lineName(t: Words, field: Offer['field'], line: string): string {
  if (field !== 'costs') return line
  const [kind = '', year = ''] = line.split(' ')
  return `${t(`choices.costKind.${kind}`)} ${year}`
}

function Side({ title, text, isTinted = false }: { title: string; text: string; isTinted?: boolean }) {
  return (
    <div className={isTinted ? 'panel-tinted' : undefined}>
      <dt className="text-sm muted">{title}</dt>
      <dd className="max-h-72 overflow-y-auto break-words whitespace-pre-line">{text || '–'}</dd>
    </div>
  )
}
