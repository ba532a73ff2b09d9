import { pictureOf } from '@/app/link-picture'
import { openReport } from '@/lib/open-pages/queries'
import { tooOften } from '@/lib/platform/rate-limit'
import { translatorFor } from '@/lib/platform/translator'

export const alt = 'Delt'
export const size = { width: 1200, height: 630 }
export const contentType = 'image/png'
export const dynamic = 'force-dynamic'

/** What a link to a report looks like: its own words where anybody may read them, else those of Delt. */
export default async function Picture({ params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const refused = await tooOften('picture')
  if (refused) return refused
  const [t, report] = [translatorFor('nb'), await openReport((await params).slug)]
  if (!report) return pictureOf({ eyebrow: t('feeds.site'), title: t('frontPage.title'), place: '' })
  const theme = t(`choices.theme.${report.themeCode}` as 'choices.theme.byggesak')
  return pictureOf({ eyebrow: t('feeds.reportAbout', { theme }), title: report.title, place: report.municipality })
}
