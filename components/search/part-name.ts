import type { PartKind, ReportDocumentKind } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'

/** What a part that was found is: of the project, or a document that follows the report (`document.` and what it is). */
export function partName(t: Translator, part: string): string {
  const [, document] = part.split('.')
  return document
    ? t('search.document', { kind: t(`choices.reportDocumentKind.${document as ReportDocumentKind}`) })
    : t(`choices.partKind.${part as PartKind}`)
}
