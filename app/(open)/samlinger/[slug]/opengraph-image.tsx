import { pictureOf } from '@/app/link-picture'
import { openGuide } from '@/lib/open-pages/queries'
import { tooOften } from '@/lib/platform/rate-limit'
import { translatorFor } from '@/lib/platform/translator'

export const alt = 'Delt'
export const size = { width: 1200, height: 630 }
export const contentType = 'image/png'
export const dynamic = 'force-dynamic'

/** What a link to a guide looks like: its own title once it is published, else that of Delt. */
export default async function Picture({ params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const refused = await tooOften('picture')
  if (refused) return refused
  const [t, guide] = [translatorFor('nb'), await openGuide((await params).slug)]
  if (!guide) return pictureOf({ eyebrow: t('feeds.site'), title: t('frontPage.title'), place: '' })
  const theme = guide.themeCode && t(`choices.theme.${guide.themeCode}` as 'choices.theme.byggesak')
  return pictureOf({ eyebrow: theme ? t('feeds.guideAbout', { theme }) : t('feeds.guide'), title: guide.title, place: 'KommIT' })
}
