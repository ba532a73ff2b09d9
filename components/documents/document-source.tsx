import Link from 'next/link'
import type { Translator } from '@/lib/platform/i18n'
import type { DocumentOrigin } from '@/lib/sharing/documents/queries'

/** Where a document was copied from, in which version and under which licence, and that there is a newer one there. */
export function DocumentSource({ t, origin }: { t: Translator; origin: DocumentOrigin }) {
  const { title, municipality, reportSlug, number, licence, newest } = origin
  const named = t('documents.copiedFrom', { title, municipality, number })
  return (
    <div className="mb-4 grid gap-1">
      <p>
        {reportSlug ? (
          <Link href={`/erfaringer/${reportSlug}#parts-tittel`} prefetch={false}>
            {named}
          </Link>
        ) : (
          named
        )}{' '}
        {t('experience.licenceIs', { licence: t(`choices.licence.${licence}`) })}.
      </p>
      {newest && (
        <p className="ds-alert" data-color="info">
          {t('documents.newerAtSource', { number: newest })}
        </p>
      )}
    </div>
  )
}
