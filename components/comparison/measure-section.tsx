import { RangeChart } from '@/components/charts/range'
import { Section } from '@/components/ui/section'
import { inhabitantsOf, type MeasureView, type Spread } from '@/lib/comparison/measures/rules'
import type { Range } from '@/lib/comparison/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatNumber, type Locale } from '@/lib/platform/locale'
import { measureWords, rangeTexts } from './measure-words'

interface Props {
  t: Translator
  locale: Locale
  view: MeasureView
  /** The reader's own municipality, where they have said which. */
  home: { number: string; population: number } | null
}

/** What cases come to by one measure: what is measured beside what is estimated, or how many more it takes. */
export function MeasureSection({ t, locale, view, home }: Props) {
  const { measure, measured, estimated } = view
  const shown = measureWords(t, locale, measure)
  const count = (population: number) => formatNumber(population, locale)
  const atHome = ({ low, high }: Range) => {
    if (!home || measure !== 'introduction') return undefined
    const whole = (value: number) => shown((value * home.population) / inhabitantsOf[measure])
    return t('comparison.atHome', { low: whole(low), high: whole(high), count: count(home.population) })
  }
  const chart = (label: string, { range, municipalities }: Spread) =>
    range ? (
      <RangeChart {...{ label, range, shown, count }} home={home?.number} atHome={atHome(range)} texts={rangeTexts(t)} />
    ) : (
      municipalities > 0 && (
        <div className="panel">
          <p className="font-semibold">{label}</p>
          <p className="muted">{t('comparison.fewSoFar', { count: municipalities })}</p>
        </div>
      )
    )
  return (
    <Section id={`maal-${measure}`} title={t(`comparison.measure.${measure}`)} intro={t(`comparison.measureText.${measure}`)}>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {chart(t('comparison.measured'), measured)}
        {chart(t('comparison.estimated'), estimated)}
      </div>
    </Section>
  )
}
