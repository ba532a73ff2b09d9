import type { Metadata } from 'next'
import { standpoint } from '@/app/standpoint'
import { chooseStandpoint } from '@/app/standpoint-actions'
import { ClientTexts } from '@/components/layout/client-texts'
import { CallToAction } from '@/components/layout/front-page/call-to-action'
import { Featured } from '@/components/layout/front-page/featured'
import { Guides } from '@/components/layout/front-page/guides'
import { Hero } from '@/components/layout/front-page/hero'
import { HowItWorks } from '@/components/layout/front-page/how-it-works'
import { Newest } from '@/components/layout/front-page/newest'
import { Participants } from '@/components/layout/front-page/participants'
import { LinkedData } from '@/components/layout/linked-data'
import { StandpointLine } from '@/components/municipalities/standpoint-line'
import { collectionList } from '@/lib/collections/queries'
import { mayCurate } from '@/lib/curation/policy'
import { featuredReports, newestReports } from '@/lib/experiences/queries'
import { municipalityChoices } from '@/lib/municipalities/likeness/queries'
import { mayUseDesk } from '@/lib/municipalities/policy'
import { municipalityDots, participants } from '@/lib/municipalities/queries'
import { siteData } from '@/lib/open-pages/linked-data'
import type { Actor } from '@/lib/platform/actor'
import { actor } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { clientMessages, getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'

export const metadata: Metadata = { alternates: { canonical: '/' } }

export default async function FrontPage() {
  const [t, locale, who, { municipality }] = [await getTranslator(), await getLocale(), await actor(), await standpoint()]
  const [featured, newest, dots, taking, guides, choices] = await Promise.all([
    featuredReports(who, 3),
    newestReports(who, 6),
    municipalityDots(who),
    participants(who),
    collectionList(who, { tema: '', side: 1 }),
    municipality ? [] : municipalityChoices(who),
  ])
  return (
    <>
      <LinkedData data={siteData(config().origin, t('frontPage.title'))} />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['search'])}>
        <Hero t={t} examples={[t('frontPage.example1'), t('frontPage.example2'), t('frontPage.example3')]}>
          <StandpointLine {...{ t, municipality, choices }} choose={chooseStandpoint} back="/" />
        </Hero>
      </ClientTexts>
      <div className="page">
        <Featured t={t} locale={locale} reports={featured} />
        <Newest t={t} locale={locale} reports={newest} />
        <Guides t={t} guides={guides.collections.filter(({ status }) => status === 'published').slice(0, 3)} />
      </div>
      <Participants t={t} dots={dots} municipalities={taking} />
      <div className="page">
        <HowItWorks t={t} />
        {!mayCurate(who) && <CallToAction {...nextStep(t, who)} />}
      </div>
    </>
  )
}

/** Visitors are shown their municipality's door, its staff the projects they could tell about. */
function nextStep(t: Translator, who: Actor): React.ComponentProps<typeof CallToAction> {
  return mayUseDesk(who)
    ? {
        title: t('frontPage.shareTitle'),
        text: t('frontPage.shareText'),
        link: { href: '/portefolje', text: t('frontPage.shareButton') },
      }
    : {
        title: t('frontPage.joinTitle'),
        text: t('frontPage.joinText'),
        link: { href: '/logg-inn', text: t('frontPage.joinButton') },
      }
}
