import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { ButtonForm } from '@/components/forms/button-form'
import { FormerGrants } from '@/components/grants/former-grants'
import { GiveForm } from '@/components/grants/give-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { type GrantView, grantsPage } from '@/lib/grants/queries'
import { lastDayFrom } from '@/lib/grants/rules'
import { requireAdministrator } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { clientMessages, getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { formatDate, formatDateTime, type Locale } from '@/lib/platform/locale'
import { end, give } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('grants.title') }
}

export default async function AdvisorsPage() {
  const who = await requireAdministrator('/admin/radgivere')
  const [t, locale, { advisors, open, former }] = [await getTranslator(), await getLocale(), await grantsPage(who)]
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ given: t('grants.flash.given'), ended: t('grants.flash.ended') }} />
      </Suspense>
      <PageHeader
        title={t('grants.title')}
        lead={t('grants.lead', { municipality: who.municipality.name })}
        crumbs={[{ href: '/admin', text: t('admin.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'grants'])}>
        <Section id="na" title={t('grants.now')}>
          {open.length === 0 && <EmptyState title={t('grants.none')} text={t('grants.noneText')} />}
          <ul className="grid max-w-3xl gap-4">
            {open.map((grant) => (
              <Open key={grant.id} t={t} locale={locale} grant={grant} />
            ))}
          </ul>
          <p className="mt-4">
            <Link href="/admin/logg?q=KommIT" prefetch={false} className="underline underline-offset-4">
              {t('grants.log')}
            </Link>
          </p>
        </Section>
        <Section id="gi" title={t('grants.give')}>
          {advisors.length === 0 ? (
            <p className="muted">{t('grants.noAdvisors')}</p>
          ) : (
            <GiveForm action={give} advisors={advisors} lastDay={lastDayFrom(today())} />
          )}
        </Section>
      </ClientTexts>
      <Section id="for" title={t('grants.former')}>
        <FormerGrants t={t} locale={locale} grants={former} />
      </Section>
    </div>
  )
}

function Open({ t, locale, grant }: { t: Translator; locale: Locale; grant: GrantView }) {
  const { id, advisor, role, reason, from, until, by, lastIn } = grant
  return (
    <li className="panel grid gap-3">
      <h3 className="flex flex-wrap items-center gap-3 text-lg">
        {advisor} <Tag colour="primary">{t(`grants.roles.${role}`)}</Tag>
      </h3>
      <p>{reason}</p>
      <p className="text-sm muted">
        {t('grants.period', { from: formatDate(from, locale), until: formatDate(until, locale) })} ·{' '}
        {t('grants.givenBy', { name: by })} ·{' '}
        {lastIn ? t('grants.lastIn', { at: formatDateTime(lastIn, locale) }) : t('grants.notIn')}
      </p>
      <ButtonForm
        action={end}
        hidden={{ grantId: id }}
        text={t('grants.end')}
        of={advisor}
        asks={t('grants.endAsks', { name: advisor })}
      />
    </li>
  )
}
