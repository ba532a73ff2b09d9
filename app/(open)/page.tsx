import { CallToAction } from '@/components/layout/front-page/call-to-action'
import { Featured } from '@/components/layout/front-page/featured'
import { Guides } from '@/components/layout/front-page/guides'
import { Hero } from '@/components/layout/front-page/hero'
import { HowItWorks } from '@/components/layout/front-page/how-it-works'
import { Newest } from '@/components/layout/front-page/newest'
import { Participants } from '@/components/layout/front-page/participants'
import { collectionList } from '@/lib/collections/queries'
import { featuredReports, newestReports } from '@/lib/experiences/queries'
import { municipalityDots, participants } from '@/lib/municipalities/queries'
import type { Actor } from '@/lib/platform/actor'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'

export default async function FrontPage() {
  const [t, locale, who] = [await getTranslator(), await getLocale(), await actor()]
  const [featured, newest, dots, taking, guides] = await Promise.all([
    featuredReports(who, 3),
    newestReports(who, 6),
    municipalityDots(who),
    participants(who),
    collectionList(who, { tema: '', side: 1 }),
  ])
  return (
    <>
      <Hero t={t} examples={[t('frontPage.example1'), t('frontPage.example2'), t('frontPage.example3')]} />
      <div className="page">
        <Featured t={t} locale={locale} reports={featured} />
        <Newest t={t} locale={locale} reports={newest} />
        <Guides t={t} guides={guides.collections.filter(({ status }) => status === 'published').slice(0, 3)} />
      </div>
      <Participants t={t} dots={dots} municipalities={taking} />
      <div className="page">
        <HowItWorks t={t} />
        {who.kind !== 'advisor' && <CallToAction {...nextStep(t, who)} />}
      </div>
    </>
  )
}

/** Visitors are shown their municipality's door, its staff the projects they could tell about. */
function nextStep(t: Translator, who: Actor): React.ComponentProps<typeof CallToAction> {
  return who.kind === 'staff'
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
