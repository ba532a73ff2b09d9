import Link from 'next/link'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  merged: { slug: string; title: string; municipality: string; note: string; versionNumber: number | null }[]
}

/** Reports that tell of the same as the one shown; each can still be read as it was. */
export function MergedHere({ t, merged }: Props) {
  return (
    <section aria-labelledby="sammen" className="panel">
      <h2 id="sammen" className="mb-2 text-lg">
        {t('duplicates.here')}
      </h2>
      <ul className="grid gap-2">
        {merged.map(({ slug, title, municipality, note, versionNumber }) => (
          <li key={slug}>
            {versionNumber === null ? (
              title
            ) : (
              <Link href={`/erfaringer/${slug}/versjon/${versionNumber}`} prefetch={false} className="underline">
                {title}
              </Link>
            )}
            , {municipality}
            {note && <span className="block text-sm muted">{note}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
