import Link from 'next/link'
import { standpoint } from '@/app/standpoint'
import { searchWords } from '@/components/search/facet-text'
import { AskAll, TellMe } from '@/components/search/tell-or-ask'
import { mayFollow } from '@/lib/following/policy'
import { keptAs, addressOf as standpointAddress } from '@/lib/municipalities/likeness/input'
import { mayOperate } from '@/lib/operation/policy'
import { actor } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { askedOf } from '@/lib/questions/queries'
import type { SearchQuery } from '@/lib/search/input'
import { addressOf, searchHref } from '@/lib/search/rules'
import { savedAs } from '@/lib/search/saved/queries'
import { ask, stopTelling, takeBack, tell } from './actions'

const actions = { tell, stopTelling, ask, takeBack }

/** Being told of new hits of this search, and, where it did not find what it should, asking all municipalities. */
export async function NextSteps({ query, asks }: { query: SearchQuery; asks: boolean }) {
  const [t, who, from] = [await getTranslator(), await actor(), await standpoint()]
  const [address, name] = [addressOf({ ...query, side: 1 }), searchWords(t, query).slice(0, 200)]
  if (address === '' || mayOperate(who)) return null
  if (who.kind === 'visitor')
    return (
      <Link
        href={`/logg-inn?neste=${encodeURIComponent(searchHref(query, {}))}`}
        prefetch={false}
        className="ds-button"
        data-variant="secondary"
      >
        {t(asks ? 'search.signInToAsk' : 'search.signInToBeTold')}
      </Link>
    )
  const question = t('openQuestions.about', { query: name })
  // What counts as alike to the reader now counts to the search for as long as it is kept.
  const kept = query.lik ? `${address}&${new URLSearchParams({ standpunkt: keptAs(standpointAddress(from)) })}` : address
  return (
    <>
      {mayFollow(who) && <TellMe {...{ t, actions, name }} address={kept} savedId={await savedAs(who, query)} />}
      {asks && <AskAll {...{ t, actions, question }} themeCode={query.tema[0] ?? ''} askedId={await askedOf(who, question)} />}
    </>
  )
}
