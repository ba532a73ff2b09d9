import type { Metadata } from 'next'
import Link from 'next/link'
import { standpoint } from '@/app/standpoint'
import { chooseStandpoint } from '@/app/standpoint-actions'
import { DotMap } from '@/components/charts/dot-map'
import { LikeList } from '@/components/municipalities/like-list'
import { WeightsForm } from '@/components/municipalities/weights-form'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { TableScroll } from '@/components/ui/table-scroll'
import { addressOf, standpointInput, weightsIn } from '@/lib/municipalities/likeness/input'
import { likeThe, municipalityChoices } from '@/lib/municipalities/likeness/queries'
import { mayUseDesk } from '@/lib/municipalities/policy'
import { municipalityDots, participants } from '@/lib/municipalities/queries'
import { safePath } from '@/lib/platform/auth/rules'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatNumber } from '@/lib/platform/locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('municipalities.title'), alternates: { canonical: '/kommuner' } }
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** How many are shown of those that are alike. */
const shown = 10

export default async function MunicipalitiesPage({ searchParams }: Props) {
  const [t, locale, who] = [await getTranslator(), await getLocale(), await actor()]
  // What the address says comes before what the browser remembers.
  const stand = await standpoint()
  const query = standpointInput.parse({ ...addressOf(stand), ...(await searchParams) })
  const { som: self, tilbake } = query
  const weights = weightsIn(query)
  const [taking, dots, choices, like] = await Promise.all([
    participants(who),
    municipalityDots(who),
    municipalityChoices(who),
    self ? likeThe(who, self, { ...stand, weights }, shown) : null,
  ])
  return (
    <div className="page">
      <PageHeader title={t('municipalities.title')} lead={t('municipalities.lead')} />
      <Section id="ligner" title={t('likeness.title')} intro={t('likeness.lead')}>
        <WeightsForm
          {...{ t, choices, weights }}
          self={like?.self.number ?? ''}
          choose={chooseStandpoint}
          back={safePath(tilbake, '')}
          isStaff={mayUseDesk(who)}
        />
        {like && (
          <div className="grid gap-8 lg:grid-cols-2">
            {like.sharing.length > 0 && (
              <div className="grid content-start gap-3">
                <h3 className="text-lg">{t('likeness.sharing')}</h3>
                <LikeList t={t} locale={locale} label={t('likeness.sharing')} likes={like.sharing} />
              </div>
            )}
            <div className="grid content-start gap-3">
              <h3 className="text-lg">{t('likeness.mostLike', { name: like.self.name })}</h3>
              <LikeList t={t} locale={locale} label={t('likeness.mostLike', { name: like.self.name })} likes={like.all} />
            </div>
          </div>
        )}
      </Section>
      <Section id="med" title={t('likeness.takingPart')}>
        <div className="grid gap-10 lg:grid-cols-[2fr_1fr]">
          <TableScroll label={t('municipalities.title')} className="self-start">
            <table className="ds-table" data-border="true">
              <thead>
                <tr>
                  <th scope="col">{t('municipalities.name')}</th>
                  <th scope="col">{t('municipalities.county')}</th>
                  <th scope="col" className="figures">
                    {t('municipalities.population')}
                  </th>
                  <th scope="col" className="figures">
                    {t('municipalities.reports')}
                  </th>
                  <th scope="col" className="figures">
                    {t('municipalities.projects')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {taking.map((municipality) => (
                  <tr key={municipality.number}>
                    <th scope="row">
                      <Link href={`/kommuner/${municipality.number}`} prefetch={false} className="underline">
                        {[municipality.name, ...municipality.parallelNames].join(' – ')}
                      </Link>
                    </th>
                    <td>{municipality.county}</td>
                    <td className="figures">{formatNumber(municipality.population, locale)}</td>
                    <td className="figures">{municipality.reportCount}</td>
                    <td className="figures">{municipality.projectCount}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
          <DotMap dots={dots} label={t('frontPage.mapLabel')} />
        </div>
      </Section>
    </div>
  )
}
