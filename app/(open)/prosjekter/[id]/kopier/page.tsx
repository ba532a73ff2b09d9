import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ClientTexts } from '@/components/layout/client-texts'
import { CopyForm } from '@/components/sharing/copy-form'
import type { ChoosablePart } from '@/components/sharing/item-choices'
import { phaseName } from '@/components/templates/part-name'
import { PageHeader } from '@/components/ui/page-header'
import { followOffer } from '@/lib/fit/queries'
import { requireStaff } from '@/lib/platform/auth/session'
import { addDays, today } from '@/lib/platform/dates'
import { clientMessages, getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { offeredDocuments } from '@/lib/sharing/documents/queries'
import { type PartItem, type Parts, partKinds } from '@/lib/sharing/parts'
import { copyOffer, copyTargets, earlierCopies } from '@/lib/sharing/queries'
import { itemMark, itemName } from '@/lib/sharing/rules'
import { copy } from './actions'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ til?: string | string[]; deler?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('experience.copy') }
}

export default async function CopyPage({ params, searchParams }: Props) {
  const [{ id }, { til, deler }] = [await params, await searchParams]
  const who = await requireStaff(`/prosjekter/${id}/kopier`)
  const source = isUuid(id) ? await copyOffer(who, id) : null
  if (!source) notFound()
  const [t, locale, targets] = [await getTranslator(), await getLocale(), await copyTargets(who)]
  const earlier = await earlierCopies(who, id)
  const [origin] = source.origins
  const from = origin?.municipality ?? ''
  return (
    <div className="page">
      <PageHeader
        title={t('copyPage.title', { municipality: who.municipality.name })}
        lead={t('copyPage.lead', { source: origin?.title ?? source.title, municipality: from })}
        crumbs={
          origin?.reportSlug
            ? [{ href: `/erfaringer/${origin.reportSlug}`, text: origin.title }]
            : [{ href: `/prosjekter/${id}`, text: source.title }]
        }
        crumbsLabel={t('common.breadcrumbs')}
      />
      {earlier.length > 0 && (
        <div className="ds-alert mb-6 max-w-3xl" data-color="info">
          <p>{t('copyPage.copiedBefore')}</p>
          <ul className="list-disc pl-5">
            {earlier.slice(0, 5).map((project) => (
              <li key={project.id}>
                <Link href={`/prosjekter/${project.id}`}>{project.title}</Link>
                {' · '}
                <Link href={`/prosjekter/${project.id}/sammenlign?med=${id}`} prefetch={false}>
                  {t('difference.fromLineage')}
                  <span className="sr-only">: {project.title}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'copyPage', 'experience', 'choices'])}>
        <CopyForm
          action={copy}
          projectId={id}
          title={source.title}
          startOn={addDays(today(), 30)}
          parts={choosable(t, source.parts)}
          documents={await offeredDocuments(who, id)}
          chosen={partKinds.filter((kind) => [deler].flat().includes(kind))}
          targets={targets.map(({ id: value, title, number }) => ({
            value,
            text: earlier.some((one) => one.id === value)
              ? t('copyPage.intoAgain', { title, number })
              : t('copyPage.intoProject', { title, number }),
          }))}
          target={targets.find((project) => project.id === til)?.id ?? ''}
          followUps={await followOffer(who, source.reportId)}
          municipality={from}
          notice={source.reportId ? t('copyPage.told', { municipality: from }) : t('copyPage.noReport')}
        />
      </ClientTexts>
    </div>
  )
}

/** Everything on offer, item by item. */
function choosable(t: Translator, parts: Parts): ChoosablePart[] {
  return partKinds
    .filter((kind) => parts[kind].length > 0)
    .map((kind) => ({
      kind,
      items: (parts[kind] as PartItem[]).map((item, index) => ({
        mark: itemMark(kind, item, index),
        name: kind === 'phases' ? phaseName(t, itemName(item)) : itemName(item),
      })),
    }))
}
