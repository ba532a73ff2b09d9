import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClientTexts } from '@/components/layout/client-texts'
import { CopyForm } from '@/components/sharing/copy-form'
import { phaseName } from '@/components/templates/part-name'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireStaff } from '@/lib/platform/auth/session'
import { addDays, today } from '@/lib/platform/dates'
import { clientMessages, getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { type Parts, partKinds } from '@/lib/sharing/parts'
import { copyOffer } from '@/lib/sharing/queries'
import { copy } from './actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('experience.copy') }
}

export default async function CopyPage({ params }: Props) {
  const { id } = await params
  const who = await requireStaff(`/prosjekter/${id}/kopier`)
  const source = isUuid(id) ? await copyOffer(who, id) : null
  if (!source) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
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
      <div className="grid gap-10 lg:grid-cols-[1.2fr_1fr]">
        <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'copyPage', 'experience', 'choices'])}>
          <CopyForm
            action={copy}
            projectId={id}
            title={source.title}
            startOn={addDays(today(), 30)}
            parts={source.offered.map(({ kind, itemCount }) => ({ kind, itemCount }))}
            notice={source.reportId ? t('copyPage.told', { municipality: from }) : t('copyPage.noReport')}
          />
        </ClientTexts>
        <Preview t={t} parts={source.parts} />
      </div>
    </div>
  )
}

/** Everything on offer, item by item, before one chooses. */
function Preview({ t, parts }: { t: Translator; parts: Parts }) {
  const lines = {
    phases: parts.phases.map((item) => phaseName(t, item.phase)),
    checklist: parts.checklist.map((item) => item.text),
    uncertainties: parts.uncertainties.map((item) => item.title),
    benefits: parts.benefits.map((item) => item.title),
    milestones: parts.milestones.map((item) => item.title),
    deliverables: parts.deliverables.map((item) => item.title),
  }
  return (
    <Section id="innhold-i-kopien" title={t('copyPage.preview')}>
      <div className="grid gap-2">
        {partKinds
          .filter((kind) => lines[kind].length > 0)
          .map((kind) => (
            <details key={kind} className="panel">
              <summary className="font-semibold">{t(`choices.partKind.${kind}`)}</summary>
              <ul className="mt-2 grid list-disc gap-1 pl-5">
                {lines[kind].map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two items may read the same, and the list never changes order
                  <li key={index}>{line}</li>
                ))}
              </ul>
            </details>
          ))}
      </div>
    </Section>
  )
}
