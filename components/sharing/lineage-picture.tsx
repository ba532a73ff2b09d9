import type { Translator } from '@/lib/platform/i18n'
import { type LineageNode, type PicturePlace, picturePlaces } from '@/lib/sharing/lineage/rules'

interface Props {
  t: Translator
  nodes: LineageNode[]
  /** The project of the report one came from. */
  currentId: string
}

const box = { width: 190, height: 44 }
const step = { across: 250, down: 60 }
/** More lines than this are better read as the list below. */
const mostRows = 40
const longestName = 21

const leftOf = ({ column }: PicturePlace) => column * step.across + 2
const middleOf = ({ row }: PicturePlace) => row * step.down + box.height / 2 + 2

/** What was built on what, at a glance; the list below says the same in words. */
export function LineagePicture({ t, nodes, currentId }: Props) {
  const { places, columns, rows } = picturePlaces(nodes)
  if (places.length < 2 || rows > mostRows) return null
  const [width, height] = [(columns - 1) * step.across + box.width + 4, (rows - 1) * step.down + box.height + 4]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section aria-label={t('lineage.picture')} className="lineage-picture mb-8 overflow-x-auto" tabIndex={0}>
      <svg role="img" aria-label={t('lineage.pictureOf', { count: places.length })} width={width} height={height}>
        {places.flatMap((place) =>
          place.parents.map((from) => <Branch key={`${from.node.id} ${place.node.id}`} from={from} to={place} />),
        )}
        {places.map((place) => (
          <g
            key={place.node.id}
            className={place.node.id === currentId ? 'here' : place.node.slug ? undefined : 'untold'}
            transform={`translate(${leftOf(place)} ${middleOf(place) - box.height / 2})`}
          >
            <title>{`${place.node.municipality.displayName}: ${place.node.title}`}</title>
            <rect {...box} rx="6" />
            <text x={box.width / 2} y={box.height / 2} dy="0.35em" textAnchor="middle">
              {shortened(place.node.municipality.displayName)}
            </text>
          </g>
        ))}
      </svg>
    </section>
  )
}

function Branch({ from, to }: { from: PicturePlace; to: PicturePlace }) {
  const [x1, y1, x2, y2] = [leftOf(from) + box.width, middleOf(from), leftOf(to), middleOf(to)]
  const bend = (x1 + x2) / 2
  return (
    <path d={`M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`} strokeDasharray={to.node.isMerged ? '5 4' : undefined} />
  )
}

const shortened = (name: string) => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name)
