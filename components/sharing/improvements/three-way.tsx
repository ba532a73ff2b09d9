import type { PartKind } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { differingFields } from '@/lib/sharing/improvements/rules'
import type { PartItem } from '@/lib/sharing/parts'
import { fieldName, fieldWords } from './item-words'

export interface Version {
  heading: string
  item: PartItem | null
  /** Fields that nobody has chosen yet. */
  open?: readonly string[]
}

interface Props {
  t: Translator
  kind: PartKind
  /** The versions side by side, each with what it is called. */
  versions: Version[]
  /** The fields to show; where it is not said, those that differ. */
  fields?: readonly string[]
}

/** Versions of one item, field by field: beside one another where there is room, else below. */
export function ThreeWay({ t, kind, versions, fields }: Props) {
  const [first, ...rest] = versions
  const differing = rest.flatMap(({ item }) => differingFields(first?.item ?? null, item))
  return (
    <ul className="border-t border-neutral-border-subtle">
      {[...new Set(fields ?? differing)].map((field) => (
        <li key={field} className="border-b border-neutral-border-subtle py-2">
          <p className="text-sm font-semibold">{fieldName(t, field)}</p>
          <dl className="grid grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] gap-x-6 gap-y-2">
            {versions.map(({ heading, item, open }) => (
              <div key={heading}>
                <dt className="text-sm muted">{heading}</dt>
                <dd>{open?.includes(field) ? t('improvements.youChoose') : fieldWords(t, kind, item, field)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

/** All that an item says that only one has. */
export function WholeItem({ t, kind, item }: { t: Translator; kind: PartKind; item: PartItem }) {
  const said = differingFields(null, item)
    .map((field) => ({ field, words: fieldWords(t, kind, item, field) }))
    .filter(({ words }) => words !== '–')
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] gap-x-6 gap-y-2 border-t border-neutral-border-subtle pt-2">
      {said.map(({ field, words }) => (
        <div key={field}>
          <dt className="text-sm muted">{fieldName(t, field)}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
