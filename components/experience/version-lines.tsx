import Link from 'next/link'
import { ProjectRole } from '@/generated/prisma/enums'
import type { VersionLine } from '@/lib/experiences/versions/queries'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  slug: string
  versions: VersionLine[]
  /** The one that is open, if an earlier one is. */
  open?: number
}

/** So many stand beside a report; the rest are one press away. */
const mostBeside = 4

/** When the report was published and changed, and the way to each version. One version has no history to show. */
export function VersionLines({ t, slug, versions, ...rest }: Props) {
  if (versions.length < 2) return null
  return (
    <section aria-labelledby="versjoner" className="panel">
      <h2 id="versjoner" className="mb-2 text-lg">
        {t('versions.title')}
      </h2>
      <VersionsTold {...{ t, slug, versions, ...rest }} most={mostBeside} />
      <p className="mt-3">
        <Link href={`/erfaringer/${slug}/versjoner`} prefetch={false}>
          {t('versions.all', { count: versions.length })}
        </Link>
      </p>
    </section>
  )
}

/** Each version: when, by whom, and what changed. */
export function VersionsTold({ t, locale, slug, versions, open, most }: Props & { most?: number }) {
  return (
    <ol className="grid gap-3">
      {versions.slice(0, most).map(({ number, publishedOn, publishedAs, note, changed }, index) => (
        <li key={number}>
          <Link
            href={index === 0 ? `/erfaringer/${slug}` : `/erfaringer/${slug}/versjon/${number}`}
            prefetch={false}
            className="font-semibold underline"
            aria-current={number === open ? 'page' : undefined}
          >
            {t('versions.number', { number })}
          </Link>{' '}
          <span className="text-sm muted">
            {[formatDate(publishedOn, locale), publishedAs && writerName(t, publishedAs)].filter(Boolean).join(' · ')}
          </span>
          {note && <p className="text-sm break-words">{note}</p>}
          {index < versions.length - 1 && (
            <p className="text-sm">
              {changed.length > 0 && (
                <>{t('versions.changedIn', { parts: changed.map((part) => partName(t, part)).join(', ') })} </>
              )}
              <Link href={`/erfaringer/${slug}/versjon/${number}/endringer`} prefetch={false} className="underline">
                {t('versions.seeChanges', { number })}
              </Link>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

const partName = (t: Translator, part: VersionLine['changed'][number]) =>
  part === 'short' ? t('versions.short') : t(`choices.reportSection.${part}`)

function writerName(t: Translator, role: NonNullable<VersionLine['publishedAs']>): string {
  return role in ProjectRole ? t(`choices.projectRole.${role as ProjectRole}`) : t(`choices.role.${role as 'portfolio_manager'}`)
}
