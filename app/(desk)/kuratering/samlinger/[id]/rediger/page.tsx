import type { Metadata } from 'next'
import { guideFields } from '@/components/collections/guide-fields'
import { PlainForm } from '@/components/forms/plain-form'
import { PageHeader } from '@/components/ui/page-header'
import { guideThemes } from '@/lib/collections/queries'
import { getTranslator } from '@/lib/platform/i18n'
import { change } from '../../actions'
import { guideOf } from '../guide'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('guides.editTitle') }
}

export default async function EditGuideWordsPage({ params }: Props) {
  const { id } = await params
  const [t, { guide, who }] = [await getTranslator(), await guideOf(id)]
  const home = `/kuratering/samlinger/${id}`
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('guides.editTitle')}
        eyebrow={guide.title}
        crumbs={[{ href: home, text: guide.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <PlainForm
        action={change}
        fields={guideFields(t, await guideThemes(who), guide)}
        hidden={{ collectionId: id }}
        version={guide.version}
        draft={`${who.personId}:samling:${id}:rediger`}
        cancelHref={home}
      />
    </div>
  )
}
