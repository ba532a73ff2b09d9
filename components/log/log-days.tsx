import type { Translator } from '@/lib/platform/i18n'

/** From which day and to which, in the form that narrows a log. */
export function LogDays({ t, from, until }: { t: Translator; from: string; until: string }) {
  const days = [
    { name: 'fra', label: t('log.from'), value: from },
    { name: 'til', label: t('log.until'), value: until },
  ]
  return days.map(({ name, label, value }) => (
    <div key={name} className="ds-field">
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      <input id={name} name={name} type="date" defaultValue={value} className="ds-input" />
    </div>
  ))
}
