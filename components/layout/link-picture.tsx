/** The size that link previews are made for (https://ogp.me, as the large services show it). */
export const pictureSize = { width: 1200, height: 630 }

interface Props {
  eyebrow: string
  title: string
  place: string
}

/** The longer the words, the smaller they are written, so that four lines hold most of them. */
const sizes = [
  { upTo: 70, fontSize: 76 },
  { upTo: 110, fontSize: 60 },
  { upTo: Number.POSITIVE_INFINITY, fontSize: 48 },
]
const sizeOf = (title: string) => sizes.find(({ upTo }) => title.length <= upTo)?.fontSize

/** What a link looks like where it is shared: drawn to a picture on the server, so the styles are its own. */
export function LinkPicture({ eyebrow, title, place }: Props) {
  return (
    <div
      style={{
        ...{ width: '100%', height: '100%', display: 'flex', flexDirection: 'column', justifyContent: 'space-between' },
        ...{ padding: 72, background: '#0e5a58', color: '#ffffff', fontFamily: 'Schibsted Grotesk', fontWeight: 500 },
      }}
    >
      <div style={{ display: 'flex', fontSize: 32, color: '#f3cf7a' }}>{eyebrow}</div>
      <div
        style={{
          ...{ display: 'block', fontWeight: 700, lineClamp: 4, lineHeight: 1.12 },
          fontSize: sizeOf(title),
          wordBreak: 'break-word',
        }}
      >
        {title}
      </div>
      <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', fontSize: 34 }}>
        <div style={{ display: 'flex' }}>{place}</div>
        <div style={{ display: 'flex', alignItems: 'center', gap: 20, fontWeight: 700, fontSize: 48 }}>
          <svg width="108" height="72" viewBox="0 0 40 27" aria-hidden="true">
            <circle cx="14" cy="13.5" r="13" fill="#ffffff" />
            <circle cx="26" cy="13.5" r="13" fill="#e9ae2f" />
            <path d="M20 1.97a13 13 0 0 1 0 23.06 13 13 0 0 1 0-23.06Z" fill="#b4462b" />
          </svg>
          delt
        </div>
      </div>
    </div>
  )
}
