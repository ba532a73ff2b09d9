import { translatorFor } from '@/lib/platform/translator'
import { pictureOf } from './link-picture'

export const alt = 'Delt'
export const size = { width: 1200, height: 630 }
export const contentType = 'image/png'
export const dynamic = 'force-dynamic'

/** What a link to any page looks like that has no picture of its own. */
export default function Picture(): Promise<Response> {
  const t = translatorFor('nb')
  return pictureOf({ eyebrow: t('feeds.site'), title: t('frontPage.title'), place: '' })
}
