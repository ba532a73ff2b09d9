import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { DocumentSource } from '@/components/documents/document-source'
import { UploadForm } from '@/components/documents/upload-form'
import { VersionList } from '@/components/documents/version-list'
import { ItemFacts } from '@/components/project/items/item-facts'
import { ItemForm } from '@/components/project/items/item-form'
import { ItemHistory } from '@/components/project/items/item-history'
import { formFields, type ItemTexts } from '@/components/project/items/item-texts'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { documentVersions } from '@/lib/documents/queries'
import { mayUseDesk } from '@/lib/municipalities/policy'
import { actorIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { itemPage } from '@/lib/projects/items/queries'
import { documentOrigin } from '@/lib/sharing/documents/queries'
import { save } from '../../[slag]/actions'
import { headOf } from '../../head'
import { addVersion } from '../actions'
import { fileFieldOf, uploadTexts } from '../upload-texts'

interface Props {
  params: Promise<{ id: string; del: string }>
}

const load = cache(async (projectId: string, id: string) => {
  if (!isUuid(projectId) || !isUuid(id)) notFound()
  const who = await actorIn(projectId)
  const item = await itemPage(who, { projectId, kind: 'document', id })
  const versions = item && (await documentVersions(who, { projectId, documentId: id }))
  if (!versions) notFound()
  const texts: ItemTexts = { t: await getTranslator(), locale: await getLocale(), ...item.choices }
  return { item, versions, texts, title: String(item.values.title) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, del } = await params
  return { title: (await load(id, del)).title }
}

export default async function DocumentPage({ params }: Props) {
  const { id, del } = await params
  const [{ item, versions, texts, title }, head, who] = [await load(id, del), await headOf(id), await actorIn(id)]
  const { t, locale } = texts
  const home = `/prosjekter/${id}/dokumenter`
  const origin = await documentOrigin(who, { projectId: id, documentId: item.id })
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={head.title}
        crumbs={[{ href: home, text: t('item.document.many') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {item.may.change && (
          <Link href={`${home}/${del}/slett`} prefetch={false} className="ds-button" data-variant="tertiary" data-color="danger">
            {t('item.delete')}
          </Link>
        )}
      </PageHeader>
      {origin && <DocumentSource t={t} origin={origin} />}
      <Section id="versjoner" title={t('documents.versions')}>
        <VersionList t={t} locale={locale} projectId={id} documentId={item.id} versions={versions} />
      </Section>
      {item.may.change && (
        <Section
          id="ny-versjon"
          title={t(versions.length > 0 ? 'documents.newVersion' : 'documents.uploadMissing')}
          intro={versions.length > 0 ? t('documents.newVersionIntro') : undefined}
        >
          {/* The key makes the form start over when it has done its work: it leads back to this very page. */}
          <UploadForm
            key={versions[0]?.number ?? 0}
            action={addVersion}
            hidden={{ projectId: id, documentId: item.id }}
            file={fileFieldOf(t)}
            texts={{ ...uploadTexts(t), submit: t(versions.length > 0 ? 'documents.uploadVersion' : 'documents.upload') }}
          />
        </Section>
      )}
      <Section id="opplysninger" title={t('item.details')}>
        {item.may.change && mayUseDesk(who) ? (
          <ItemForm
            action={save}
            fields={formFields(texts, 'document', item.values)}
            at={{ projectId: id, kind: 'document', id: item.id, under: '' }}
            version={item.version}
            personId={who.personId}
            cancelHref={home}
          />
        ) : (
          <ItemFacts texts={texts} kind="document" values={item.values} notice={t('item.readOnly')} />
        )}
      </Section>
      <Section id="historikk" title={t('item.history')}>
        <ItemHistory texts={texts} kind="document" history={item.history} />
      </Section>
    </>
  )
}
