import Link from 'next/link'

interface Props {
  title: string
  /** The language of the title, where somebody wrote it. */
  lang?: string
  eyebrow?: React.ReactNode
  lead?: React.ReactNode
  /** The way back: from the front of the site to the page above. */
  crumbs?: { href: string; text: string }[]
  crumbsLabel?: string
  children?: React.ReactNode
}

/** The top of a page: where one is, what it is, and what one can do. */
export function PageHeader({ title, lang, eyebrow, lead, crumbs, crumbsLabel, children }: Props) {
  return (
    <div className="grid gap-3 pt-8 pb-6">
      {crumbs && crumbs.length > 0 && (
        <nav aria-label={crumbsLabel}>
          <ol className="flex flex-wrap gap-x-2 text-sm">
            {crumbs.map(({ href, text }) => (
              <li key={href} className="before:mr-1 before:content-['‹']">
                <Link href={href} prefetch={false} className="text-primary-text-subtle underline underline-offset-2">
                  {text}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {eyebrow && <p className="eyebrow">{eyebrow}</p>}
      <h1 lang={lang} className="max-w-4xl text-3xl md:text-4xl">
        {title}
      </h1>
      {lead && <div className="max-w-3xl text-lg text-neutral-text-subtle">{lead}</div>}
      {children && <div className="flex flex-wrap items-center gap-3 pt-1 no-print">{children}</div>}
    </div>
  )
}
