import type { ItemValue } from '@/lib/projects/items/fields'
import { type ItemKind, items } from '@/lib/projects/items/kinds'
import { fieldLabel, type ItemTexts, shown } from './item-texts'

interface Entry {
  id: string
  at: string
  by: string | null
  action: string
  changes: Record<string, [ItemValue, ItemValue]>
}

/** Who changed what, and when, the latest first. */
export function ItemHistory({ texts, kind, history }: { texts: ItemTexts; kind: ItemKind; history: Entry[] }) {
  const { t } = texts
  if (history.length === 0) return <p className="muted">{t('item.historyEmpty')}</p>
  return (
    <ol className="history">
      {history.map((entry) => (
        <li key={entry.id}>
          <p>
            <strong>{t(`history.action.${entry.action}` as 'history.action.item.create')}</strong>{' '}
            <span className="muted">{t('history.byAt', { name: entry.by ?? t('item.somebody'), at: new Date(entry.at) })}</span>
          </p>
          <ChangeList texts={texts} kind={kind} changes={entry.changes} />
        </li>
      ))}
    </ol>
  )
}

/** The fields that changed, from and to. */
export function ChangeList({ texts, kind, changes }: { texts: ItemTexts; kind: ItemKind; changes: Entry['changes'] }) {
  const { t } = texts
  const fields = items[kind].fields.filter(({ name }) => changes[name])
  if (fields.length === 0) return null
  return (
    <ul className="mt-1 grid gap-1 text-sm">
      {fields.map((field) => {
        const [before, after] = changes[field.name] ?? [null, null]
        return (
          <li key={field.name}>
            <span className="font-semibold">{fieldLabel(t, kind, field.name)}:</span> {t('item.was')}{' '}
            <del className="no-underline muted">{shown(texts, field, before) || t('item.nothing')}</del> {t('item.became')}{' '}
            <ins className="no-underline">{shown(texts, field, after) || t('item.nothing')}</ins>
          </li>
        )
      })}
    </ul>
  )
}
