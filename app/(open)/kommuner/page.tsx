import type { Metadata } from 'next'
import Link from 'next/link'
import { DotMap } from '@/components/charts/dot-map'
import { PageHeader } from '@/components/ui/page-header'
import { TableScroll } from '@/components/ui/table-scroll'
import { municipalityDots, participants } from '@/lib/municipalities/queries'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatNumber } from '@/lib/platform/locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('municipalities.title') }
}

export default async function MunicipalitiesPage() {
  const [t, locale, who] = [await getTranslator(), await getLocale(), await actor()]
  const [taking, dots] = await Promise.all([participants(who), municipalityDots(who)])
  return (
    <div className="page">
      <PageHeader title={t('municipalities.title')} lead={t('municipalities.lead')} />
      <div className="grid gap-10 lg:grid-cols-[1.4fr_1fr]">
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
    </div>
  )
}
