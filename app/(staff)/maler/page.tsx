import type { Metadata } from 'next'
import Link from 'next/link'
import { TemplateTable } from '@/components/templates/template-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaff } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { templatesPage } from '@/lib/templates/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('templates.title') }
}

export default async function Templates() {
  const who = await requireStaff('/maler')
  const [t, locale, { rows, mayManage }] = [await getTranslator(), await getLocale(), await templatesPage(who)]
  const add = mayManage && (
    <Link href="/maler/ny" prefetch={false} className="ds-button">
      {t('templates.new')}
    </Link>
  )
  return (
    <>
      <PageHeader
        title={t('templates.titleOf', { municipality: who.municipality.name })}
        lead={t('templates.lead')}
        crumbs={[{ href: '/portefolje', text: t('portfolio.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {rows.length > 0 && add}
        <Link href="/maler/fasemodeller" prefetch={false} className="ds-button" data-variant="secondary">
          {t('phaseModels.title')}
        </Link>
      </PageHeader>
      {rows.length === 0 ? (
        <EmptyState
          title={t('templates.emptyTitle')}
          text={mayManage ? t('templates.emptyText') : t('templates.emptyReaderText')}
        >
          {add}
        </EmptyState>
      ) : (
        <TemplateTable t={t} locale={locale} rows={rows} />
      )}
    </>
  )
}
