import { FilterSelect } from '@/components/ui/filter-select'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  theme: string
  themes: { value: string; text: string }[]
  /** Chosen already. */
  chosen: { slug: string; title: string; municipality: { displayName: string } }[]
  reports: { slug: string; title: string; municipality: string }[]
}

/** Chooses what to compare, in two steps that work without scripts: a theme, then two to four reports. */
export function ChooseReports({ t, theme, themes, chosen, reports }: Props) {
  const shown = [
    ...chosen.map(({ slug, title, municipality }) => ({ slug, title, municipality: municipality.displayName, isChosen: true })),
    ...reports.map((report) => ({ ...report, isChosen: false })),
  ]
  return (
    <div className="grid gap-6">
      <form action="/erfaringer/sammenlign" className="flex flex-wrap items-end gap-3">
        {chosen.map(({ slug }) => (
          <input key={slug} type="hidden" name="rapport" value={slug} />
        ))}
        <FilterSelect name="tema" label={t('search.facet.tema')} all={t('comparison.allThemes')} value={theme} choices={themes} />
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('comparison.show')}
        </button>
      </form>
      {shown.length > 0 && (
        <form action="/erfaringer/sammenlign" className="grid max-w-4xl gap-4">
          <fieldset className="ds-fieldset">
            <legend className="ds-label">{t('comparison.chooseTwo')}</legend>
            <p className="text-sm muted">{t('comparison.chooseTwoText')}</p>
            {shown.map(({ slug, title, municipality, isChosen }) => (
              <div key={slug} className="ds-field">
                <input
                  type="checkbox"
                  id={`rapport-${slug}`}
                  name="rapport"
                  value={slug}
                  defaultChecked={isChosen}
                  className="ds-input"
                />
                <label htmlFor={`rapport-${slug}`} className="ds-label font-normal">
                  <strong>{municipality}</strong>: {title}
                </label>
              </div>
            ))}
          </fieldset>
          <div>
            <button type="submit" className="ds-button">
              {t('comparison.compare')}
            </button>
          </div>
        </form>
      )}
    </div>
  )
}
