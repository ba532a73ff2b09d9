import { TableScroll } from '@/components/ui/table-scroll'
import type { PartKind } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { differingFields } from '@/lib/sharing/improvements/rules'
import type { PartItem } from '@/lib/sharing/parts'
import { fieldWords } from './item-words'

interface Props {
  t: Translator
  kind: PartKind
  caption: string
  /** The versions side by side, each with what it is called. Only what differs between them is shown. */
  columns: { heading: string; item: PartItem | null }[]
}

/** Versions of one item side by side, field by field. */
export function ThreeWay({ t, kind, caption, columns }: Props) {
  const [first, ...rest] = columns
  const fields = new Set(rest.flatMap((column) => differingFields(first?.item ?? null, column.item)))
  return (
    <TableScroll label={caption}>
      <table className="ds-table" data-size="sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('improvements.what')}</th>
            {columns.map(({ heading }) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...fields].map((field) => (
            <tr key={field}>
              <th scope="row">{t(`improvements.field.${field}` as 'improvements.field.title')}</th>
              {columns.map(({ heading, item }) => (
                <td key={heading} className="min-w-40">
                  {fieldWords(t, kind, item, field)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
