import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ButtonForm } from '@/components/forms/button-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { PhaseList } from '@/components/phase-models/phase-list'
import { ModelTag } from '@/components/phase-models/phase-model-table'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { phaseModelPage } from '@/lib/phase-models/queries'
import { requireStaff } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { activate } from '../actions'

interface Props {
  params: Promise<{ id: string }>
}

/** Read once, for the page and its title. */
const modelOf = cache(async (id: string) => {
  const who = await requireStaff(`/maler/fasemodeller/${id}`)
  const model = isUuid(id) ? await phaseModelPage(who, id) : null
  if (!model) notFound()
  return model
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await modelOf((await params).id)).name }
}

export default async function PhaseModel({ params }: Props) {
  const { id, name, isActive, isOwn, version, phases, usage, may } = await modelOf((await params).id)
  const [t, locale] = [await getTranslator(), await getLocale()]
  return (
    <>
      <PageHeader
        title={name}
        eyebrow={<ModelTag t={t} isActive={isActive} />}
        lead={isOwn ? t('phaseModels.version', { number: version }) : t('phaseModels.isNational')}
        crumbs={[
          { href: '/maler', text: t('templates.title') },
          { href: '/maler/fasemodeller', text: t('phaseModels.title') },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {may.change && (
          <Link href={`/maler/fasemodeller/${id}/rediger`} prefetch={false} className="ds-button">
            {t('phaseModels.edit')}
          </Link>
        )}
        {may.copy && (
          <Link href={`/maler/fasemodeller/ny?fra=${id}`} prefetch={false} className="ds-button" data-variant="secondary">
            {t('phaseModels.copy')}
          </Link>
        )}
      </PageHeader>
      <div className="grid gap-x-10 lg:grid-cols-[1.4fr_1fr]">
        <Section id="faser" title={t('phaseModels.phases')}>
          <PhaseList t={t} locale={locale} phases={phases} />
        </Section>
        {isOwn && (
          <Section id="bruk" title={t('phaseModels.usage')} intro={t('phaseModels.usageIntro')}>
            <p>{t('phaseModels.projectCount', { count: usage.projects })}</p>
            {usage.templates.length === 0 ? (
              <p>{t('phaseModels.noTemplates')}</p>
            ) : (
              <>
                <p className="pt-3">{t('phaseModels.templates')}</p>
                <ul className="list-disc pl-5">
                  {usage.templates.map((template) => (
                    <li key={template.id}>
                      <Link href={`/maler/${template.id}`} prefetch={false} className="underline underline-offset-4">
                        {template.name}
                      </Link>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Section>
        )}
      </div>
      {may.change && (
        <ClientTexts locale={locale} messages={clientMessages(locale, ['errors'])}>
          <ButtonForm
            action={activate}
            hidden={{ modelId: id, active: isActive ? 'off' : 'on' }}
            text={t(isActive ? 'templates.deactivate' : 'templates.activate')}
            hint={t(isActive ? 'phaseModels.deactivateHint' : 'phaseModels.activateHint')}
            variant="secondary"
          />
        </ClientTexts>
      )}
    </>
  )
}
