import Link from 'next/link'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import type { TemplateView } from '@/lib/templates/queries'

interface Props {
  t: Translator
  locale: Locale
  template: TemplateView
}

/** Every version with who made it and what changed, the latest first. */
export function VersionList({ t, locale, template: { id, shown, versions } }: Props) {
  return (
    <ul className="grid gap-3">
      {versions.map(({ number, comment, author, publishedOn }) => (
        <li key={number} className="panel grid gap-1">
          <p className="flex flex-wrap items-center gap-3">
            <Link href={`/maler/${id}?versjon=${number}`} prefetch={false} className="font-semibold underline underline-offset-4">
              {t('templates.version', { number })}
            </Link>
            {number === shown?.number && <Tag colour="info">{t('templates.shown')}</Tag>}
          </p>
          <p className="whitespace-pre-line">{comment || t('templates.firstVersion')}</p>
          <p className="text-sm muted">{t('templates.byOn', { name: author, date: formatDate(publishedOn, locale) })}</p>
        </li>
      ))}
    </ul>
  )
}
