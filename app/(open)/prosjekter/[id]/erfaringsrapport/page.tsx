import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReportForm } from '@/components/experience/report-form'
import { ButtonForm } from '@/components/forms/button-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { PageHeader } from '@/components/ui/page-header'
import { Visibility } from '@/generated/prisma/enums'
import type { DraftWords } from '@/lib/experiences/draft'
import { type ReportEditor, reportEditor } from '@/lib/experiences/editing/queries'
import { requireStaff } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { clientMessages, getLocale, getTranslator, type Translator, translatorFor } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { formatDate } from '@/lib/platform/locale'
import { submitReport, withdraw } from './actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('reportForm.title') }
}

export default async function WriteReportPage({ params }: Props) {
  const { id } = await params
  const who = await requireStaff(`/prosjekter/${id}/erfaringsrapport`)
  const editor = isUuid(id) ? await reportEditor(who, id, draftWords) : null
  if (!editor) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const { saved } = editor
  const isPublished = saved?.status === 'published'
  return (
    <div className="page">
      <PageHeader
        title={t('reportForm.title')}
        lead={t('reportForm.lead')}
        crumbs={[{ href: `/prosjekter/${id}`, text: editor.projectTitle }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <p className="ds-alert mb-4" data-color={isPublished ? 'success' : 'info'} role="status">
        {t(`reportForm.${saved ? stateWords[saved.status] : 'drafted'}`)}
      </p>
      <p className="mb-8 flex items-center gap-3">
        <meter min={0} max={100} value={editor.completenessPct} aria-label={t('reportForm.title')} className="w-48" />
        {t('reportForm.completeness', { percent: String(editor.completenessPct) })}
      </p>
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'reportForm', 'experience', 'choices'])}>
        <ReportForm
          action={submitReport}
          projectId={id}
          version={saved?.version ?? 0}
          isPublished={isPublished}
          body={editor.body}
          partsComment={editor.partsComment}
          audiences={editor.audiences}
          visibility={saved && saved.status !== 'draft' ? saved.visibility : 'municipalities'}
          audienceChoices={audienceChoices(t, editor)}
          themes={editor.themes.map((code) => ({ value: code, text: t(`choices.theme.${code}` as 'choices.theme.byggesak') }))}
          year={today().slice(0, 4)}
        />
        {isPublished && (
          <div className="mt-8">
            <ButtonForm
              action={withdraw}
              hidden={{ projectId: id }}
              text={t('reportForm.withdraw')}
              hint={t('reportForm.withdrawHint')}
            />
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

/** The draft is written in the municipality's own written norm, whatever language its writer reads the screen in. */
function draftWords(language: 'nb' | 'nn'): DraftWords {
  const t = translatorFor(language)
  const day = (iso: string) => formatDate(iso, language)
  return {
    phaseOnTime: (phase, end) => t('reportForm.phaseOnTime', { phase, date: day(end) }),
    phaseLate: (phase, end, days) => t('reportForm.phaseLate', { phase, date: day(end), days }),
    phaseOngoing: (phase) => t('reportForm.phaseOngoing', { phase }),
    summary: (goal, changes) => t('reportForm.draftSummary', { goal, changes }).trim(),
    handledRisk: (title, actions) => t('reportForm.handledRisk', { title, actions }),
    measuredOn: (date) => t('reportForm.measuredOn', { date: day(date) }),
    sourceIndicator: t('reportForm.sourceIndicator'),
    methods: (list) => t('reportForm.draftMethods', { list }),
  }
}
