import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ButtonForm } from '@/components/forms/button-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { PageHeader } from '@/components/ui/page-header'
import { ReportForm } from '@/components/writing/report-form'
import { Visibility } from '@/generated/prisma/enums'
import { choosableDocuments } from '@/lib/experiences/documents/queries'
import { type ReportEditor, reportEditor } from '@/lib/experiences/editing/queries'
import { renewalOf } from '@/lib/experiences/renewal/queries'
import { requireStaff } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { clientMessages, getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { discard, keepReport, submitReport } from './actions'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ lagret?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('reportForm.title') }
}

export default async function WriteReportPage({ params, searchParams }: Props) {
  const [{ id }, { lagret }] = [await params, await searchParams]
  const who = await requireStaff(`/prosjekter/${id}/erfaringsrapport`)
  const editor = isUuid(id) ? await reportEditor(who, id) : null
  if (!editor) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const { saved } = editor
  const isPublished = saved?.status === 'published'
  const renewal = saved ? await renewalOf(who, id) : null
  return (
    <div className="page">
      <PageHeader
        title={t('reportForm.title')}
        lead={t('reportForm.lead')}
        crumbs={[{ href: `/prosjekter/${id}`, text: editor.projectTitle }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <p className="ds-alert mb-6" data-color={isPublished ? 'success' : 'info'} role="status">
        {t(`reportForm.${saved ? (isPublished && saved.isRevised ? 'revised' : stateWords[saved.status]) : 'drafted'}`)}
      </p>
      {renewal && renewal.offers.length > 0 && (
        <p className="ds-alert mb-6" data-color="info">
          {t(renewal.hasBasis ? 'reportRenewal.news' : 'reportRenewal.differs', { count: renewal.offers.length })}{' '}
          <Link href={`/prosjekter/${id}/erfaringsrapport/hent`} prefetch={false}>
            {t('reportRenewal.title')}
          </Link>
        </p>
      )}
      <ClientTexts
        locale={locale}
        messages={clientMessages(locale, ['common', 'errors', 'form', 'reportForm', 'experience', 'choices', 'editor'])}
      >
        <ReportForm
          // A save by the button opens the form anew, with what was saved.
          key={lagret ?? ''}
          action={submitReport}
          keep={keepReport}
          projectId={id}
          draftName={`rapport:${who.personId}:${id}`}
          version={saved?.version ?? 0}
          isPublished={isPublished}
          report={editor.report}
          documents={await choosableDocuments(who, id, editor.report.documents)}
          audienceChoices={audienceChoices(t, editor)}
          themes={editor.themes.map((code) => ({ value: code, text: t(`choices.theme.${code}` as 'choices.theme.byggesak') }))}
          year={today().slice(0, 4)}
        />
        {isPublished && (
          <div className="mt-10 grid gap-4">
            {saved.isRevised && (
              <ButtonForm
                action={discard}
                hidden={{ projectId: id }}
                text={t('reportForm.discard')}
                asks={t('reportForm.discardHint')}
              />
            )}
            <p>
              <Link
                href={`/prosjekter/${id}/erfaringsrapport/ta-tilbake`}
                prefetch={false}
                className="ds-button"
                data-variant="secondary"
                data-color="danger"
              >
                {t('withdrawal.title')}
              </Link>
            </p>
          </div>
        )}
      </ClientTexts>
    </div>
  )
}

const stateWords = { draft: 'saved', published: 'published', withdrawn: 'withdrawn' } as const

/** The audiences with who they mean; «samarbeidet» only where there is one. */
function audienceChoices(t: Translator, { municipality, collaboration }: ReportEditor) {
  const hints: Record<Visibility, string> = {
    municipality: t('reportForm.audienceMunicipality', { municipality }),
    collaboration: t('reportForm.audienceCollaboration', { collaboration: collaboration ?? '' }),
    municipalities: t('reportForm.audienceMunicipalities'),
    open: t('reportForm.audienceOpen'),
  }
  return Object.values(Visibility)
    .filter((value) => value !== 'collaboration' || collaboration !== null)
    .map((value) => ({ value, text: t(`choices.visibility.${value}`), hint: hints[value] }))
}
