import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { PageHeader } from '@/components/ui/page-header'
import { CheckForm } from '@/components/writing/check-form'
import type { Visibility } from '@/generated/prisma/enums'
import { approvalOf } from '@/lib/experiences/approval/queries'
import { type PublicationCheck, publicationCheck } from '@/lib/experiences/check/queries'
import { requireStaff } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { confirm } from './actions'
import { Approval } from './approval'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('reportCheck.title') }
}

export default async function CheckReportPage({ params }: Props) {
  const { id } = await params
  const who = await requireStaff(`/prosjekter/${id}/erfaringsrapport/kontroll`)
  const check = isUuid(id) ? await publicationCheck(who, id) : null
  if (!check) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const approval = await approvalOf(who, { ...check.saved, visibility: check.visibility })
  const editPath = `/prosjekter/${id}/erfaringsrapport`
  return (
    <div className="page">
      <Suspense>
        <FlashNotice
          texts={{
            sent: t('approval.flash.sent'),
            returned: t('approval.flash.returned'),
            taken: t('approval.flash.taken'),
          }}
        />
      </Suspense>
      <PageHeader
        title={t('reportCheck.title')}
        eyebrow={check.title}
        lead={t('reportCheck.lead')}
        crumbs={[
          { href: `/prosjekter/${id}`, text: check.projectTitle },
          { href: editPath, text: t('reportForm.title') },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {check.missing.length > 0 && (
        <p className="ds-alert mb-6" data-color="warning">
          {t('errors.reportUnfinished')} <Link href={editPath}>{t('reportCheck.back')}</Link>
        </p>
      )}
      {check.goneDocuments > 0 && (
        <p className="ds-alert mb-6" data-color="warning">
          {t('errors.documentGone')} <Link href={`${editPath}#documents`}>{t('reportCheck.back')}</Link>
        </p>
      )}
      <div className="grid max-w-4xl gap-10">
        <Audiences t={t} check={check} editPath={editPath} />
        <ClientTexts
          locale={locale}
          messages={clientMessages(locale, ['common', 'errors', 'form', 'reportForm', 'reportCheck', 'choices', 'approval'])}
        >
          <Approval t={t} locale={locale} approval={approval} projectId={id} municipality={check.municipality} />
          <CheckForm
            action={confirm}
            projectId={id}
            version={check.saved.version}
            findings={check.findings}
            kept={check.kept}
            unread={check.unread}
            isRevision={check.versions > 0}
            editPath={editPath}
            way={approval.open?.isCurrent ? 'no' : approval.way}
          />
        </ClientTexts>
        <section aria-labelledby="siden" className="panel-tinted">
          <h2 id="siden" className="mb-2 text-lg">
            {t('reportCheck.laterTitle')}
          </h2>
          <p>{t('reportCheck.laterText')}</p>
        </section>
      </div>
    </div>
  )
}

/** Who will be able to read what, in plain words: one sentence where all sections are alike. */
function Audiences({ t, check, editPath }: { t: Translator; check: PublicationCheck; editPath: string }) {
  const words = (visibility: Visibility) =>
    t(`reportCheck.audience.${visibility}`, { municipality: check.municipality, collaboration: check.collaboration ?? '' })
  const narrower = check.audiences.filter(({ visibility }) => visibility !== check.visibility)
  return (
    <section aria-labelledby="lesere" className="grid gap-3">
      <h2 id="lesere" className="text-2xl">
        {t('reportCheck.readers')}
      </h2>
      <p>
        {t(narrower.length > 0 ? 'reportCheck.mostly' : 'reportCheck.all')} <strong>{words(check.visibility)}</strong>
      </p>
      {narrower.length > 0 && (
        <dl className="grid gap-2">
          {narrower.map(({ kind, visibility }) => (
            <div key={kind} className="panel flex flex-wrap justify-between gap-x-6">
              <dt className="font-semibold">{t(`choices.reportSection.${kind}`)}</dt>
              <dd>{words(visibility)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        <Link href={`${editPath}#visibility`} prefetch={false} className="underline">
          {t('reportCheck.changeReaders')}
        </Link>
      </p>
    </section>
  )
}
