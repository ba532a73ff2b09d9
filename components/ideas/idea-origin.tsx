import Link from 'next/link'
import type { Translator } from '@/lib/platform/i18n'

/** On a project: the idea it was made of. */
export function IdeaOrigin({ t, idea }: { t: Translator; idea: { id: string; title: string } }) {
  return (
    <p>
      {t('ideas.cameFrom')}{' '}
      <Link href={`/ideer/${idea.id}`} prefetch={false} className="underline underline-offset-4">
        {idea.title}
      </Link>
    </p>
  )
}
