import Link from 'next/link'
import { GuideCard } from '@/components/collections/guide-card'
import type { GuideListing } from '@/lib/collections/queries'
import type { Translator } from '@/lib/platform/i18n'

/** The latest guides from the advisors; nothing where there are none. */
export function Guides({ t, guides }: { t: Translator; guides: GuideListing[] }) {
  if (guides.length === 0) return null
  return (
    <section aria-labelledby="samlinger" className="grid gap-4 py-8">
      <h2 id="samlinger" className="text-2xl">
        {t('guides.fromKommit')}
      </h2>
      <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
        {guides.map((guide) => (
          <li key={guide.id}>
            <GuideCard t={t} guide={guide} heading="h3" />
          </li>
        ))}
      </ul>
      <p>
        <Link href="/samlinger" prefetch={false} className="underline underline-offset-4">
          {t('guides.all')}
        </Link>
      </p>
    </section>
  )
}
