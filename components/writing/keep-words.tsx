'use client'
import { useTranslations } from 'use-intl'
import { useField } from '@/components/forms/action-form'

/** A yes to the very words of a field that were asked about: others are asked about anew. */
export function KeepWords({ of, name }: { of: string; name: string }) {
  const t = useTranslations('reportCheck')
  const { value: words, error } = useField(of)
  if (error !== 'errors.noteNames') return null
  return (
    <div className="ds-field" key={String(words)}>
      <input type="checkbox" id={name} name={name} value={String(words)} className="ds-input" />
      <label className="ds-label" htmlFor={name}>
        {t('keepNote')}
      </label>
    </div>
  )
}
