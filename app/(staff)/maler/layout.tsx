import { Suspense } from 'react'
import { FlashNotice } from '@/components/layout/flash-notice'
import { getTranslator } from '@/lib/platform/i18n'

/** Room for the pages of templates, and for the word that something was saved. */
export default async function TemplatesLayout({ children }: { children: React.ReactNode }) {
  const t = await getTranslator()
  return (
    <div className="page">
      <Suspense>
        <FlashNotice texts={{ lagret: t('notice.saved'), laget: t('templates.created'), publisert: t('templates.published') }} />
      </Suspense>
      {children}
    </div>
  )
}
