'use client'
import { useTranslations } from 'use-intl'
import { Fault } from '@/components/ui/fault'

/** A fault of ours on one page: what happened, the reference to report, and another try. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('errors')
  return (
    <Fault title={t('faultTitle')} text={t('faultText')}>
      <title>{`${t('faultTitle')} – Delt`}</title>
      {error.digest && (
        <p>
          {t('reference')}: <code className="font-semibold">{error.digest}</code>
        </p>
      )}
      <p className="flex flex-wrap gap-3">
        <button type="button" onClick={reset} className="ds-button">
          {t('tryAgain')}
        </button>
        {/* A plain link: a fresh start is what is wanted after a fault. */}
        <a href="/" className="ds-button" data-variant="secondary">
          {t('home')}
        </a>
      </p>
    </Fault>
  )
}
