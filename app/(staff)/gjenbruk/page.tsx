import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { confirm, decline } from '@/app/(open)/erfaringer/[slug]/gjenbruk/actions'
import { ButtonForm } from '@/components/forms/button-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { requireStaff } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { ownReuse } from '@/lib/sharing/reuse/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('reuse.title') }
}

export default async function OwnReusePage() {
  const who = await requireStaff('/gjenbruk')
  const [t, locale, { reuses, asked, copied }] = [await getTranslator(), await getLocale(), await ownReuse(who)]
  return (
    <div className="page">
      <Suspense>
        <FlashNotice texts={{ lagret: t('notice.saved') }} />
      </Suspense>
      <PageHeader title={t('reuse.overview', { municipality: who.municipality.name })} lead={t('reuse.overviewLead')} />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors'])}>
        {asked.length > 0 && (
          <Section id="sporsmal" title={t('reuse.asked')} intro={t('reuse.askedIntro')}>
            <ul className="grid gap-3">
              {asked.map(({ id, note, report }) => (
                <li key={id} className="panel grid gap-2">
                  <p>{t('reuse.askedBy', { municipality: report.municipality })}</p>
                  <p>
                    <Link href={`/erfaringer/${report.slug}`}>{report.title}</Link>
                  </p>
                  {note && <blockquote className="border-l-4 border-sky-border-default pl-4">{note}</blockquote>}
                  <div className="flex flex-wrap gap-3">
                    <Link href={`/erfaringer/${report.slug}/gjenbruk`} prefetch={false} className="ds-button">
                      {t('reuse.askedYes')}
                      <span className="sr-only">: {report.title}</span>
                    </Link>
                    <ButtonForm
                      action={decline}
                      hidden={{ proposalId: id }}
                      text={t('reuse.askedNo')}
                      of={report.title}
                      variant="secondary"
                    />
                  </div>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {copied.length > 0 && (
          <Section id="kopiert" title={t('reuse.copied')} intro={t('reuse.copiedIntro')}>
            <ul className="grid gap-3">
              {copied.map((report) => (
                <li key={report.slug} className="panel grid gap-2">
                  <p>
                    <Link href={`/erfaringer/${report.slug}`}>{report.title}</Link> ({report.municipality})
                  </p>
                  <p>
                    <Link href={`/erfaringer/${report.slug}/gjenbruk`} prefetch={false} className="ds-button">
                      {t('reuse.copiedSay')}
                      <span className="sr-only">: {report.title}</span>
                    </Link>
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section id="gjenbruk" title={t('reuse.list')}>
          {reuses.length === 0 && (
            <EmptyState title={t('reuse.none')} text={t('reuse.noneText')}>
              <Link href="/erfaringer" className="ds-button">
                {t('portfolio.findExperience')}
              </Link>
            </EmptyState>
          )}
          <ul className="grid gap-3">
            {reuses.map((reuse) => (
              <li key={reuse.id} className="panel grid gap-2">
                <p className="flex flex-wrap items-center gap-3">
                  {reuse.report ? (
                    <Link href={`/erfaringer/${reuse.report.slug}`} className="font-semibold underline underline-offset-4">
                      {reuse.report.title}
                    </Link>
                  ) : (
                    <span className="muted">{t('reuse.gone')}</span>
                  )}
                  <Tag colour="primary">{t(`choices.reuseState.${reuse.state}`)}</Tag>
                  {reuse.report && <span className="muted">{reuse.report.municipality}</span>}
                </p>
                {reuse.reason && <p>{reuse.reason}</p>}
                <p className="text-sm muted">
                  {t('experience.reuseSince', { date: formatDate(reuse.sinceOn, locale) })}
                  {' · '}
                  {reuse.confirmedOn
                    ? t(reuse.isStanding ? 'reuse.confirmedOn' : 'experience.reuseLapsed', {
                        date: formatDate(reuse.confirmedOn, locale),
                      })
                    : t('reuse.unconfirmed')}
                </p>
                {reuse.report && (
                  <div className="flex flex-wrap gap-3">
                    <ButtonForm
                      action={confirm}
                      hidden={{ reuseId: reuse.id }}
                      text={t('reuse.still')}
                      of={reuse.report.title}
                      variant="secondary"
                    />
                    <Link
                      href={`/erfaringer/${reuse.report.slug}/gjenbruk`}
                      prefetch={false}
                      className="ds-button"
                      data-variant="tertiary"
                    >
                      {t('reuse.change')}
                      <span className="sr-only">: {reuse.report.title}</span>
                    </Link>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Section>
      </ClientTexts>
    </div>
  )
}
