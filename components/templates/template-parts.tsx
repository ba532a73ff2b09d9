import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import { inLocale, type Locale } from '@/lib/platform/locale'
import type { TemplateKind } from '@/lib/templates/content'
import type { Line } from '@/lib/templates/rules'
import { phaseName } from './part-name'

type ShownLine = Line & { isThere?: boolean }

interface Props {
  t: Translator
  locale: Locale
  kinds: readonly TemplateKind[]
  lines: Record<TemplateKind, ShownLine[]>
  /** What the phases are called in the model; else they are called what the national ones are. */
  phases?: { code: string; names: Record<Locale, string> }[]
}

/** What a template holds, part by part: each opens on its items, with the days they fall on. */
export function TemplateParts({ t, locale, kinds, lines, phases = [] }: Props) {
  const nameOf = (code: string) => {
    const known = phases.find((phase) => phase.code === code)
    return known ? inLocale(known.names, locale) : phaseName(t, code)
  }
  return (
    <div className="grid gap-2">
      {kinds.map((kind) => (
        <details key={kind} className="panel">
          <summary className="font-semibold">
            {t(`templates.part.${kind}`)} ({t('experience.itemCount', { count: lines[kind].length })})
          </summary>
          <ul className="mt-2 grid list-disc gap-1 pl-5">
            {lines[kind].map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two items may read the same, and the list never changes order
              <li key={index}>
                <Item t={t} text={kind === 'phases' ? nameOf(line.text) : line.text} line={line} nameOf={nameOf} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  )
}

interface ItemProps {
  t: Translator
  text: string
  line: ShownLine
  nameOf: (code: string) => string
}

function Item({ t, text, line, nameOf }: ItemProps) {
  const about = [line.phase === null ? '' : nameOf(line.phase), daysOf(t, line)].filter(Boolean)
  return (
    <>
      {text}
      {about.length > 0 && <span className="muted"> · {about.join(', ')}</span>}
      {line.isThere && (
        <>
          {' '}
          <Tag>{t('templates.isThere')}</Tag>
        </>
      )}
      {line.below.length > 0 && (
        <ul className="list-[circle] pl-5 text-sm">
          {line.below.map((below, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may read the same, and the list never changes order
            <li key={index}>{below}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function daysOf(t: Translator, { fromDay, toDay }: Line): string {
  if (fromDay !== null && toDay !== null) return t('templates.days', { from: fromDay, to: toDay })
  if (fromDay !== null) return t('templates.fromDay', { day: fromDay })
  return toDay === null ? '' : t('templates.day', { day: toDay })
}
