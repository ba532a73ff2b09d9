import type { Metadata } from 'next'
import { sectionFields } from '@/components/collections/guide-fields'
import { PlainForm } from '@/components/forms/plain-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { PageHeader } from '@/components/ui/page-header'
import { fromPlain } from '@/lib/experiences/text/rules'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { addPart } from '../../actions'
import { guideOf } from '../guide'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('guides.addSection') }
}

export default async function NewSectionPage({ params }: Props) {
  const { id } = await params
  const [t, locale, { guide, who }] = [await getTranslator(), await getLocale(), await guideOf(id)]
  const home = `/kuratering/samlinger/${id}`
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('guides.addSection')}
        eyebrow={guide.title}
        crumbs={[{ href: home, text: guide.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'editor'])}>
        <PlainForm
          action={addPart}
          fields={sectionFields(t, { title: '', phaseCode: null, advice: fromPlain('') })}
          hidden={{ collectionId: id }}
          version={guide.version}
          draft={`${who.personId}:samling:${id}:ny`}
          cancelHref={home}
        />
      </ClientTexts>
    </div>
  )
}
