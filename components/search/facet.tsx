import Link from 'next/link'

interface Props {
  title: string
  values: { text: string; count: number; href: string; isChosen: boolean }[]
}

/** One way to narrow the hits: each value is a link with its count. */
export function Facet({ title, values }: Props) {
  if (values.length === 0) return null
  return (
    <div>
      <h3 className="mb-1 text-base">{title}</h3>
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
    </div>
  )
}
