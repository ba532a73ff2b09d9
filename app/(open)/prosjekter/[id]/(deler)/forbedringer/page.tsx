import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ClientTexts } from '@/components/layout/client-texts'
import { OfferForm, SentOffers } from '@/components/sharing/improvements/offers'
import { ReceivedOffer } from '@/components/sharing/improvements/received-offer'
import { Suggestions } from '@/components/sharing/improvements/suggestions'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { improvementsPage } from '@/lib/sharing/improvements/queries'
import { headOf } from '../head'
import { answer, offer, respond } from './actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('improvements.title') }
}

export default async function ImprovementsPage({ params }: Props) {
  const { id } = await params
  const who = await requireStaffIn(id, `/prosjekter/${id}/forbedringer`)
  const head = await headOf(id)
  const page = await improvementsPage(who, id)
  if (!page) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const { held, sent, received, may } = page
  const suggesting = held.filter((part) => part.suggestions.length > 0)
  const local = held.filter((part) => part.local.length > 0)
  const withdrawn = held.filter((part) => !part.isOffered)
  return (
    <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'improvements'])}>
      <PageHeader title={t('improvements.title')} eyebrow={head.title} lead={t('improvements.lead')} />
      {received.length > 0 && (
        <Section id="mottatt" title={t('improvements.received')} intro={t('improvements.receivedIntro')}>
          <ul className="grid gap-4">
            {received.map((one) => (
              <ReceivedOffer
                key={one.id}
                t={t}
                locale={locale}
                projectId={id}
                offer={one}
                action={respond}
                mayChange={may.change}
              />
            ))}
          </ul>
          {received.some((one) => one.state === 'taken') && (
            <p>
              <Link href={`/prosjekter/${id}/erfaringsrapport`}>{t('improvements.publishNext')}</Link>
            </p>
          )}
        </Section>
      )}
      <Section id="forslag" title={t('improvements.suggestions')}>
        {suggesting.length === 0 && <EmptyState title={t('improvements.none')} text={t('improvements.noneText')} />}
        {suggesting.map((part) => (
          <Suggestions key={part.copiedPartId} t={t} projectId={id} part={part} action={answer} mayChange={may.change} />
        ))}
      </Section>
      {withdrawn.length > 0 && (
        <Section id="deles-ikke" title={t('improvements.withdrawn')} intro={t('improvements.withdrawnIntro')}>
          <ul className="grid list-disc gap-1 pl-5">
            {withdrawn.map(({ copiedPartId, kind, source }) => (
              <li key={copiedPartId}>
                {t('improvements.withdrawnPart', {
                  kind: t(`choices.partKind.${kind}`),
                  title: source.title,
                  municipality: source.municipality,
                })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {may.change && local.length > 0 && (
        <Section id="send-tilbake" title={t('improvements.local')} intro={t('improvements.localIntro')}>
          {local.map((part) => (
            <OfferForm key={part.copiedPartId} t={t} projectId={id} part={part} action={offer} />
          ))}
        </Section>
      )}
      {sent.length > 0 && (
        <Section id="sendt" title={t('improvements.sent')}>
          <SentOffers t={t} locale={locale} offers={sent} />
        </Section>
      )}
    </ClientTexts>
  )
}
