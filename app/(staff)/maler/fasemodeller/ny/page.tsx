import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClientTexts } from '@/components/layout/client-texts'
import { PhaseModelForm } from '@/components/phase-models/phase-model-form'
import { FilterSelect } from '@/components/ui/filter-select'
import { PageHeader } from '@/components/ui/page-header'
import { copyQuery } from '@/lib/phase-models/input'
import { phaseModelPage, phaseModelsPage } from '@/lib/phase-models/queries'
import { requireStaff } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { create } from '../actions'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('phaseModels.new') }
}

const here = '/maler/fasemodeller/ny'
const blank = { code: '', nameNb: '', nameNn: '', nameEn: '', gate: '', hasStages: false, checklist: [] }

export default async function NewPhaseModel({ searchParams }: Props) {
  const { fra } = copyQuery.parse(await searchParams)
  const who = await requireStaff(fra ? `${here}?fra=${fra}` : here)
  const { own, national, mayManage } = await phaseModelsPage(who)
  if (!mayManage) notFound()
  const source = fra && (await phaseModelPage(who, fra))
  if (source === null && fra) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  return (
    <>
      <PageHeader
        title={t('phaseModels.new')}
        lead={t('phaseModels.newLead')}
        crumbs={[
          { href: '/maler', text: t('templates.title') },
          { href: '/maler/fasemodeller', text: t('phaseModels.title') },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <form action={here} className="flex flex-wrap items-end gap-3 pb-8">
        <FilterSelect
          name="fra"
          label={t('phaseModels.startFrom')}
          value={source ? source.id : ''}
          all={t('phaseModels.scratch')}
          choices={[...national, ...own].map(({ id, name }) => ({ value: id, text: t('phaseModels.copyOf', { name }) }))}
        />
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('phaseModels.choose')}
        </button>
      </form>
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'phaseModels'])}>
        <PhaseModelForm
          key={source ? source.id : ''}
          action={create}
          modelId={null}
          version={1}
          name=""
          phases={source ? source.phases : [blank, blank, blank]}
          cancelHref="/maler/fasemodeller"
        />
      </ClientTexts>
    </>
  )
}
