import type { Metadata } from 'next'
import Link from 'next/link'
import { MeasureSection } from '@/components/comparison/measure-section'
import { SizeTable } from '@/components/comparison/size-table'
import { ThemeTable } from '@/components/comparison/theme-table'
import { StandpointLine } from '@/components/municipalities/standpoint-line'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect } from '@/components/ui/filter-select'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { rangeQuery } from '@/lib/comparison/input'
import { rangesByTheme, themeRanges } from '@/lib/comparison/queries'
import { sizeGroups } from '@/lib/comparison/rules'
import { municipalityChoices } from '@/lib/municipalities/likeness/queries'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { catalogues } from '@/lib/platform/translator'
import { standpoint } from '../../../standpoint'
import { chooseStandpoint } from '../../../standpoint-actions'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const path = '/erfaringer/kostnader'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('comparison.title'), alternates: { canonical: '/erfaringer/kostnader' } }
}

export default async function CostsPage({ searchParams }: Props) {
  const query = rangeQuery.parse(await searchParams)
  const [t, locale, who, stand] = [await getTranslator(), await getLocale(), await actor(), await standpoint()]
  const themes = catalogues[locale].choices.theme
  const isTheme = Object.hasOwn(themes, query.tema)
  const back = isTheme ? `${path}?${new URLSearchParams({ tema: query.tema })}` : path
  return (
    <div className="page pb-10">
      <PageHeader
        title={isTheme ? t('comparison.titleOf', { theme: themes[query.tema as keyof typeof themes] }) : t('comparison.title')}
        lead={t('comparison.lead')}
        crumbs={[
          { href: '/erfaringer', text: t('layout.experiences') },
          ...(isTheme ? [{ href: path, text: t('comparison.title') }] : []),
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <StandpointLine
        t={t}
        municipality={stand.municipality}
        choices={stand.municipality ? [] : await municipalityChoices(who)}
        choose={chooseStandpoint}
        back={back}
      />
      {isTheme ? <Ranges query={query} /> : <Themes />}
    </div>
  )
}

async function Themes() {
  const [t, locale, themes] = [await getTranslator(), await getLocale(), await rangesByTheme(await actor())]
  return (
    <Section id="temaer" title={t('comparison.chooseTheme')} intro={t('comparison.chooseThemeText')}>
      {themes.length > 0 ? (
        <ThemeTable t={t} locale={locale} themes={themes} />
      ) : (
        <EmptyState title={t('comparison.tooFew')} text={t('comparison.noThemes')}>
          <Link href="/erfaringer" prefetch={false} className="ds-button">
            {t('portfolio.findExperience')}
          </Link>
        </EmptyState>
      )}
    </Section>
  )
}

async function Ranges({ query }: { query: ReturnType<typeof rangeQuery.parse> }) {
  const [t, locale, who, stand] = [await getTranslator(), await getLocale(), await actor(), await standpoint()]
  const { measures, quality, sizes, size, home, caseCount } = await themeRanges(who, stand, query)
  const address = (storrelse: string) => `${path}?${new URLSearchParams({ tema: query.tema, storrelse })}`
  const hasRange = measures.some(({ measured, estimated }) => measured.range ?? estimated.range)
  return (
    <>
      <form className="mt-4 flex flex-wrap items-end gap-3" action={path}>
        <FilterSelect
          name="tema"
          label={t('search.facet.tema')}
          all={t('comparison.chooseTheme')}
          value={query.tema}
          choices={Object.entries(catalogues[locale].choices.theme).map(([value, text]) => ({ value, text }))}
        />
        <FilterSelect
          name="storrelse"
          label={t('search.facet.storrelse')}
          all={t(home ? 'comparison.ownSize' : 'comparison.allSizes')}
          value={query.storrelse || (size ?? '')}
          choices={[
            ...(home
              ? [
                  { value: 'alle', text: t('comparison.allSizes') },
                  { value: 'liker', text: t('search.onlyAlike') },
                ]
              : []),
            ...sizeGroups.map((value) => ({ value, text: t(`choices.municipalitySize.${value}`) })),
          ]}
        />
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('comparison.show')}
        </button>
        <Link
          href={`/erfaringer/sammenlign?${new URLSearchParams({ tema: query.tema })}`}
          prefetch={false}
          className="py-2 underline"
        >
          {t('comparison.compareInTheme')}
        </Link>
      </form>
      <p className="mt-4" role="status">
        {t('comparison.cases', { count: caseCount })}{' '}
        {!query.storrelse && size && (
          <>
            {t('comparison.ofOwnSize')}{' '}
            <Link href={address('alle')} prefetch={false} className="underline">
              {t('comparison.seeAllSizes')}
            </Link>
          </>
        )}
      </p>
      {!hasRange && <EmptyState title={t('comparison.tooFew')} text={t('comparison.tooFewText')} />}
      {measures.map((view) => (
        <MeasureSection key={view.measure} t={t} locale={locale} view={view} home={home} />
      ))}
      {sizes && (
        <Section
          id="storrelser"
          title={t('comparison.bySize')}
          intro={t(sizes.isMeasured ? 'comparison.bySizeMeasured' : 'comparison.bySizeEstimated')}
        >
          <SizeTable t={t} locale={locale} groups={sizes.groups} home={home} hrefOf={address} />
        </Section>
      )}
      {quality && (
        <Section id="kvalitet" title={t('comparison.quality')} intro={t('comparison.qualityText')}>
          <p className="text-lg">{t('comparison.qualityCount', { ...quality, cases: quality.cases.length })}</p>
          <ul className="grid gap-1">
            {quality.cases.map(({ id, slug, title, municipality }) => (
              <li key={id}>
                <Link href={`/erfaringer/${slug}#effect-tittel`} prefetch={false} className="inline-block py-1 underline">
                  {municipality}: {title}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p className="mt-6 max-w-3xl text-sm muted">{t('comparison.howReckoned')}</p>
    </>
  )
}
