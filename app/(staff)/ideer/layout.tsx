import { Suspense } from 'react'
import { FlashNotice } from '@/components/layout/flash-notice'
import { getTranslator } from '@/lib/platform/i18n'

/** Room for the pages of ideas, and for the word that something was saved. */
export default async function IdeasLayout({ children }: { children: React.ReactNode }) {
  const t = await getTranslator()
  return (
    <div className="page">
      <Suspense>
        <FlashNotice texts={{ lagret: t('notice.saved'), registrert: t('ideas.registered') }} />
      </Suspense>
      {children}
    </div>
  )
}
