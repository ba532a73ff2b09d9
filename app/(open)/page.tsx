import Link from 'next/link'
import { DotMap } from '@/components/charts/dot-map'
import { ReportCard } from '@/components/experience/report-card'
import { SearchForm } from '@/components/ui/search-form'
import { featuredReports, newestReports } from '@/lib/experiences/queries'
import { municipalityDots, participants } from '@/lib/municipalities/queries'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'

export default async function FrontPage() {
  const [t, locale, who] = [await getTranslator(), await getLocale(), await actor()]
  const [featured, newest, dots, taking] = await Promise.all([
    featuredReports(who, 3),
    newestReports(who, 6),
    municipalityDots(who),
    participants(who),
  ])
  const examples = [t('frontPage.example1'), t('frontPage.example2'), t('frontPage.example3')]
  const steps = [
    { title: t('frontPage.how1Title'), text: t('frontPage.how1Text') },
    { title: t('frontPage.how2Title'), text: t('frontPage.how2Text') },
    { title: t('frontPage.how3Title'), text: t('frontPage.how3Text') },
  ]
  return (
    <>
      <div className="hero">
        <div className="page grid items-center gap-8 py-12 md:py-20 lg:grid-cols-[1.25fr_1fr]">
          <div className="grid max-w-2xl gap-6">
            <h1 className="text-4xl md:text-6xl">{t('frontPage.title')}</h1>
            <p className="text-lg md:text-xl">{t('frontPage.lead')}</p>
            <SearchForm action="/erfaringer" label={t('frontPage.searchLabel')} button={t('common.search')} />
            <p className="flex flex-wrap gap-x-3 gap-y-1">
              <span className="muted">{t('frontPage.searchExamples')}:</span>
              {examples.map((example) => (
                <Link
                  key={example}
                  href={`/erfaringer?q=${encodeURIComponent(example)}`}
                  prefetch={false}
                  className="underline underline-offset-4"
                >
                  {example}
                </Link>
              ))}
            </p>
          </div>
          <HeroShapes />
        </div>
      </div>
      <div className="page">
        {featured.length > 0 && (
          <section aria-labelledby="utvalgt" className="py-10">
            <h2 id="utvalgt" className="text-3xl">
              {t('frontPage.featuredTitle')}
            </h2>
            <p className="mt-2 mb-5 muted">{t('frontPage.featuredIntro')}</p>
            <div className="grid gap-5 md:grid-cols-2 lg:grid-cols-3">
              {featured.map((report) => (
                <ReportCard key={report.id} t={t} locale={locale} report={report} />
              ))}
            </div>
          </section>
        )}
        <section aria-labelledby="nyeste" className="py-10">
          <div className="mb-5 flex flex-wrap items-baseline justify-between gap-3">
            <h2 id="nyeste" className="text-3xl">
              {t('frontPage.newestTitle')}
            </h2>
            <Link href="/erfaringer" prefetch={false} className="underline underline-offset-4">
              {t('frontPage.newestAll')}
            </Link>
          </div>
          <div className="grid gap-5 md:grid-cols-2 lg:grid-cols-3">
            {newest.map((report) => (
              <ReportCard key={report.id} t={t} locale={locale} report={report} />
            ))}
          </div>
        </section>
        <section aria-labelledby="kart" className="grid gap-8 py-10 lg:grid-cols-[1fr_1.2fr]">
          <div className="grid content-start gap-5">
            <h2 id="kart" className="text-3xl">
              {t('frontPage.mapTitle')}
            </h2>
            <p>{t('frontPage.mapIntro', { count: taking.length })}</p>
            <ul className="grid grid-cols-2 gap-x-6 gap-y-1">
              {taking.map((municipality) => (
                <li key={municipality.number}>
                  <Link
                    href={`/kommuner/${municipality.number}`}
                    prefetch={false}
                    className="inline-block py-0.5 underline underline-offset-4"
                  >
                    {municipality.name}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
          <DotMap dots={dots} label={t('frontPage.mapLabel')} />
        </section>
        <section aria-labelledby="slik" className="py-10">
          <h2 id="slik" className="mb-5 text-3xl">
            {t('frontPage.howTitle')}
          </h2>
          <ol className="grid gap-5 md:grid-cols-3">
            {steps.map(({ title, text }, index) => (
              <li key={title} className="panel-tinted grid content-start gap-2">
                <span className="text-4xl font-bold text-accent-text-subtle" aria-hidden="true">
                  {index + 1}
                </span>
                <h3 className="text-xl">{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </>
  )
}

/** The mark of Delt, large: what two have in common. */
function HeroShapes() {
  return (
    <svg viewBox="0 0 420 320" className="hidden w-full lg:block" aria-hidden="true">
      <circle cx="160" cy="160" r="140" fill="var(--ds-color-primary-base-default)" />
      <circle cx="262" cy="160" r="140" fill="var(--ds-color-sun-base-default)" />
      <path d="M211 29.6a140 140 0 0 1 0 260.8 140 140 0 0 1 0-260.8Z" fill="var(--ds-color-accent-base-default)" />
    </svg>
  )
}
