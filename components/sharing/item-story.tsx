import Link from 'next/link'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import type { ItemStory as Story } from '@/lib/sharing/story/queries'

/** Where an item came from, and thanks to those who made it better. */
export function ItemStory({ t, locale, story }: { t: Translator; locale: Locale; story: Story }) {
  const { copiedFrom, thanks } = story
  if (!copiedFrom && thanks.length === 0) return null
  const named = copiedFrom && t('improvements.copiedFrom', { title: copiedFrom.title, municipality: copiedFrom.municipality })
  return (
    <div className="mb-2 grid gap-1">
      {copiedFrom && (
        <p>
          {copiedFrom.reportSlug ? (
            <Link href={`/erfaringer/${copiedFrom.reportSlug}`} prefetch={false}>
              {named}
            </Link>
          ) : (
            named
          )}
        </p>
      )}
      {thanks.map(({ municipality, on }) => (
        <p key={`${municipality} ${on}`}>{t('improvements.thanks', { municipality, date: formatDate(on, locale) })}</p>
      ))}
    </div>
  )
}
