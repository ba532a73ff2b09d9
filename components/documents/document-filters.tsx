import { fieldLabel, type ItemTexts, phaseName } from '@/components/project/items/item-texts'
import { FilterSelect } from '@/components/ui/filter-select'
import { DocumentType } from '@/generated/prisma/enums'
import type { DocumentListQuery } from '@/lib/documents/input'

interface Props {
  texts: Pick<ItemTexts, 't' | 'locale' | 'phases'>
  href: string
  query: DocumentListQuery
}

/** Narrows the list of documents by type and phase; the address says how. */
export function DocumentFilters({ texts: { t, locale, phases }, href, query }: Props) {
  const all = t('common.allValues')
  return (
    <form action={href} className="flex flex-wrap items-end gap-3 pb-5 no-print">
      <FilterSelect
        name="type"
        label={fieldLabel(t, 'document', 'type')}
        value={query.type}
        all={all}
        choices={Object.values(DocumentType).map((value) => ({ value, text: t(`choices.documentType.${value}`) }))}
      />
      <FilterSelect
        name="fase"
        label={fieldLabel(t, 'document', 'projectPhaseId')}
        value={query.fase}
        all={all}
        choices={phases.map((phase) => ({ value: phase.id, text: phaseName(phase, locale) }))}
      />
      <button type="submit" className="ds-button" data-variant="secondary">
        {t('common.filter')}
      </button>
    </form>
  )
}
