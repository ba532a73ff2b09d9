import Link from 'next/link'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  page: number
  pageCount: number
  href: (page: number) => string
  texts: { label: string; previous: string; next: string; position: string }
}

/** Links to the page before and after; nothing where there is one page. */
export function Pager({ page, pageCount, href, texts }: Props) {
  if (pageCount < 2) return null
  return (
    <nav aria-label={texts.label} className="flex flex-wrap items-center gap-4 py-6 no-print">
      {page > 1 && (
        <Link href={href(page - 1)} prefetch={false} className="ds-button" data-variant="secondary" rel="prev">
          {texts.previous}
        </Link>
      )}
      <span className="muted">{texts.position}</span>
      {page < pageCount && (
        <Link href={href(page + 1)} prefetch={false} className="ds-button" data-variant="secondary" rel="next">
          {texts.next}
        </Link>
      )}
    </nav>
  )
}

/** The words of a pager for the pages of a list. */
export function pagerTexts(t: Translator, page: number, pageCount: number): Props['texts'] {
  return {
    label: t('common.pages'),
    previous: t('common.previous'),
    next: t('common.next'),
    position: t('common.pageOf', { page, pageCount }),
  }
}
