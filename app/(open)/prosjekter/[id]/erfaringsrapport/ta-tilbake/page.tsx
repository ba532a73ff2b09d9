import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ClientTexts } from '@/components/layout/client-texts'
import { PageHeader } from '@/components/ui/page-header'
import { WithdrawForm } from '@/components/writing/withdraw-form'
import { withdrawalOf } from '@/lib/experiences/withdrawal/queries'
import { requireStaff } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { withdraw } from './actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('withdrawal.title') }
}

export default async function WithdrawReportPage({ params }: Props) {
  const { id } = await params
  const editPath = `/prosjekter/${id}/erfaringsrapport`
  const who = await requireStaff(`${editPath}/ta-tilbake`)
  if (!isUuid(id)) notFound()
  const report = await withdrawalOf(who, id)
  // What is taken back already, or was never published, is written on.
  if (!report) redirect(editPath)
  const [t, locale] = [await getTranslator(), await getLocale()]
  const reportPath = `/erfaringer/${report.slug}`
  const follows = [
    t('withdrawal.readers', { count: report.versions }),
    t('withdrawal.links'),
    t('withdrawal.followers'),
    t('withdrawal.copies'),
    t('withdrawal.reuse', { count: report.reuses }),
    t('withdrawal.again'),
  ]
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('withdrawal.title')}
        eyebrow={report.title}
        crumbs={[{ href: reportPath, text: report.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <section aria-labelledby="folger" className="panel-tinted mb-8 grid max-w-3xl gap-2">
        <h2 id="folger" className="text-lg">
          {t('withdrawal.follows')}
        </h2>
        <ul className="grid list-disc gap-1 pl-5">
          {follows.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'withdrawal', 'reportCheck'])}>
        <WithdrawForm action={withdraw} projectId={id} cancelHref={reportPath} />
      </ClientTexts>
    </div>
  )
}
