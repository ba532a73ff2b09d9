import type { Segment } from '@/lib/search/marking'

/** A text with the words that made it a hit marked. */
export function Marked({ segments }: { segments: Segment[] }) {
  let at = 0
  return segments.map(({ text, isHit }) => {
    const key = at
    at += text.length + 1
    return isHit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
}
