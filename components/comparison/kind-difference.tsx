import { fieldName, fieldWords, nameOf } from '@/components/sharing/improvements/item-words'
import { Section } from '@/components/ui/section'
import { TableScroll } from '@/components/ui/table-scroll'
import type { Changed, KindDifference as Difference } from '@/lib/comparison/difference/rules'
import type { Translator } from '@/lib/platform/i18n'
import { differingFields } from '@/lib/sharing/improvements/rules'
import type { PartItem } from '@/lib/sharing/parts'

interface Props {
  t: Translator
  difference: Difference
  /** What the two are called. */
  left: string
  right: string
}

/** What differs in one kind of part: what both have and say differently, field by field; then what only one of them has. */
export function KindDifference({ t, difference, left, right }: Props) {
  const { kind, onlyLeft, onlyRight, changed, same } = difference
  return (
    <Section
      id={kind}
      title={t(`choices.partKind.${kind}`)}
      intro={t('difference.counts', {
        ...{ left, right, onlyLeft: onlyLeft.length, onlyRight: onlyRight.length },
        ...{ changed: changed.length, same: same.length },
      })}
    >
      {changed.length > 0 && <ChangedTable {...{ t, difference, left, right }} />}
      {onlyLeft.length + onlyRight.length > 0 && (
        <div className="grid items-start gap-4 md:grid-cols-2">
          <OnlyThere t={t} kind={kind} title={t('difference.onlyIn', { name: left })} items={onlyLeft} />
          <OnlyThere t={t} kind={kind} title={t('difference.onlyIn', { name: right })} items={onlyRight} />
        </div>
      )}
      {same.length > 0 && (
        <details>
          <summary>{t('difference.same', { count: same.length })}</summary>
          <ul className="mt-2 grid list-disc gap-1 pl-5">
            {same.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two items may read the same, and the list never changes order
              <li key={index}>{nameOf(t, kind, item)}</li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

function ChangedTable({ t, difference: { kind, changed }, left, right }: Props) {
  const caption = `${t('difference.changed')}: ${t(`choices.partKind.${kind}`)}`
  return (
    <TableScroll label={caption}>
      <table className="ds-table" data-border="true">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('difference.item')}</th>
            <th scope="col">{t('improvements.what')}</th>
            <th scope="col">{left}</th>
            <th scope="col">{right}</th>
          </tr>
        </thead>
        {changed.map((pair, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two items may read the same, and the list never changes order
          <tbody key={index}>
            {pair.fields.map((field, row) => (
              <tr key={field}>
                {row === 0 && (
                  <th scope="rowgroup" rowSpan={pair.fields.length} className="align-top">
                    {nameOf(t, kind, pair.left)}
                  </th>
                )}
                <FieldCells t={t} kind={kind} pair={pair} field={field} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </TableScroll>
  )
}

function FieldCells({ t, kind, pair, field }: { t: Translator; kind: Difference['kind']; pair: Changed; field: string }) {
  return (
    <>
      <th scope="row" className="align-top font-normal">
        {fieldName(t, field)}
      </th>
      <td className="min-w-40 align-top">{fieldWords(t, kind, pair.left, field)}</td>
      <td className="min-w-40 align-top">{fieldWords(t, kind, pair.right, field)}</td>
    </>
  )
}

function OnlyThere({ t, kind, title, items }: { t: Translator; kind: Difference['kind']; title: string; items: PartItem[] }) {
  if (items.length === 0) return null
  return (
    <div className="panel grid gap-2">
      <h3 className="text-lg">
        {title} ({items.length})
      </h3>
      <ul className="grid gap-1">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two items may read the same, and the list never changes order
          <li key={index}>
            <details>
              <summary>{nameOf(t, kind, item)}</summary>
              <dl className="mb-2 grid gap-x-3 pl-5 text-sm sm:grid-cols-[auto_1fr]">
                {differingFields(null, item).map((field) => (
                  <div key={field} className="contents">
                    <dt className="muted">{fieldName(t, field)}</dt>
                    <dd>{fieldWords(t, kind, item, field)}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </li>
        ))}
      </ul>
    </div>
  )
}
