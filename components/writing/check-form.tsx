'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { Checkbox, TextField } from '@/components/forms/field'
import type { Finding } from '@/lib/experiences/check/rules'
import type { FormState } from '@/lib/platform/form'

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>
  projectId: string
  version: number
  findings: Finding[]
  /** Whether earlier versions have been published. */
  isRevision: boolean
  editPath: string
}

/** The last step before others read: everything that may name somebody, one yes each, and then the button. */
export function CheckForm({ action, projectId, version, findings, isRevision, editPath }: Props) {
  const t = useTranslations()
  const mustGo = findings.filter((finding) => finding.kind === 'identity')
  const asked = findings.filter((finding) => finding.kind !== 'identity')
  return (
    <ActionForm action={action} labels={{ keep: t('reportCheck.findings'), note: t('reportCheck.note') }} className="grid gap-8">
      <input type="hidden" name="projectId" value={projectId} />
      <input type="hidden" name="version" value={version} />
      <section aria-labelledby="keep" className="grid gap-4">
        <h2 id="keep" tabIndex={-1} className="text-2xl">
          {t('reportCheck.findings')}
        </h2>
        {findings.length === 0 && <p>{t('reportCheck.nothingFound')}</p>}
        {mustGo.length > 0 && (
          <div className="grid gap-3">
            <p className="ds-alert" data-color="danger">
              {t('reportCheck.mustGo', { count: mustGo.length })}
            </p>
            <ul className="grid gap-3">
              {mustGo.map((finding) => (
                <FindingView key={finding.key} finding={finding} editPath={editPath} projectId={projectId} />
              ))}
            </ul>
          </div>
        )}
        {asked.length > 0 && (
          <div className="grid gap-3">
            <p>{t('reportCheck.asked', { count: asked.length })}</p>
            <ul className="grid gap-3">
              {asked.map((finding) => (
                <FindingView key={finding.key} finding={finding} editPath={editPath} projectId={projectId} mayKeep />
              ))}
            </ul>
          </div>
        )}
      </section>
      {isRevision && (
        <section aria-labelledby="nytt" className="grid max-w-3xl gap-4">
          <h2 id="nytt" className="text-2xl">
            {t('reportCheck.whatIsNew')}
          </h2>
          <TextField name="note" label={t('reportCheck.note')} hint={t('reportCheck.noteHint')} />
          <Checkbox name="hideEarlier" label={t('reportCheck.hideEarlier')} hint={t('reportCheck.hideEarlierHint')} />
        </section>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {mustGo.length === 0 && (
          <button type="submit" className="ds-button">
            {t(isRevision ? 'reportForm.publishAgain' : 'reportForm.publish')}
          </button>
        )}
        <a href={editPath} className="ds-button" data-variant="secondary">
          {t('reportCheck.back')}
        </a>
      </div>
    </ActionForm>
  )
}

interface FindingProps {
  finding: Finding
  editPath: string
  projectId: string
  mayKeep?: boolean
}

/** What was found, in its sentence, with the way to it. */
function FindingView({ finding, editPath, projectId, mayKeep = false }: FindingProps) {
  const t = useTranslations()
  const { key, kind, section, field, found, before, after } = finding
  return (
    <li className="panel grid gap-2">
      <p className="text-sm muted">
        {t(`reportCheck.kind.${kind}`)} · {t(section === 'short' ? 'reportForm.short' : `choices.reportSection.${section}`)}
      </p>
      <p className="break-words">
        {before && `… ${before}`}
        <mark>{found}</mark>
        {after && `${after} …`}
      </p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {mayKeep && (
          <div className="ds-field">
            <input type="checkbox" id={key} name="keep[]" value={key} className="ds-input" />
            <label className="ds-label" htmlFor={key}>
              {t('reportCheck.keep')}
              <span className="sr-only">: {found}</span>
            </label>
          </div>
        )}
        <a href={field ? `${editPath}#${field}` : `/prosjekter/${projectId}`} className="underline">
          {t(field ? 'reportCheck.toText' : 'reportCheck.toProject')}
          <span className="sr-only">: {found}</span>
        </a>
      </div>
    </li>
  )
}
