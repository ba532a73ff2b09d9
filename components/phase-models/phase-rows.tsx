'use client'
import { useTranslations } from 'use-intl'
import { most, type PhaseDraft } from '@/lib/phase-models/rules'
import { CheckRows } from './check-rows'
import { type Keyed, useRows } from './keyed-rows'
import { Line, Tick } from './line'

const blank = (): PhaseDraft => ({ code: '', nameNb: '', nameNn: '', nameEn: '', gate: '', hasStages: false, checklist: [] })

/** The phases in order: each can be moved, taken away and added to, with the keyboard too. */
export function PhaseRows({ initial }: { initial: PhaseDraft[] }) {
  const t = useTranslations('phaseModels')
  const { rows, add, move, remove, focusOn } = useRows(initial, blank)
  return (
    <fieldset className="ds-fieldset">
      <legend className="ds-label text-xl">{t('phases')}</legend>
      <p className="muted">{t('phasesHint')}</p>
      <ol className="grid gap-5">
        {rows.map((row, index) => (
          <li key={row.key}>
            <PhaseFields row={row} index={index}>
              <div className="flex flex-wrap gap-2">
                <RowButton
                  id={`phase-${row.key}-up`}
                  text={t('up')}
                  of={t('phase', { number: index + 1 })}
                  isOff={index === 0}
                  onPress={() => {
                    move(index, -1)
                    focusOn(`phase-${row.key}-${index === 1 ? 'down' : 'up'}`)
                  }}
                />
                <RowButton
                  id={`phase-${row.key}-down`}
                  text={t('down')}
                  of={t('phase', { number: index + 1 })}
                  isOff={index === rows.length - 1}
                  onPress={() => {
                    move(index, 1)
                    focusOn(`phase-${row.key}-${index === rows.length - 2 ? 'up' : 'down'}`)
                  }}
                />
                <RowButton
                  id={`phase-${row.key}-remove`}
                  text={t('removePhase')}
                  of={t('phase', { number: index + 1 })}
                  onPress={() => {
                    remove(row.key)
                    focusOn('add-phase')
                  }}
                />
              </div>
            </PhaseFields>
          </li>
        ))}
        <noscript>
          <li>
            <PhaseFields row={{ key: rows.length + 1000, from: null, item: blank() }} index={rows.length} />
          </li>
        </noscript>
      </ol>
      <div>
        <button
          type="button"
          id="add-phase"
          className="ds-button"
          data-variant="secondary"
          disabled={rows.length >= most.phases}
          onClick={() => focusOn(`phase-${add()}-nameNb`)}
        >
          {t('addPhase')}
        </button>
      </div>
    </fieldset>
  )
}

function PhaseFields({ row, index, children }: { row: Keyed<PhaseDraft>; index: number; children?: React.ReactNode }) {
  const t = useTranslations('phaseModels')
  const { key, from, item } = row
  const field = (name: 'nameNb' | 'nameNn' | 'nameEn' | 'gate') => ({
    // The summary of errors leads to the place that was sent.
    id: from === null ? `phase-${key}-${name}` : `phases.${from}.${name}`,
    name: `phases.${index}.${name}`,
    sentAs: from === null ? null : `phases.${from}.${name}`,
    label: t(name),
    initial: item[name],
  })
  return (
    <fieldset className="panel grid gap-4">
      <legend className="px-1 font-semibold">{t('phase', { number: index + 1 })}</legend>
      <input type="hidden" name={`phases.${index}.code`} value={item.code} />
      {children}
      <div className="grid gap-4 sm:grid-cols-2">
        <Line {...field('nameNb')} isRequired />
        <Line {...field('nameNn')} isRequired />
        <Line {...field('nameEn')} />
        <Line {...field('gate')} />
      </div>
      <Tick id={`phase-${key}-stages`} name={`phases.${index}.hasStages`} label={t('hasStages')} initial={item.hasStages} />
      <CheckRows phase={{ key, from, index }} initial={item.checklist} />
    </fieldset>
  )
}

interface RowButtonProps {
  id: string
  text: string
  of: string
  isOff?: boolean
  onPress: () => void
}

/** A small button of a line, which says which line to those who hear it. */
export function RowButton({ id, text, of, isOff, onPress }: RowButtonProps) {
  return (
    <button type="button" id={id} className="ds-button" data-variant="tertiary" data-size="sm" disabled={isOff} onClick={onPress}>
      {text}
      <span className="sr-only">: {of}</span>
    </button>
  )
}
