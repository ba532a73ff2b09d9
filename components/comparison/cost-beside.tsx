import Link from 'next/link'
import { RangeLine } from '@/components/charts/range-line'
import type { Range } from '@/lib/comparison/rules'
import { type CaseCost, perInhabitants } from '@/lib/experiences/cost/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatNok, formatNumber, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  cost: CaseCost
  themeCode: string
  /** What others have paid for the same theme; null where they are too few. */
  others: { range: Range; isMeasured: boolean } | null
  /** The number of the municipality whose case it is. */
  number: string
}

/** What a case comes to per inhabitant, and how that stands to what others have paid. */
export function CostBeside({ t, locale, cost, themeCode, others, number }: Props) {
  const { introduction, operation, population } = cost
  if (!introduction && !operation) return null
  const each = (amount: number) => formatNok(perInhabitants(amount, population), locale)
  const certain = (isMeasured: boolean) => t(isMeasured ? 'comparison.measured' : 'comparison.estimated').toLowerCase()
  const sums = [
    introduction &&
      t('comparison.introductionEach', { each: each(introduction.amount), certain: certain(introduction.isMeasured) }),
    operation &&
      t('comparison.operationEach', {
        ...{ each: each(operation.amount), certain: certain(operation.isMeasured), year: String(operation.year) },
      }),
  ].filter(Boolean)
  return (
    <div className="panel-tinted grid max-w-3xl gap-2">
      <p>
        {sums.join(' ')} {t('comparison.sharedBy', { count: formatNumber(population, locale) })}
      </p>
      {others && (
        <>
          <RangeLine
            scale={others.range}
            dots={others.range.dots}
            middle={others.range.middle}
            home={number}
            label={t('comparison.spread')}
            isSmall
          />
          <p className="text-sm">
            {t('comparison.othersPaid', {
              ...{ low: formatNok(others.range.low, locale), high: formatNok(others.range.high, locale) },
              ...{ middle: formatNok(others.range.middle, locale), certain: certain(others.isMeasured) },
            })}
          </p>
        </>
      )}
      <p>
        <Link href={`/erfaringer/kostnader?tema=${themeCode}`} prefetch={false} className="underline underline-offset-4">
          {t('comparison.link')}
        </Link>
      </p>
    </div>
  )
}
