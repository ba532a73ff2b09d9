import { cellText, columnTitle } from '@/components/lists/list-cells'
import { addressOf, listQuery } from '@/lib/lists/rules'
import { mayUseDesk } from '@/lib/municipalities/policy'
import { actor } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { tooOften } from '@/lib/platform/rate-limit'
import { exportFile, exportFormat } from '@/lib/portfolio/export/file'
import { portfolioListName, portfolioLists } from '@/lib/portfolio/lists/columns'
import { namesOf } from '@/lib/portfolio/lists/queries'

interface Context {
  params: Promise<{ liste: string }>
}

/** What is on the screen as a file: the same columns, filters and order, every hit. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const name = portfolioListName((await params).liste)
  const { searchParams } = new URL(request.url)
  const format = exportFormat(searchParams.get('format'))
  const who = await actor()
  if (!name || !format || !mayUseDesk(who)) return new Response(null, { status: 404 })
  const refused = await tooOften('export', who)
  if (refused) return refused
  const [t, locale] = [await getTranslator(), await getLocale()]
  const texts = { t, locale, names: await namesOf(who, name) }
  return exportFile(who, name, listQuery(portfolioLists[name], addressOf(searchParams)), format, {
    title: `${t(`portfolio.list.${name}.title`)} ${who.municipality.name} ${today()}`,
    locale,
    author: who.municipality.name,
    columnTitle: (key) => columnTitle(t, key),
    cellText: (column, value, label) => cellText(texts, column, value, label),
    texts: { yes: t('common.yes'), no: t('common.no'), sum: t('lists.sum') },
    pageLabel: (page, pages) => t('common.pageOf', { page, pageCount: pages }),
    tooLong: t('portfolio.pdfTooLong'),
  })
}
