import { Facts } from '@/components/ui/facts'
import type { municipalityProfile } from '@/lib/municipalities/queries'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNumber, type Locale } from '@/lib/platform/locale'

type Profile = NonNullable<Awaited<ReturnType<typeof municipalityProfile>>>

/** A municipality as the register knows it. */
export function MunicipalityFacts({ t, locale, profile }: { t: Translator; locale: Locale; profile: Profile }) {
  const { participation } = profile
  return (
    <div className="panel">
      <Facts
        facts={[
          { term: t('municipalities.number'), value: profile.number },
          { term: t('municipalities.county'), value: profile.county },
          { term: t('municipalities.centre'), value: profile.administrativeCentre },
          {
            term: t('municipalities.population'),
            value: t('experience.populationIn', {
              population: formatNumber(profile.population, locale),
              year: String(profile.populationYear),
            }),
          },
          { term: t('municipalities.area'), value: t('municipalities.km2', { area: formatNumber(profile.areaKm2, locale) }) },
          {
            term: t('municipalities.norm'),
            value: t(`municipalities.writtenNorm.${profile.writtenNorm}` as 'municipalities.writtenNorm.bokmal'),
          },
          { term: t('experience.centrality'), value: profile.centralityClass },
          { term: t('experience.kostra'), value: profile.kostraGroup },
          { term: t('municipalities.collaborations'), value: profile.collaborations.map(({ name }) => name).join(', ') },
          { term: t('municipalities.joined'), value: participation && formatDate(participation.joinedOn, locale) },
        ]}
      />
    </div>
  )
}
