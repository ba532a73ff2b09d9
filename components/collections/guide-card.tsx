import Link from 'next/link'
import type { GuideListing } from '@/lib/collections/queries'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  guide: GuideListing
  heading: 'h2' | 'h3'
}

/** A guide in short: its theme, what it is for, and how much there is of it. */
export function GuideCard({ t, guide, heading: Heading }: Props) {
  return (
    <article className="panel linked-card flex h-full flex-col gap-2">
      {guide.themeCode && <p className="eyebrow">{t(`choices.theme.${guide.themeCode}` as 'choices.theme.byggesak')}</p>}
      <Heading className="text-xl">
        <Link href={`/samlinger/${guide.slug}`} prefetch={false} className="cover text-inherit no-underline hover:underline">
          {guide.title}
        </Link>
      </Heading>
      <p className="line-clamp-4">{guide.lead}</p>
      <p className="mt-auto text-sm muted">{t('guides.sectionCount', { count: guide.sectionCount })}</p>
    </article>
  )
}
