import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { ButtonForm } from '@/components/forms/button-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { CloseForm } from '@/components/operation/close-form'
import { DoorRow } from '@/components/operation/door-row'
import { Figures, storageText } from '@/components/operation/figures'
import { Founders } from '@/components/operation/founders'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { setups } from '@/lib/operation/founders/queries'
import { type PlaceView, placeView } from '@/lib/operation/queries'
import { openSealed } from '@/lib/platform/auth/cookies'
import { requireOperator } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { formatDate, formatDateTime, formatNumber, type Locale } from '@/lib/platform/locale'
import { closePlace, endLink, invite, inviteAgain, joinPlace, reopenPlace } from '../../place-actions'

interface Props {
  params: Promise<{ nummer: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslator())('operation.municipality')} ${(await params).nummer}` }
}

export default async function PlacePage({ params }: Props) {
  const { nummer } = await params
  const who = await requireOperator(`/drift/kommuner/${nummer}`)
  const place = /^\d{4}$/.test(nummer) ? await placeView(who, nummer) : null
  if (!place) notFound()
  const [t, locale, rows] = [await getTranslator(), await getLocale(), await setups(who, place.id)]
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice
          texts={{
            joined: t('operation.joined'),
            closed: t('operation.municipalityClosed'),
            reopened: t('operation.municipalityReopened'),
            ended: t('operation.setupEnded'),
          }}
        />
      </Suspense>
      <PageHeader
        title={place.name}
        lead={`${place.number} · ${place.organisationNumber} · ${place.county}`}
        crumbs={[
          { href: '/drift', text: t('operation.title') },
          { href: '/drift/kommuner', text: t('operation.municipalities') },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        <Tag colour={place.closed ? 'danger' : place.joinedOn ? 'success' : 'neutral'}>
          {t(place.closed ? 'operation.isClosed' : place.joinedOn ? 'operation.takesPart' : 'operation.takesNoPart')}
        </Tag>
      </PageHeader>
      <Facts t={t} locale={locale} place={place} />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'operation'])}>
        <Doors t={t} place={place} />
        {!place.closed && (
          <Founders
            t={t}
            locale={locale}
            number={place.number}
            rows={rows}
            roles={['municipality_admin']}
            link={await openSealed('setup-link')}
            actions={{ invite, again: inviteAgain, end: endLink }}
          />
        )}
        <Section id="deltakelse" title={t('operation.participation')}>
          {!place.joinedOn && !place.closed && (
            <ButtonForm action={joinPlace} hidden={{ number: place.number }} text={t('operation.join')} variant="primary" />
          )}
          {place.joinedOn && <CloseForm action={closePlace} number={place.number} />}
          {place.closed && (
            <>
              <p className="max-w-prose">
                {t('operation.closedSince', { at: formatDateTime(place.closed.at, locale), reason: place.closed.reason })}
              </p>
              <ButtonForm
                action={reopenPlace}
                hidden={{ number: place.number }}
                text={t('operation.reopenMunicipality')}
                variant="primary"
              />
            </>
          )}
        </Section>
      </ClientTexts>
    </div>
  )
}

function Facts({ t, locale, place }: { t: Translator; locale: Locale; place: PlaceView }) {
  const figures: [string, string][] = [
    [t('operation.since'), place.joinedOn ? formatDate(place.joinedOn, locale, 'short') : '–'],
    [t('operation.people'), formatNumber(place.people, locale, 0)],
    [t('operation.files'), formatNumber(place.files, locale, 0)],
    [t('operation.storage'), storageText(place.bytes, locale)],
  ]
  return <Figures figures={figures} className="sm:grid-cols-4" />
}

function Doors({ t, place }: { t: Translator; place: PlaceView }) {
  return (
    <Section id="innlogginger" title={t('operation.doors')}>
      {place.doors.length === 0 && <p className="muted">{t('operation.noDoors')}</p>}
      <ul className="grid max-w-3xl gap-2">
        {place.doors.map(({ id, kind, issuer, status }) => (
          <DoorRow key={id} t={t} id={id} status={status} name={t(`connections.kind.${kind}`)} about={issuer} />
        ))}
      </ul>
    </Section>
  )
}
