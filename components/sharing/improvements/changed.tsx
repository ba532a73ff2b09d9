import type { PartKind } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { differingFields } from '@/lib/sharing/improvements/rules'
import type { Sides } from '@/lib/sharing/merging/rules'
import type { PartItem } from '@/lib/sharing/parts'
import { fieldName, resultOf } from './item-words'
import { ThreeWay } from './three-way'

interface Props {
  t: Translator
  kind: PartKind
  sides: Sides & { merged: PartItem | null; conflicts: string[] }
  /** Whether both have changed it, so that it will be something else than either. */
  isMerged: boolean
  /** What each side is called. */
  words: Record<'base' | 'theirs' | 'mine', string>
}

/** What the other side has changed in an item, beside what it is here and what it will be; and what stays because it was changed here alone. */
export function Changed({ t, kind, sides, isMerged, words }: Props) {
  const { base, theirs, mine } = sides
  const fields = differingFields(base ?? mine, theirs)
  const ours = isMerged && base ? differingFields(base, mine).filter((field) => !fields.includes(field)) : []
  const versions = [
    ...(base ? [{ heading: words.base, item: base }] : []),
    { heading: words.theirs, item: theirs },
    ...(isMerged || !base ? [{ heading: words.mine, item: mine }] : []),
    ...(isMerged ? [resultOf(t, sides)] : []),
  ]
  return (
    <>
      <ThreeWay t={t} kind={kind} versions={versions} fields={fields} />
      {ours.length > 0 && (
        <p className="text-sm">{t('improvements.staysOurs', { fields: ours.map((field) => fieldName(t, field)).join(', ') })}</p>
      )}
    </>
  )
}
