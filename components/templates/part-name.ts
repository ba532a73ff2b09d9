import type { Translator } from '@/lib/platform/i18n'
import type { TemplateKind } from '@/lib/templates/content'

/** The name of a phase; that of a municipality's own model has no word but its code. */
export function phaseName(t: Translator, code: string): string {
  const key = `choices.phase.${code}` as 'choices.phase.idea'
  return t.has(key) ? t(key) : code
}

/** The kinds as boxes to tick, with a word on how many there are of each where it is known. */
export function partChoices(t: Translator, kinds: readonly TemplateKind[], hint?: (kind: TemplateKind) => string) {
  return kinds.map((kind) => ({
    value: kind,
    text: hint ? `${t(`templates.part.${kind}`)} (${hint(kind)})` : t(`templates.part.${kind}`),
  }))
}
