import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ButtonForm } from '@/components/forms/button-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { TemplateDocuments } from '@/components/templates/template-documents'
import { TemplateParts } from '@/components/templates/template-parts'
import { StateTag } from '@/components/templates/template-table'
import { VersionList } from '@/components/templates/version-list'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireStaff } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { templateQuery } from '@/lib/templates/input'
import { templatePage } from '@/lib/templates/queries'
import { activate, removeDocument } from '../actions'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Read once, for the page and its title. */
const templateOf = cache(async (id: string, number: number | null) => {
  const who = await requireStaff(`/maler/${id}`)
  const template = isUuid(id) ? await templatePage(who, { id, number }) : null
  if (!template) notFound()
  return template
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { versjon } = templateQuery.parse(await searchParams)
  return { title: (await templateOf((await params).id, versjon)).name }
}

export default async function Template({ params, searchParams }: Props) {
  const { id } = await params
  const { versjon } = templateQuery.parse(await searchParams)
  const template = await templateOf(id, versjon)
  const [t, locale] = [await getTranslator(), await getLocale()]
  const { shown, may, isActive } = template
  return (
    <>
      <PageHeader
        title={template.name}
        eyebrow={<StateTag t={t} isActive={isActive} />}
        lead={template.description}
        crumbs={[{ href: '/maler', text: t('templates.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {may.start && (
          <Link href={`/nytt-prosjekt?mal=${id}`} prefetch={false} className="ds-button">
            {t('templates.start')}
          </Link>
        )}
        {may.manage && (
          <Link href={`/maler/${id}/ny-versjon`} prefetch={false} className="ds-button" data-variant="secondary">
            {t('templates.newVersion')}
          </Link>
        )}
        {may.manage && (
          <Link href={`/maler/${id}/rediger`} prefetch={false} className="ds-button" data-variant="secondary">
            {t('templates.edit')}
          </Link>
        )}
      </PageHeader>
      <div className="grid gap-x-10 lg:grid-cols-[1.4fr_1fr]">
        {shown && (
          <Section
            id="innhold"
            title={t('templates.content', { number: shown.number })}
            intro={t('templates.contentIntro', { model: shown.phaseModel })}
          >
            <TemplateParts t={t} locale={locale} kinds={shown.kinds} lines={shown.lines} phases={shown.phases} />
          </Section>
        )}
        <Section id="versjoner" title={t('templates.versions')} intro={t('templates.versionsIntro')}>
          <VersionList t={t} locale={locale} template={template} />
        </Section>
      </div>
      {shown && (
        <Section id="dokumenter" title={t('templates.documents')} intro={t('templates.documentsIntro')}>
          <ClientTexts locale={locale} messages={clientMessages(locale, ['errors', 'form'])}>
            <TemplateDocuments
              t={t}
              locale={locale}
              templateId={id}
              shown={shown}
              remove={may.manage && shown.number === template.versions[0]?.number ? removeDocument : null}
            />
          </ClientTexts>
          {may.manage && (
            <p className="pt-4">
              <Link href={`/maler/${id}/dokument`} prefetch={false} className="ds-button" data-variant="secondary">
                {t('templates.addDocument')}
              </Link>
            </p>
          )}
        </Section>
      )}
      {may.manage && (
        <ClientTexts locale={locale} messages={clientMessages(locale, ['errors', 'form'])}>
          <ButtonForm
            action={activate}
            hidden={{ templateId: id, active: isActive ? 'off' : 'on' }}
            text={t(isActive ? 'templates.deactivate' : 'templates.activate')}
            hint={t(isActive ? 'templates.deactivateHint' : 'templates.activateHint')}
            variant="secondary"
          />
        </ClientTexts>
      )}
    </>
  )
}
