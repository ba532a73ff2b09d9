import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { TableScroll } from '@/components/ui/table-scroll'
import { actor } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { retentionPeriods } from '@/lib/retention/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('privacy.title') }
}

const kinds = ['who', 'identity', 'sessions', 'work', 'trail', 'letters', 'cookies'] as const

/** What is stored of people, why and for how long; and how to get at one's own. */
export default async function PrivacyPage() {
  const [t, who, periods] = [await getTranslator(), await actor(), await retentionPeriods()]
  return (
    <div className="page pb-10">
      <PageHeader title={t('privacy.title')} lead={t('privacy.lead')} />
      <Section id="lagres" title={t('privacy.stored')}>
        <dl className="grid max-w-3xl gap-4">
          {kinds.map((kind) => (
            <div key={kind} className="panel grid gap-1">
              <dt className="font-semibold">{t(`privacy.kind.${kind}`)}</dt>
              <dd>{t(`privacy.why.${kind}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="hvor-lenge" title={t('privacy.periods')}>
        <p className="mb-3 max-w-prose">{t('privacy.periodsLead')}</p>
        <TableScroll label={t('privacy.periods')}>
          <table className="ds-table" data-zebra>
            <thead>
              <tr>
                <th>{t('privacy.what')}</th>
                <th>{t('privacy.howLong')}</th>
              </tr>
            </thead>
            <tbody>
              {periods.map(({ kind, days }) => (
                <tr key={kind}>
                  <td>{t(`privacy.keptFor.${kind}`)}</td>
                  <td>{t('privacy.days', { days })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </Section>
      <Section id="ikke" title={t('privacy.not')}>
        <p className="max-w-prose">{t('privacy.notText')}</p>
      </Section>
      <Section id="dine" title={t('privacy.yours')}>
        <p className="mb-3 max-w-prose">{t('privacy.yoursText')}</p>
        {who.kind === 'visitor' ? (
          <Link href="/logg-inn?neste=/personvern" prefetch={false} className="underline">
            {t('layout.signIn')}
          </Link>
        ) : (
          <p className="flex flex-wrap gap-3">
            <Link href="/personvern/mine" prefetch={false} className="ds-button" data-variant="secondary">
              {t('privacy.see')}
            </Link>
            <a href="/personvern/mine/fil" download className="ds-button" data-variant="tertiary">
              {t('privacy.export')}
            </a>
          </p>
        )}
      </Section>
    </div>
  )
}
