import Link from 'next/link'
import { RangeLine } from '@/components/charts/range-line'
import { TableScroll } from '@/components/ui/table-scroll'
import { Tag } from '@/components/ui/tag'
import type { SizeView } from '@/lib/comparison/measures/rules'
import type { SizeGroup } from '@/lib/comparison/rules'
import type { Translator } from '@/lib/platform/i18n'
import type { Locale } from '@/lib/platform/locale'
import { measureWords } from './measure-words'

interface Props {
  t: Translator
  locale: Locale
  groups: SizeView[]
  home: { number: string; group: SizeGroup } | null
  hrefOf: (group: SizeGroup) => string
}

/** The groups of size under each other on one scale, so that one sees whether the small pay more. */
export function SizeTable({ t, locale, groups, home, hrefOf }: Props) {
  const shown = measureWords(t, locale, 'introduction')
  const values = groups.flatMap(({ dots }) => dots.map(({ value }) => value))
  const scale = { low: Math.min(...values), high: Math.max(...values) }
  return (
    <TableScroll label={t('comparison.bySize')}>
      <table className="ds-table">
        <thead>
          <tr>
            <th scope="col">{t('comparison.sizeGroup')}</th>
            <th scope="col">{t('comparison.spread')}</th>
            <th scope="col">{t('comparison.perInhabitant')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ group, dots, spread: { range, municipalities } }) => (
            <tr key={group}>
              <th scope="row">
                <Link href={hrefOf(group)} prefetch={false} className="inline-block py-1">
                  {t(`choices.municipalitySize.${group}`)}
                </Link>{' '}
                {home?.group === group && <Tag colour="accent">{t('comparison.youAreHere')}</Tag>}
              </th>
              <td className="min-w-48">
                {dots.length > 0 && (
                  <RangeLine
                    {...{ scale, dots }}
                    middle={range?.middle ?? null}
                    home={home?.number}
                    label={t('comparison.fewSoFar', { count: municipalities })}
                    isSmall
                  />
                )}
              </td>
              <td>
                {range ? (
                  <>
                    {shown(range.low)} – {shown(range.high)}
                    <span className="block text-sm muted">
                      {t('comparison.middle')}: {shown(range.middle)}
                    </span>
                  </>
                ) : (
                  <span className="muted">{t('comparison.fewSoFar', { count: municipalities })}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
