import Link from 'next/link'
import { fieldLabel, type ItemTexts, phaseName } from '@/components/project/items/item-texts'
import { TableScroll } from '@/components/ui/table-scroll'
import { Tag } from '@/components/ui/tag'
import type { DocumentList, VersionView } from '@/lib/documents/queries'
import { fileSize, versionHref } from './document-texts'
import { VersionLink } from './version-link'

interface Props {
  texts: Pick<ItemTexts, 't' | 'locale' | 'phases'>
  projectId: string
  documents: DocumentList['documents']
  mayUpload: boolean
}

/** The documents of a project, each with its latest version: the title leads to the document, the file name downloads it. */
export function DocumentTable({ texts, projectId, documents, mayUpload }: Props) {
  const { t, locale, phases } = texts
  const phaseOf = (id: string | null) => {
    const phase = phases.find((known) => known.id === id)
    return phase ? phaseName(phase, locale) : '–'
  }
  return (
    <TableScroll label={t('item.document.many')}>
      <table className="ds-table" data-border="true">
        <thead>
          <tr>
            {['title', 'type', 'projectPhaseId'].map((name) => (
              <th key={name} scope="col">
                {fieldLabel(t, 'document', name)}
              </th>
            ))}
            <th scope="col">{t('documents.latest')}</th>
            <th scope="col">{fieldLabel(t, 'document', 'isArchivable')}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <tr key={document.id}>
              <th scope="row" className="min-w-56 font-normal">
                <Link
                  href={`/prosjekter/${projectId}/dokumenter/${document.id}`}
                  prefetch={false}
                  className="line-clamp-3 font-semibold underline underline-offset-4"
                >
                  {document.title}
                </Link>
              </th>
              <td>{t(`choices.documentType.${document.type}`)}</td>
              <td>{phaseOf(document.projectPhaseId)}</td>
              <td className="min-w-56">
                {document.latest ? (
                  <Latest
                    texts={texts}
                    href={versionHref(projectId, document.id, document.latest.number)}
                    latest={document.latest}
                  />
                ) : (
                  <Missing
                    t={t}
                    href={`/prosjekter/${projectId}/dokumenter/${document.id}#ny-versjon`}
                    {...{ document, mayUpload }}
                  />
                )}
              </td>
              <td>{document.isArchivable ? t('common.yes') : t('common.no')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

interface MissingProps {
  t: ItemTexts['t']
  href: string
  document: { title: string }
  mayUpload: boolean
}

/** A document that is expected and has no file yet, with the way to give it one. */
function Missing({ t, href, document, mayUpload }: MissingProps) {
  return (
    <span className="flex flex-wrap items-center gap-3">
      <Tag colour="warning">{t('documents.missing')}</Tag>
      {mayUpload && (
        <Link href={href} prefetch={false} className="underline underline-offset-4">
          {t('documents.uploadMissing')}
          <span className="sr-only">: {document.title}</span>
        </Link>
      )}
    </span>
  )
}

function Latest({
  texts: { t, locale },
  href,
  latest,
}: {
  texts: Pick<ItemTexts, 't' | 'locale'>
  href: string
  latest: VersionView
}) {
  return (
    <>
      <VersionLink t={t} href={href} fileName={latest.fileName} />
      <span className="block text-sm muted">
        {t('documents.versionSize', { number: latest.number, size: fileSize(latest.sizeBytes, locale) })}
      </span>
      <span className="block text-sm muted">{t('history.byAt', { name: latest.by, at: new Date(latest.at) })}</span>
    </>
  )
}
