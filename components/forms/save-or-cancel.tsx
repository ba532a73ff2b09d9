'use client'
import { useTranslations } from 'use-intl'

/** The two ways out of a form. */
export function SaveOrCancel({ cancelHref }: { cancelHref: string }) {
  const t = useTranslations('form')
  return (
    <div className="flex flex-wrap gap-3">
      <button type="submit" className="ds-button">
        {t('save')}
      </button>
      <a href={cancelHref} className="ds-button" data-variant="tertiary">
        {t('cancel')}
      </a>
    </div>
  )
}
