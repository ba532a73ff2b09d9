import type { VersionLine } from '@/lib/experiences/versions/queries'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  slug: string
  versions: VersionLine[]
  from?: number
  to?: number
  /** One version was chosen twice. */
  isSame?: boolean
}

/** Two versions to hold against each other. The address says which, so it works without scripts. */
export function CompareVersions({ t, locale, slug, versions, from, to, isSame = false }: Props) {
  if (versions.length < 2) return null
  const choose = (name: string, label: string, initial: number | undefined) => (
    <div className="ds-field">
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      <select id={name} name={name} defaultValue={initial} className="ds-input">
        {versions.map(({ number, publishedOn }) => (
          <option key={number} value={number}>
            {t('versions.number', { number })}, {formatDate(publishedOn, locale)}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <form action={`/erfaringer/${slug}/versjoner`} className="panel-tinted grid gap-4 no-print" aria-labelledby="sammenlign">
      <h2 id="sammenlign" className="text-lg">
        {t('versions.compareTitle')}
      </h2>
      {isSame && (
        <p className="ds-alert" data-color="warning">
          {t('versions.compareSame')}
        </p>
      )}
      <div className="flex flex-wrap items-end gap-4">
        {choose('fra', t('versions.compareFrom'), from ?? versions.at(-1)?.number)}
        {choose('til', t('versions.compareTo'), to ?? versions[0]?.number)}
        <button type="submit" className="ds-button">
          {t('versions.compare')}
        </button>
      </div>
    </form>
  )
}
