'use client'
import { useTranslations } from 'use-intl'
import { useField } from '@/components/forms/action-form'
import type { PartKind } from '@/generated/prisma/enums'

export interface ChoosablePart {
  kind: PartKind
  items: { mark: string; name: string }[]
}

interface Props {
  legend: string
  hint: string
  parts: ChoosablePart[]
  /** The parts that are ticked from the start; none where all are. */
  chosen?: PartKind[]
}

/** Every item of every part, ready to be left out. A part that is not ticked stays behind with all it holds. */
export function ItemChoices({ legend, hint, parts, chosen = [] }: Props) {
  const t = useTranslations()
  const kinds = useField(
    'parts[]',
    parts.map(({ kind }) => kind).filter((kind) => chosen.length === 0 || chosen.includes(kind)),
  )
  const items = useField(
    'items[]',
    parts.flatMap((part) => part.items.map((item) => item.mark)),
  )
  const chosenItems = new Set(items.value)
  return (
    <fieldset className="ds-fieldset" id="parts[]" tabIndex={-1} aria-describedby="parts-hint" aria-invalid={!!kinds.error}>
      <legend className="ds-label">{legend}</legend>
      <p id="parts-hint" className="text-sm muted">
        {hint}
      </p>
      {kinds.error && (
        <p className="ds-validation-message" data-color="danger">
          {t(kinds.error)}
        </p>
      )}
      <div className="grid gap-3">
        {parts.map((part) => {
          const name = t(`choices.partKind.${part.kind}`)
          return (
            <div key={part.kind} className="panel grid gap-2">
              <div className="ds-field">
                <input
                  key={String(kinds.value.includes(part.kind))}
                  type="checkbox"
                  id={`part-${part.kind}`}
                  name="parts[]"
                  value={part.kind}
                  defaultChecked={kinds.value.includes(part.kind)}
                  className="ds-input"
                />
                <label className="ds-label" htmlFor={`part-${part.kind}`}>
                  {name} ({t('experience.itemCount', { count: part.items.length })})
                </label>
              </div>
              <details>
                <summary className="text-sm">
                  {t('copyPage.chooseItems')} <span className="sr-only">{name}</span>
                </summary>
                <ul className="mt-2 grid gap-2 pl-2">
                  {part.items.map((item) => (
                    <li key={item.mark} className="ds-field">
                      <input
                        key={String(chosenItems.has(item.mark))}
                        type="checkbox"
                        id={`item-${item.mark}`}
                        name="items[]"
                        value={item.mark}
                        defaultChecked={chosenItems.has(item.mark)}
                        className="ds-input"
                      />
                      <label className="ds-label" htmlFor={`item-${item.mark}`}>
                        {item.name}
                      </label>
                    </li>
                  ))}
                </ul>
              </details>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
