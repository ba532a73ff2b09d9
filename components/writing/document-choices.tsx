'use client'
import { useTranslations } from 'use-intl'
import { useField } from '@/components/forms/action-form'
import { Checkbox, type Choice, Select } from '@/components/forms/field'
import { Licence, ReportDocumentKind } from '@/generated/prisma/enums'
import type { ChoosableDocument } from '@/lib/experiences/documents/queries'
import { type DocumentChoice, kindOfType, usualLicence } from '@/lib/experiences/documents/rules'

interface Props {
  projectId: string
  documents: ChoosableDocument[]
  chosen: DocumentChoice[]
  /** The audiences a document may have, from the same as the parts to the narrowest. */
  audiences: Choice[]
}

/** Which documents follow the report: one tick each, and behind it in which version, as what, under which licence and for whom. */
export function DocumentChoices({ projectId, documents, chosen, audiences }: Props) {
  const t = useTranslations()
  const { error } = useField('documents')
  const gone = chosen.filter(({ documentId }) => documents.every(({ id }) => id !== documentId)).length
  return (
    <fieldset id="documents" tabIndex={-1} className="ds-fieldset" aria-describedby="documents-hint">
      <legend className="ds-label">{t('reportForm.documentsLabel')}</legend>
      <p id="documents-hint" className="text-sm muted">
        {t(documents.length > 0 ? 'reportForm.documentsHint' : 'reportForm.documentsNone')}{' '}
        <a href={`/prosjekter/${projectId}/dokumenter`} className="underline">
          {t('reportForm.documentsPlace')}
        </a>
      </p>
      {gone > 0 && (
        <p className="ds-alert" data-color="warning">
          {t('reportForm.documentsGone', { count: gone })}
        </p>
      )}
      {documents.length > 0 && (
        <ul className="grid gap-3">
          {documents.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              choice={chosen.find(({ documentId }) => documentId === document.id)}
              audiences={audiences}
            />
          ))}
        </ul>
      )}
      {error && (
        <p className="ds-validation-message" data-color="danger">
          {t(error)}
        </p>
      )}
    </fieldset>
  )
}

interface RowProps {
  document: ChoosableDocument
  choice: DocumentChoice | undefined
  audiences: Choice[]
}

function DocumentRow({ document, choice, audiences }: RowProps) {
  const t = useTranslations()
  const { id, title, type, versions, isDeleted } = document
  const name = (field: string) => `documents.${id}.${field}`
  const [latest] = versions
  const versionText = ({ number, fileName }: ChoosableDocument['versions'][number]) =>
    t('reportForm.documentVersion', { number, fileName })
  return (
    <li className="document-choice panel grid gap-3">
      <Checkbox
        name={name('take')}
        label={title}
        hint={isDeleted ? t('reportForm.documentDeleted') : latest && versionText(latest)}
        initial={choice ? 'on' : ''}
      />
      <details>
        <summary className="text-sm">
          {t('reportForm.documentDetails')} <span className="sr-only">{title}</span>
        </summary>
        <div className="grid gap-3 pt-3 sm:grid-cols-2">
          <Select
            name={name('number')}
            label={t('reportForm.documentNumber')}
            initial={String(choice?.number ?? latest?.number ?? 1)}
            choices={versions.map((version) => ({ value: String(version.number), text: versionText(version) }))}
          />
          <Select
            name={name('kind')}
            label={t('reportForm.documentKind')}
            initial={choice?.kind ?? kindOfType(type)}
            choices={Object.values(ReportDocumentKind).map((value) => ({
              value,
              text: t(`choices.reportDocumentKind.${value}`),
            }))}
          />
          <Select
            name={name('licence')}
            label={t('reportForm.documentLicence')}
            initial={choice?.licence ?? usualLicence}
            choices={Object.values(Licence).map((value) => ({ value, text: t(`choices.licence.${value}`) }))}
          />
          <Select
            name={name('audience')}
            label={t('reportForm.documentAudience')}
            initial={choice?.visibility ?? 'same'}
            choices={[{ value: 'same', text: t('reportForm.documentSame') }, ...audiences]}
          />
        </div>
      </details>
    </li>
  )
}
