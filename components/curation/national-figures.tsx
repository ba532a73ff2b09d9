import Link from 'next/link'
import { Section } from '@/components/ui/section'
import type { nationalFigures } from '@/lib/curation/figures/queries'
import { figures as names } from '@/lib/curation/figures/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatNumber, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  figures: NonNullable<Awaited<ReturnType<typeof nationalFigures>>>
}

/** The state of the nation in a few figures; each leads to its rows. */
export function NationalFigures({ t, locale, figures }: Props) {
  return (
    <Section id="tall" title={t('figures.title')} intro={t('figures.intro', { count: figures.municipalities })}>
      <ul className="grid grid-cols-2 gap-3 lg:grid-cols-3 xl:grid-cols-6">
        {names.map((name) => (
          <li key={name} className="panel linked-card">
            <Link
              href={`/kuratering/tall/${name}`}
              prefetch={false}
              className="cover grid gap-1 text-inherit no-underline hover:underline"
            >
              <span className="text-sm">{t(`figures.names.${name}`)}</span>
              <strong className="text-3xl">{formatNumber(figures[name], locale)}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
