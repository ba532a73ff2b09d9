import type { Twin } from '@/lib/comparison/difference/queries'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  projectId: string
  /** The one it is held against now. */
  chosen: string
  twins: Twin[]
}

/** Chooses what a project is held against: its kin first. Works without scripts. */
export function TwinForm({ t, projectId, chosen, twins }: Props) {
  const groups = [
    { label: t('difference.kin'), own: twins.filter(({ isKin }) => isKin) },
    { label: t('difference.sameTheme'), own: twins.filter(({ isKin }) => !isKin) },
  ]
  return (
    <form action={`/prosjekter/${projectId}/sammenlign`} className="flex flex-wrap items-end gap-3">
      <div className="ds-field min-w-0 max-w-full">
        <label className="ds-label" htmlFor="med">
          {t('difference.with')}
        </label>
        <select key={chosen} id="med" name="med" className="ds-input" defaultValue={chosen}>
          <option value="">{t('difference.choose')}</option>
          {groups
            .filter(({ own }) => own.length > 0)
            .map(({ label, own }) => (
              <optgroup key={label} label={label}>
                {own.map(({ id, title, municipality }) => (
                  <option key={id} value={id}>
                    {municipality}: {title}
                  </option>
                ))}
              </optgroup>
            ))}
        </select>
      </div>
      <button type="submit" className="ds-button" data-variant="secondary">
        {t('comparison.compare')}
      </button>
    </form>
  )
}
