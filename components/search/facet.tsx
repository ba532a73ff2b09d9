import Link from 'next/link'
import type { Translator } from '@/lib/platform/i18n'

interface Value {
  text: string
  count: number
  href: string
  isChosen: boolean
}

interface Props {
  t: Translator
  title: string
  values: Value[]
}

/** So many values are seen at once; the others a click away. */
const shown = 6

/** One way to narrow the hits: each value is a link with its count, and several can be chosen. Those chosen stand first. */
export function Facet({ t, title, values }: Props) {
  if (values.length === 0) return null
  const ordered = [...values.filter(({ isChosen }) => isChosen), ...values.filter(({ isChosen }) => !isChosen)]
  // A list that is one longer than what is shown is shown whole.
  const cut = ordered.length > shown + 1 ? Math.max(shown, ordered.filter(({ isChosen }) => isChosen).length) : ordered.length
  const more = ordered.slice(cut)
  return (
    <div>
      <h3 className="mb-1 text-base">{title}</h3>
      <Values values={ordered.slice(0, cut)} />
      {more.length > 0 && (
        <details>
          <summary className="py-1 text-sm underline underline-offset-4">
            {t('search.moreValues', { count: more.length })}
            <span className="sr-only">: {title}</span>
          </summary>
          <Values values={more} />
        </details>
      )}
    </div>
  )
}

function Values({ values }: { values: Value[] }) {
  return (
    <ul>
      {values.map(({ text, count, href, isChosen }) => (
        <li key={text}>
          <Link href={href} prefetch={false} rel="nofollow" aria-current={isChosen || undefined} className="facet-link">
            <span>{text}</span>
            <span className="figures muted">{count}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
