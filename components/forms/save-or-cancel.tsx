'use client'
import { useTranslations } from 'use-intl'

/** The two ways out of a form; the first is called «Lagre» unless it does something more. */
export function SaveOrCancel({ cancelHref, text }: { cancelHref: string; text?: string }) {
  const t = useTranslations('form')
  return (
    <div className="flex flex-wrap gap-3">
      <button type="submit" className="ds-button">
        {text ?? t('save')}
      </button>
      <a href={cancelHref} className="ds-button" data-variant="tertiary">
        {t('cancel')}
      </a>
    </div>
  )
}
