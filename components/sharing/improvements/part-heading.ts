import type { Translator } from '@/lib/platform/i18n'
import type { HeldPart } from '@/lib/sharing/held/queries'

/** Which part of whose, in which version. */
export function partHeading(t: Translator, { kind, source, version }: HeldPart): string {
  const named = { kind: t(`choices.partKind.${kind}`), title: source.title, municipality: source.municipality }
  return version === null ? t('improvements.fromPlan', named) : t('improvements.from', { ...named, version })
}
