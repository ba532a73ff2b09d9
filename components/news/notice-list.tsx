import Link from 'next/link'
import { Tag } from '@/components/ui/tag'
import type { NewsTopic } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  notices: { id: string; text: string; path: string; at: string; topic: NewsTopic; isNew: boolean }[]
}

/** What one is told of, the newest first; what one has not seen is marked in words. */
export function NoticeList({ t, locale, notices }: Props) {
  return (
    <ul className="grid max-w-4xl gap-2">
      {notices.map(({ id, text, path, at, topic, isNew }) => (
        <li key={id} className="panel flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <span className="min-w-0">
            <Link href={path} prefetch={false} className="inline-block py-0.5 font-semibold underline underline-offset-4">
              {text}
            </Link>
            <span className="block text-sm muted">
              {t(`news.topic.${topic}`)} · {formatDate(at.slice(0, 10), locale)}
            </span>
          </span>
          {isNew && <Tag colour="info">{t('news.new')}</Tag>}
        </li>
      ))}
    </ul>
  )
}
