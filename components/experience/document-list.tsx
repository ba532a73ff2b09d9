import { fileSize } from '@/components/documents/document-texts'
import { Tag } from '@/components/ui/tag'
import type { ReportDocumentView } from '@/lib/experiences/documents/queries'
import type { Translator } from '@/lib/platform/i18n'
import type { Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  documents: ReportDocumentView[]
  /** Where a document is fetched; not given where there is nothing to fetch yet. */
  href?: (id: string) => string
  /** What the titles are written in. */
  lang?: string
}

/** The documents that follow a report: what each is, how large, under which licence, and the way to it. */
export function DocumentList({ t, locale, documents, href, lang }: Props) {
  if (documents.length === 0) return null
  return (
    <div>
      <h3 className="mb-2 text-lg">{t('experience.documents')}</h3>
      <ul className="grid gap-2">
        {documents.map(({ id, title, kind, licence, number, fileName, sizeBytes, visibility }) => (
          <li key={id} className="panel grid gap-1">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              {href ? (
                <a href={href(id)} download lang={lang} className="font-semibold underline underline-offset-4">
                  {title}
                </a>
              ) : (
                <span lang={lang} className="font-semibold">
                  {title}
                </span>
              )}
              <Tag>{t(`choices.reportDocumentKind.${kind}`)}</Tag>
              {visibility && <Tag colour="warning">{t(`choices.visibility.${visibility}`)}</Tag>}
            </p>
            <p className="text-sm muted break-words">
              {t('experience.documentFacts', { fileName, size: fileSize(sizeBytes, locale), number })} ·{' '}
              {t('experience.licenceIs', { licence: t(`choices.licence.${licence}`) })}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
