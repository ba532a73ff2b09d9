import type { Metadata } from 'next'
import Link from 'next/link'
import { PhaseModelTable } from '@/components/phase-models/phase-model-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { phaseModelsPage } from '@/lib/phase-models/queries'
import { requireStaff } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('phaseModels.title') }
}

export default async function PhaseModels() {
  const who = await requireStaff('/maler/fasemodeller')
  const [t, locale, { own, national, mayManage }] = [await getTranslator(), await getLocale(), await phaseModelsPage(who)]
  const add = mayManage && (
    <Link href="/maler/fasemodeller/ny" prefetch={false} className="ds-button">
      {t('phaseModels.new')}
    </Link>
  )
  return (
    <>
      <PageHeader
        title={t('phaseModels.title')}
        lead={t('phaseModels.lead')}
        crumbs={[{ href: '/maler', text: t('templates.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {own.length > 0 && add}
      </PageHeader>
      <Section id="egne" title={t('phaseModels.own')}>
        {own.length === 0 ? (
          <EmptyState
            title={t('phaseModels.emptyTitle')}
            text={mayManage ? t('phaseModels.emptyText') : t('phaseModels.emptyReaderText')}
          >
            {add}
          </EmptyState>
        ) : (
          <PhaseModelTable t={t} locale={locale} caption={t('phaseModels.own')} rows={own} />
        )}
      </Section>
      <Section id="nasjonale" title={t('phaseModels.national')} intro={t('phaseModels.nationalIntro')}>
        <PhaseModelTable t={t} locale={locale} caption={t('phaseModels.national')} rows={national} />
      </Section>
    </>
  )
}
