import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ClientTexts } from '@/components/layout/client-texts'
import { partChoices } from '@/components/templates/part-name'
import { TakeForm } from '@/components/templates/take-form'
import { TemplateParts } from '@/components/templates/template-parts'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect } from '@/components/ui/filter-select'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireStaff } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import type { Locale } from '@/lib/platform/locale'
import type { TemplateKind } from '@/lib/templates/content'
import { chosenTemplateQuery } from '@/lib/templates/input'
import { type TakeOffer, takeOffer } from '@/lib/templates/queries'
import { take } from './actions'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('templates.take.title') }
}

export default async function TakeFromTemplate({ params, searchParams }: Props) {
  const { id } = await params
  const { mal } = chosenTemplateQuery.parse(await searchParams)
  const here = `/prosjekter/${id}/mal`
  const who = await requireStaff(mal ? `${here}?mal=${mal}` : here)
  const offer = isUuid(id) ? await takeOffer(who, { projectId: id, templateId: mal }) : null
  if (!offer) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  return (
    <div className="page">
      <PageHeader
        title={t('templates.take.title')}
        eyebrow={offer.project.title}
        lead={t('templates.take.lead')}
        crumbs={[{ href: `/prosjekter/${id}`, text: offer.project.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {offer.templates.length === 0 ? (
        <EmptyState title={t('templates.take.noneTitle')}>
          <Link href="/maler" prefetch={false} className="ds-button">
            {t('templates.take.toTemplates')}
          </Link>
        </EmptyState>
      ) : (
        <form action={here} className="flex flex-wrap items-end gap-3 pb-5">
          <FilterSelect
            name="mal"
            label={t('templates.take.choose')}
            value={offer.chosen?.id ?? ''}
            all={t('templates.take.chooseEmpty')}
            choices={offer.templates.map(({ id: value, name }) => ({ value, text: name }))}
          />
          <button type="submit" className="ds-button" data-variant={offer.chosen ? 'secondary' : undefined}>
            {t('templates.take.show')}
          </button>
        </form>
      )}
      {offer.chosen && <Chosen t={t} locale={locale} projectId={id} chosen={offer.chosen} />}
    </div>
  )
}

interface ChosenProps {
  t: Translator
  locale: Locale
  projectId: string
  chosen: NonNullable<TakeOffer['chosen']>
}

/** Everything the template would add, item by item, beside the choice of parts. */
function Chosen({ t, locale, projectId, chosen: { id, number, kinds, lines } }: ChosenProps) {
  const fresh = (kind: TemplateKind) => lines[kind].filter((line) => !line.isThere).length
  const useful = kinds.filter((kind) => fresh(kind) > 0)
  const counts = (kind: TemplateKind) =>
    t('templates.take.counts', { fresh: fresh(kind), there: lines[kind].length - fresh(kind) })
  return (
    <div className="grid gap-10 lg:grid-cols-[1fr_1.2fr]">
      {useful.length === 0 ? (
        <p role="status">{t('templates.take.nothing')}</p>
      ) : (
        <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'templates'])}>
          <TakeForm action={take} projectId={projectId} template={{ id, number }} parts={partChoices(t, useful, counts)} />
        </ClientTexts>
      )}
      <Section id="dette-kommer" title={t('templates.take.preview')} intro={t('templates.take.previewIntro')}>
        <TemplateParts t={t} locale={locale} kinds={kinds} lines={lines} />
      </Section>
    </div>
  )
}
