import type { DocumentType, Licence, ReportDocumentKind, Visibility } from '@/generated/prisma/enums'
import { isNarrowerOrEqual } from '../rules'

/** A document of the project that follows its report: in which version, as what, under which licence and for whom. */
export interface DocumentChoice {
  documentId: string
  number: number
  kind: ReportDocumentKind
  licence: Licence
  /** Null: all who may read the parts of the report. */
  visibility: Visibility | null
}

/** More than this nobody reads through, neither before publishing nor after. */
export const mostDocuments = 30

export const usualLicence: Licence = 'cc_by_4'

const kinds: Partial<Record<DocumentType, ReportDocumentKind>> = {
  requirements: 'requirements',
  risk_analysis: 'risk_analysis',
  privacy_assessment: 'privacy_assessment',
}

/** What a document of the project is to others, unless the writer says otherwise. */
export const kindOfType = (type: DocumentType): ReportDocumentKind => kinds[type] ?? 'other'

/** What is confirmed to have been read through: a document in one version. */
export const readMark = ({ documentId, number }: Pick<DocumentChoice, 'documentId' | 'number'>) => `${documentId}.${number}`

interface Read {
  choice: DocumentChoice
  /** Who it will be read by, or is today: the narrowest of report, section and document. */
  readers: Visibility
}

/** Those that must be read through before they are published: not what is read today in the same version by as many. */
export function toReadThrough(chosen: readonly Read[], published: readonly Read[]): DocumentChoice[] {
  return chosen
    .filter(({ choice, readers }) => {
      const before = published.find((one) => readMark(one.choice) === readMark(choice))
      return !before || !isNarrowerOrEqual(readers, before.readers)
    })
    .map(({ choice }) => choice)
}

/** The narrowest of some audiences; null is no narrower than the others. */
export function narrowest(report: Visibility, ...others: (Visibility | null | undefined)[]): Visibility {
  return others.reduce<Visibility>((narrow, one) => (one && isNarrowerOrEqual(one, narrow) ? one : narrow), report)
}
