'use client'
import { useTranslations } from 'use-intl'

/** A fault of ours on one page: what happened, the reference to report, and another try. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('errors')
  return (
    <div className="page grid justify-items-start gap-4 py-12">
      <h1 className="text-3xl">{t('faultTitle')}</h1>
      <p className="text-lg">{t('faultText')}</p>
      {error.digest && (
        <p>
          {t('reference')}: <code>{error.digest}</code>
        </p>
      )}
      <button type="button" onClick={reset} className="ds-button">
        {t('tryAgain')}
      </button>
    </div>
  )
}
