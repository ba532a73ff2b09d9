import { pictureOf } from '@/app/link-picture'
import { openMunicipality } from '@/lib/open-pages/queries'
import { tooOften } from '@/lib/platform/rate-limit'
import { translatorFor } from '@/lib/platform/translator'

export const alt = 'Delt'
export const size = { width: 1200, height: 630 }
export const contentType = 'image/png'
export const dynamic = 'force-dynamic'

/** What a link to a municipality looks like: all its names, and how much it shares with everybody. */
export default async function Picture({ params }: { params: Promise<{ nummer: string }> }): Promise<Response> {
  const refused = await tooOften('picture')
  if (refused) return refused
  const [t, found] = [translatorFor('nb'), await openMunicipality((await params).nummer)]
  if (!found) return pictureOf({ eyebrow: t('feeds.site'), title: t('frontPage.title'), place: '' })
  return pictureOf({
    eyebrow: t('feeds.openReports', { count: found.reportCount }),
    title: found.names.join(' – '),
    place: found.county,
  })
}
