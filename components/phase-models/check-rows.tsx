'use client'
import { useTranslations } from 'use-intl'
import { type CheckDraft, most } from '@/lib/phase-models/rules'
import { useRows } from './keyed-rows'
import { Line, Tick } from './line'
import { RowButton } from './phase-rows'

const blank = (): CheckDraft => ({ textNb: '', textNn: '', isMandatory: false })

interface Props {
  phase: { key: number; from: number | null; index: number }
  initial: CheckDraft[]
}

/** What a phase asks for before its decision, point by point. */
export function CheckRows({ phase, initial }: Props) {
  const t = useTranslations('phaseModels')
  const { rows, add, move, remove, focusOn } = useRows(initial, blank)
  const place = `phase-${phase.key}-check`
  return (
    <fieldset className="ds-fieldset">
      <legend className="ds-label">{t('checklist')}</legend>
      <ol className="grid gap-3">
        {rows.map(({ key, from, item }, index) => {
          const sentAs = (name: string) =>
            phase.from === null || from === null ? null : `phases.${phase.from}.checklist.${from}.${name}`
          const field = (name: 'textNb' | 'textNn') => ({
            id: sentAs(name) ?? `${place}-${key}-${name}`,
            name: `phases.${phase.index}.checklist.${index}.${name}`,
            sentAs: sentAs(name),
            label: t(name),
            initial: item[name],
          })
          const of = `${t('phase', { number: phase.index + 1 })}, ${t('check', { number: index + 1 })}`
          return (
            <li key={key} className="grid gap-2 border-s-2 border-(--ds-color-neutral-border-subtle) ps-3">
              <Line {...field('textNb')} />
              <Line {...field('textNn')} />
              <div className="flex flex-wrap items-center gap-2">
                <Tick
                  id={`${place}-${key}-mandatory`}
                  name={`phases.${phase.index}.checklist.${index}.isMandatory`}
                  label={t('isMandatory')}
                  initial={item.isMandatory}
                />
                <RowButton
                  id={`${place}-${key}-up`}
                  text={t('up')}
                  of={of}
                  isOff={index === 0}
                  onPress={() => {
                    move(index, -1)
                    focusOn(`${place}-${key}-${index === 1 ? 'down' : 'up'}`)
                  }}
                />
                <RowButton
                  id={`${place}-${key}-down`}
                  text={t('down')}
                  of={of}
                  isOff={index === rows.length - 1}
                  onPress={() => {
                    move(index, 1)
                    focusOn(`${place}-${key}-${index === rows.length - 2 ? 'up' : 'down'}`)
                  }}
                />
                <RowButton
                  id={`${place}-${key}-remove`}
                  text={t('removeCheck')}
                  of={of}
                  onPress={() => {
                    remove(key)
                    focusOn(`${place}-add`)
                  }}
                />
              </div>
            </li>
          )
        })}
        <noscript>
          <li className="grid gap-2 border-s-2 border-(--ds-color-neutral-border-subtle) ps-3">
            {(['textNb', 'textNn'] as const).map((name) => (
              <Line
                key={name}
                id={`${place}-more-${name}`}
                name={`phases.${phase.index}.checklist.${rows.length}.${name}`}
                sentAs={null}
                label={t(name)}
                initial=""
              />
            ))}
            <Tick
              id={`${place}-more-mandatory`}
              name={`phases.${phase.index}.checklist.${rows.length}.isMandatory`}
              label={t('isMandatory')}
              initial={false}
            />
          </li>
        </noscript>
      </ol>
      <div>
        <button
          type="button"
          id={`${place}-add`}
          className="ds-button"
          data-variant="tertiary"
          data-size="sm"
          disabled={rows.length >= most.checks}
          onClick={() => focusOn(`${place}-${add()}-textNb`)}
        >
          {t('addCheck')}
          <span className="sr-only">: {t('phase', { number: phase.index + 1 })}</span>
        </button>
      </div>
    </fieldset>
  )
}
