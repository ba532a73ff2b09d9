import { partName } from '@/components/search/part-name'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { tooOften } from '@/lib/platform/rate-limit'
import { catalogues } from '@/lib/platform/translator'
import { completions } from '@/lib/search/completions/queries'
import { listed } from '@/lib/search/completions/rules'
import { completionQuery, kindNames } from '@/lib/search/input'
import { themesMeant } from '@/lib/search/marking'
import { hrefOf } from '@/lib/search/rules'

const kinds = new Map<string, string>(Object.entries(kindNames).map(([name, kind]) => [kind, name]))

/** Names, themes, technologies and titles that could be meant while somebody types, as far as they may see them. */
export async function GET(request: Request): Promise<Response> {
  const { q } = completionQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [who, t, locale] = [await actor(), await getTranslator(), await getLocale()]
  const refused = await tooOften('suggestions', who)
  if (refused) return refused
  const { found, technologies, isGuess } = await completions(who, q)
  const detail = (name: string) => (isGuess ? t('search.meantDetail', { what: name }) : name)
  const themes = themesMeant(q, Object.entries(catalogues[locale].choices.theme)).map(({ code, name }) => ({
    ...{ text: name, detail: detail(t('search.facet.tema')), href: `/erfaringer?tema=${encodeURIComponent(code)}` },
  }))
  const used = technologies.map((name) => ({
    ...{ text: name, detail: detail(t('search.facet.teknologi')), href: `/erfaringer?teknologi=${encodeURIComponent(name)}` },
  }))
  const titles = found.map((row) => {
    const kind =
      row.kind === 'part' && row.anchor
        ? partName(t, row.anchor)
        : t(`search.kind.${kinds.get(row.kind)}` as 'search.kind.rapport')
    const words = [kind, row.kind === 'municipality' ? null : row.municipality].filter(Boolean).join(' · ')
    return { text: row.title, detail: detail(words), href: hrefOf(row) }
  })
  return Response.json({ found: listed(themes, used, titles), isGuess }, { headers: { 'cache-control': 'private, no-store' } })
}
