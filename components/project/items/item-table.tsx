import Link from 'next/link'
import { TableScroll } from '@/components/ui/table-scroll'
import type { ItemValues } from '@/lib/projects/items/fields'
import { type ItemKind, items } from '@/lib/projects/items/kinds'
import { fieldLabel, type ItemTexts, itemTitle, shown } from './item-texts'

interface Props {
  texts: ItemTexts
  kind: ItemKind
  rows: { id: string; values: ItemValues }[]
  projectId: string
}

const isFigure = (type: string) => ['nok', 'hours', 'number', 'percent', 'year'].includes(type)

/** Items of one kind as a table: the title leads to the item. */
export function ItemTable({ texts, kind, rows, projectId }: Props) {
  const { t } = texts
  const { fields, title, columns = [], slug } = items[kind]
  const shownFields = columns.flatMap((name) => fields.find((field) => field.name === name) ?? [])
  if (rows.length === 0) return <p className="muted">{t('common.none')}</p>
  return (
    <TableScroll label={t(`item.${kind}.many`)}>
      <table className="ds-table" data-border="true">
        <thead>
          <tr>
            <th scope="col">{fieldLabel(t, kind, title)}</th>
            {shownFields.map(({ name, type }) => (
              <th key={name} scope="col" className={isFigure(type) ? 'figures' : ''}>
                {fieldLabel(t, kind, name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} id={`del-${row.id}`}>
              <th scope="row" className="min-w-56 font-normal">
                <Link
                  href={`/prosjekter/${projectId}/${slug}/${row.id}`}
                  prefetch={false}
                  className="line-clamp-3 font-semibold underline underline-offset-4"
                >
                  {itemTitle(texts, kind, row.values)}
                </Link>
              </th>
              {shownFields.map((field) => (
                <td key={field.name} className={isFigure(field.type) ? 'figures' : ''}>
                  <span className="line-clamp-3">{shown(texts, field, row.values[field.name]) || '–'}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
