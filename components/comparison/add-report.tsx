import type { Translator } from '@/lib/platform/i18n'

interface Candidate {
  slug: string
  title: string
  municipality: string
  isSameTheme: boolean
}

interface Props {
  t: Translator
  /** The addresses of those compared already. */
  chosen: string[]
  others: Candidate[]
}

/** Chooses one more report to compare; works without scripts. */
export function AddReport({ t, chosen, others }: Props) {
  const groups = [
    { label: t('comparison.sameTheme'), reports: others.filter(({ isSameTheme }) => isSameTheme) },
    { label: t('comparison.newest'), reports: others.filter(({ isSameTheme }) => !isSameTheme) },
  ]
  return (
    <form action="/erfaringer/sammenlign" className="flex flex-wrap items-end gap-3">
      {chosen.map((slug) => (
        <input key={slug} type="hidden" name="rapport" value={slug} />
      ))}
      <div className="ds-field min-w-0 max-w-full">
        <label className="ds-label" htmlFor="ny">
          {t('comparison.choose')}
        </label>
        <select id="ny" name="rapport" className="ds-input">
          {groups
            .filter(({ reports }) => reports.length > 0)
            .map(({ label, reports }) => (
              <optgroup key={label} label={label}>
                {reports.map(({ slug, title, municipality }) => (
                  <option key={slug} value={slug}>
                    {municipality}: {title}
                  </option>
                ))}
              </optgroup>
            ))}
        </select>
      </div>
      <button type="submit" className="ds-button" data-variant="secondary">
        {t('comparison.add')}
      </button>
    </form>
  )
}
