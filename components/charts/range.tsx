import Link from 'next/link'
import { TableScroll } from '@/components/ui/table-scroll'
import { Tag } from '@/components/ui/tag'
import type { Dot, Range } from '@/lib/comparison/rules'
import { RangeLine } from './range-line'

interface Props {
  label: string
  range: Range
  /** A value in words. */
  shown: (value: number) => string
  count: (population: number) => string
  home?: string
  /** What it would come to at home, in words. */
  atHome?: string
  texts: RangeTexts
}

export interface RangeTexts {
  case: string
  inhabitants: string
  value: string
  middle: string
  stopped: string
  reuse: string
  ours: string
}

/** A range with a dot for each case, and the same as a list that is read and reached without the picture. */
export function RangeChart({ label, range, shown, count, home, atHome, texts }: Props) {
  const spread = `${shown(range.low)} – ${shown(range.high)}`
  return (
    <figure className="panel grid content-start gap-3">
      <figcaption className="font-semibold">{label}</figcaption>
      <RangeLine
        scale={range}
        dots={range.dots}
        middle={range.middle}
        home={home}
        label={`${spread}. ${texts.middle}: ${shown(range.middle)}`}
      />
      <p className="flex flex-wrap justify-between gap-x-4 text-sm figures">
        <span>{shown(range.low)}</span>
        <span>
          {texts.middle}: <strong>{shown(range.middle)}</strong>
        </span>
        <span>{shown(range.high)}</span>
      </p>
      {atHome && <p className="text-sm">{atHome}</p>}
      <div className="max-h-80 overflow-y-auto" tabIndex={-1}>
        <TableScroll label={label}>
          <table className="ds-table" data-size="sm">
            <thead>
              <tr>
                <th scope="col">{texts.case}</th>
                <th scope="col" className="figures">
                  {texts.inhabitants}
                </th>
                <th scope="col" className="figures">
                  {texts.value}
                </th>
              </tr>
            </thead>
            <tbody>
              {range.dots.map((dot) => (
                <tr key={dot.id}>
                  <th scope="row" className="font-normal">
                    <CaseName dot={dot} isHome={dot.number === home} texts={texts} />
                  </th>
                  <td className="figures">{count(dot.population)}</td>
                  <td className="figures font-semibold">{shown(dot.value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </div>
    </figure>
  )
}

function CaseName({ dot, isHome, texts }: { dot: Dot; isHome: boolean; texts: RangeTexts }) {
  return (
    <>
      <Link href={`/erfaringer/${dot.slug}`} prefetch={false} className="inline-block py-1">
        <strong>{dot.municipality}</strong>: {dot.title}
      </Link>{' '}
      {isHome && <Tag colour="accent">{texts.ours}</Tag>} {dot.isStopped && <Tag colour="warning">{texts.stopped}</Tag>}{' '}
      {dot.isReuse && <Tag>{texts.reuse}</Tag>}
    </>
  )
}
