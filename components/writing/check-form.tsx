'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, useField } from '@/components/forms/action-form'
import { Checkbox, TextField } from '@/components/forms/field'
import type { Finding } from '@/lib/experiences/check/rules'
import type { UnreadDocument } from '@/lib/experiences/documents/queries'
import type { FormState } from '@/lib/platform/form'
import type { Way } from '@/lib/publishing/rules'
import { KeepAll } from './keep-all'
import { KeepWords } from './keep-words'

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>
  projectId: string
  version: number
  findings: Finding[]
  /** The keys of those that somebody has said may stay. */
  kept: string[]
  /** The documents that nobody has said they have read through. */
  unread: UnreadDocument[]
  /** Whether earlier versions have been published. */
  isRevision: boolean
  editPath: string
  /** Whether it is published at once, sent to somebody who looks at it first, or cannot be sent now. */
  way?: Way
}

/** The last step before others read: everything that may name somebody, one yes each, and then the button. */
export function CheckForm({ action, projectId, version, findings, kept, unread, isRevision, editPath, way = 'publish' }: Props) {
  const t = useTranslations()
  const mustGo = findings.filter((finding) => finding.kind === 'identity')
  const asked = findings.filter(({ kind, key }) => kind !== 'identity' && !kept.includes(key))
  const keptBefore = findings.filter(({ kind, key }) => kind !== 'identity' && kept.includes(key))
  return (
    <ActionForm
      action={action}
      labels={{
        keep: t('reportCheck.findings'),
        read: t('reportCheck.documents'),
        note: t('reportCheck.note'),
        publishing: t('approval.title'),
      }}
      className="grid gap-8"
    >
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
            <KeepAll findings={asked} />
            <ul className="grid gap-3">
              {asked.map((finding) => (
                <FindingView key={finding.key} finding={finding} editPath={editPath} projectId={projectId} mayKeep />
              ))}
            </ul>
          </div>
        )}
        {keptBefore.length > 0 && (
          <details className="grid gap-3">
            <summary>{t('reportCheck.keptBefore', { count: keptBefore.length })}</summary>
            <p className="muted my-2">{t('reportCheck.keptBeforeText')}</p>
            <ul className="grid gap-3">
              {keptBefore.map((finding) => (
                <FindingView key={finding.key} finding={finding} editPath={editPath} projectId={projectId} />
              ))}
            </ul>
          </details>
        )}
      </section>
      {unread.length > 0 && <DocumentsToRead documents={unread} projectId={projectId} />}
      {isRevision && (
        <section aria-labelledby="nytt" className="grid max-w-3xl gap-4">
          <h2 id="nytt" className="text-2xl">
            {t('reportCheck.whatIsNew')}
          </h2>
          <TextField name="note" label={t('reportCheck.note')} hint={t('reportCheck.noteHint')} />
          <KeepWords of="note" name="keepNote" />
          <Checkbox name="holds" label={t('reportCheck.holds')} hint={t('reportCheck.holdsHint')} />
          <Checkbox name="hideEarlier" label={t('reportCheck.hideEarlier')} hint={t('reportCheck.hideEarlierHint')} />
        </section>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {mustGo.length === 0 && way !== 'no' && (
          <button type="submit" className="ds-button">
            {t(way === 'ask' ? 'approval.send' : isRevision ? 'reportForm.publishAgain' : 'reportForm.publish')}
          </button>
        )}
        <a href={`${editPath}/forhandsvisning`} className="ds-button" data-variant="secondary">
          {t('reportForm.preview')}
        </a>
        <a href={editPath} className="ds-button" data-variant="secondary">
          {t('reportCheck.back')}
        </a>
      </div>
    </ActionForm>
  )
}

/** Each document that others will get, with the way to it, and a yes to its having been read through. */
function DocumentsToRead({ documents, projectId }: { documents: UnreadDocument[]; projectId: string }) {
  const t = useTranslations()
  const { value: read } = useField('read[]', [])
  return (
    <section aria-labelledby="read" className="grid gap-4">
      <h2 id="read" tabIndex={-1} className="text-2xl">
        {t('reportCheck.documents')}
      </h2>
      <p>{t('reportCheck.documentsText')}</p>
      <ul className="grid gap-3">
        {documents.map(({ mark, documentId, number, title, fileName, kind, readers }) => (
          <li key={mark} className="panel grid gap-2">
            <p>
              <a href={`/prosjekter/${projectId}/dokumenter/${documentId}/versjon/${number}`} download className="underline">
                {title}
              </a>{' '}
              <span className="text-sm muted">
                {t(`choices.reportDocumentKind.${kind}`)} · {t('reportForm.documentVersion', { number, fileName })} ·{' '}
                {t(`choices.visibility.${readers}`)}
              </span>
            </p>
            <div className="ds-field" key={String(read.includes(mark))}>
              <input
                type="checkbox"
                id={`read-${mark}`}
                name="read[]"
                value={mark}
                defaultChecked={read.includes(mark)}
                className="ds-input"
              />
              <label className="ds-label" htmlFor={`read-${mark}`}>
                {t('reportCheck.documentRead')}
                <span className="sr-only">: {title}</span>
              </label>
            </div>
          </li>
        ))}
      </ul>
    </section>
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
  const { key, kind, section, field, readers, found, before, after } = finding
  const { value: kept } = useField('keep[]', [])
  return (
    <li className="panel grid gap-2">
      <p className="text-sm muted">
        {t(`reportCheck.kind.${kind}`)} · {t(section === 'short' ? 'reportForm.short' : `choices.reportSection.${section}`)} ·{' '}
        {t('reportCheck.readBy', { readers: t(`choices.visibility.${readers}`) })}
      </p>
      <p className="break-words">
        {before && `… ${before}`}
        <mark>{found}</mark>
        {after && `${after} …`}
      </p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {mayKeep && (
          <div className="ds-field" key={String(kept.includes(key))}>
            <input type="checkbox" id={key} name="keep[]" value={key} defaultChecked={kept.includes(key)} className="ds-input" />
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
