interface Dot {
  number: string
  name: string
  latitude: number
  longitude: number
  isParticipant: boolean
}

const width = 560
const height = 620
const kmPerDegree = 111
const pxPerKm = 0.39
const south = 57.7
const middle = 15

/** Where a place stands on the map: a sinusoidal projection about 15° east, which keeps areas and the shape we know. */
function position({ latitude, longitude }: Dot): { x: number; y: number } {
  const kmEast = (longitude - middle) * kmPerDegree * Math.cos((latitude * Math.PI) / 180)
  const kmNorth = (latitude - south) * kmPerDegree
  return { x: 272 + kmEast * pxPerKm, y: height - 15 - kmNorth * pxPerKm }
}

/** Every municipality as a dot; those that take part are larger, in colour, and links. */
export function DotMap({ dots, label }: { dots: Dot[]; label: string }) {
  const participants = dots.filter((dot) => dot.isParticipant)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in for an svg
    <svg viewBox={`0 0 ${width} ${height}`} className="h-auto w-full max-w-lg" role="group" aria-label={label}>
      {dots
        .filter((dot) => !dot.isParticipant)
        .map((dot) => {
          const { x, y } = position(dot)
          return (
            <circle key={dot.number} cx={x} cy={y} r="3.2" fill="var(--ds-color-neutral-border-default)" fillOpacity="0.55" />
          )
        })}
      {participants.map((dot) => {
        const { x, y } = position(dot)
        return (
          <a key={dot.number} href={`/kommuner/${dot.number}`} aria-label={dot.name} className="map-dot">
            <title>{dot.name}</title>
            <circle cx={x} cy={y} r="14" fill="transparent" />
            <circle
              cx={x}
              cy={y}
              r="8"
              fill="var(--ds-color-accent-base-default)"
              stroke="var(--ds-color-neutral-background-default)"
              strokeWidth="2"
            />
          </a>
        )
      })}
    </svg>
  )
}
