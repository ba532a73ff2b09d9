import { TableScroll } from '@/components/ui/table-scroll'
import type { VersionView } from '@/lib/documents/queries'
import type { Translator } from '@/lib/platform/i18n'
import type { Locale } from '@/lib/platform/locale'
import { fileSize, versionHref } from './document-texts'
import { VersionLink } from './version-link'

interface Props {
  t: Translator
  locale: Locale
  projectId: string
  documentId: string
  versions: VersionView[]
}

/** The versions of a document, the newest first: what changed, who uploaded it, and the file itself. */
export function VersionList({ t, locale, projectId, documentId, versions }: Props) {
  if (versions.length === 0) return <p className="muted">{t('documents.noVersions')}</p>
  return (
    <TableScroll label={t('documents.versions')}>
      <table className="ds-table" data-border="true">
        <thead>
          <tr>
            <th scope="col">{t('documents.version')}</th>
            <th scope="col">{t('documents.file')}</th>
            <th scope="col" className="figures">
              {t('documents.size')}
            </th>
            <th scope="col">{t('documents.uploaded')}</th>
            <th scope="col">{t('documents.comment')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ number, fileName, sizeBytes, comment, by, at }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td className="min-w-48">
                <VersionLink t={t} href={versionHref(projectId, documentId, number)} fileName={fileName} />
              </td>
              <td className="figures">{fileSize(sizeBytes, locale)}</td>
              <td>{t('history.byAt', { name: by, at: new Date(at) })}</td>
              <td className="whitespace-pre-line">{comment || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
