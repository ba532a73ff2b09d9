import { FilterSelect } from '@/components/ui/filter-select'
import { PlanWish } from '@/generated/prisma/enums'
import { horizons, type PlansQuery } from '@/lib/plans/input'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  themes: { value: string; text: string }[]
  query: PlansQuery
  counties: string[]
  /** Whether there is something of one's own to order by. */
  canRank: boolean
}

/** Narrows what others plan, and says in which order it comes. */
export function PlanFilters({ t, themes, query, counties, canRank }: Props) {
  return (
    <form action="/planer" className="flex flex-wrap items-end gap-3">
      {query.prosjekt && <input type="hidden" name="prosjekt" value={query.prosjekt} />}
      <FilterSelect
        name="tema"
        label={t('search.facet.tema')}
        all={t('comparison.allThemes')}
        value={query.tema}
        choices={themes}
      />
      <FilterSelect
        name="fylke"
        label={t('search.facet.fylke')}
        all={t('plans.allCounties')}
        value={query.fylke}
        choices={counties.map((county) => ({ value: county, text: county }))}
      />
      <FilterSelect
        name="innen"
        label={t('plans.within')}
        all={t('plans.withinYear')}
        value={query.innen}
        choices={horizons.map((months) => ({ value: months, text: t('plans.withinMonths', { months: Number(months) }) }))}
      />
      <FilterSelect
        name="vil"
        label={t('plans.wants')}
        all={t('plans.allWishes')}
        value={query.vil}
        choices={Object.values(PlanWish).map((value) => ({ value, text: t(`choices.wish.${value}`) }))}
      />
      {canRank && (
        <FilterSelect
          name="rekkefolge"
          label={t('plans.order')}
          all={t('plans.orderLikeness')}
          value={query.rekkefolge}
          choices={[{ value: 'snart', text: t('plans.orderSoonest') }]}
        />
      )}
      <button type="submit" className="ds-button" data-variant="secondary">
        {t('comparison.show')}
      </button>
    </form>
  )
}
