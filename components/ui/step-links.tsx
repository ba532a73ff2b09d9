import Link from 'next/link'

interface Props {
  page: number
  hasMore: boolean
  href: (page: number) => string
  texts: { label: string; newer: string; older: string }
}

/** Links through a list too long to be counted; nothing where all of it is shown. */
export function StepLinks({ page, hasMore, href, texts }: Props) {
  if (page === 1 && !hasMore) return null
  return (
    <nav aria-label={texts.label} className="flex flex-wrap gap-4 py-6 no-print">
      {page > 1 && (
        <Link href={href(page - 1)} prefetch={false} className="ds-button" data-variant="secondary" rel="prev">
          {texts.newer}
        </Link>
      )}
      {hasMore && (
        <Link href={href(page + 1)} prefetch={false} className="ds-button" data-variant="secondary" rel="next">
          {texts.older}
        </Link>
      )}
    </nav>
  )
}
