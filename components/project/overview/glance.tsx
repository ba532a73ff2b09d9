import Link from 'next/link'

interface Props {
  id: string
  title: string
  href: string
  /** Where the link leads. */
  more: string
  children: React.ReactNode
}

/** One part of the project at a glance, with the way to all of it. */
export function Glance({ id, title, href, more, children }: Props) {
  return (
    <section aria-labelledby={`${id}-tittel`} className="panel grid content-start gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`${id}-tittel`} className="text-xl">
          {title}
        </h2>
        <Link href={href} prefetch={false} className="text-sm underline underline-offset-4 no-print">
          {more} <span aria-hidden="true">›</span>
        </Link>
      </div>
      {children}
    </section>
  )
}
