import { Facts } from '@/components/ui/facts'
import type { ItemValues } from '@/lib/projects/items/fields'
import { type ItemKind, items } from '@/lib/projects/items/kinds'
import { fieldLabel, type ItemTexts, shown } from './item-texts'

interface Props {
  texts: ItemTexts
  kind: ItemKind
  values: ItemValues
  notice?: string
}

/** An item for those who only read. */
export function ItemFacts({ texts, kind, values, notice }: Props) {
  const facts = items[kind].fields.map((field) => ({
    term: fieldLabel(texts.t, kind, field.name),
    value: shown(texts, field, values[field.name]),
  }))
  return (
    <div className="grid gap-4">
      {notice && <p className="muted">{notice}</p>}
      <Facts facts={facts} />
    </div>
  )
}
