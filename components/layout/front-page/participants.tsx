import Link from 'next/link'
import { DotMap } from '@/components/charts/dot-map'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  dots: React.ComponentProps<typeof DotMap>['dots']
  municipalities: { number: string; name: string }[]
}

/** Who takes part: by name for those who read, on the map for those who look. */
export function Participants({ t, dots, municipalities }: Props) {
  return (
    <section aria-labelledby="kart" className="hero">
      <div className="page grid items-center gap-8 py-12 lg:grid-cols-[1fr_1.1fr]">
        <div className="grid content-start gap-5">
          <h2 id="kart" className="text-3xl">
            {t('frontPage.mapTitle')}
          </h2>
          <p className="max-w-prose">{t('frontPage.mapIntro', { count: municipalities.length })}</p>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-6 gap-y-1">
            {municipalities.map(({ number, name }) => (
              <li key={number}>
                <Link href={`/kommuner/${number}`} prefetch={false} className="inline-block py-0.5 underline underline-offset-4">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
        <div className="grid justify-items-center lg:justify-items-end">
          <DotMap dots={dots} label={t('frontPage.mapLabel')} />
        </div>
      </div>
    </section>
  )
}
