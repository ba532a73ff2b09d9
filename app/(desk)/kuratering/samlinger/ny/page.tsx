import type { Metadata } from 'next'
import { guideFields } from '@/components/collections/guide-fields'
import { PlainForm } from '@/components/forms/plain-form'
import { PageHeader } from '@/components/ui/page-header'
import { guideThemes } from '@/lib/collections/queries'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { make } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('guides.new') }
}

export default async function NewGuidePage() {
  const who = await requireAdvisor('/kuratering/samlinger/ny')
  const [t, themes] = [await getTranslator(), await guideThemes(who)]
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('guides.new')}
        lead={t('guides.newLead')}
        crumbs={[{ href: '/kuratering/samlinger', text: t('guides.deskTitle') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <PlainForm
        action={make}
        fields={guideFields(t, themes, { title: '', lead: '', themeCode: null })}
        draft={`${who.personId}:samling:ny`}
        cancelHref="/kuratering/samlinger"
      />
    </div>
  )
}
