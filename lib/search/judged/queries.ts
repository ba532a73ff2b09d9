import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { searchQuery } from '../input'
import { type Hit, searchAll } from '../queries'
import judged from './queries.json'
import { ndcg } from './rules'

export interface Judgement {
  query: string
  /** nDCG@10, from 0 to 1. */
  score: number
  hits: string[]
}

/** Searches the demo content for every judged query as readers do, all kinds mixed, and says how good each answer is. */
export async function judge(actor: Actor): Promise<Judgement[]> {
  const judgements: Judgement[] = []
  for (const { query, wants } of judged) {
    const { hits } = await searchAll(actor, searchQuery.parse({ q: query }))
    const names = hits.map(nameOf)
    judgements.push({
      query,
      score: ndcg(names, wants as Partial<Record<string, number>> as Record<string, number>),
      hits: names,
    })
  }
  return judgements
}

/** What a hit is called in the judgements: a report by its address, other things by what they are called and whose they are. */
function nameOf({ kind, title, municipality, href, part }: Hit): string {
  const slug = href.split(/[/#]/)[2] ?? ''
  const words = title.map(({ text }) => text).join('')
  switch (kind) {
    case 'report':
      return slug
    case 'part':
      return `del: ${part}, ${slug}`
    case 'project':
      return `prosjekt: ${municipality?.name}, ${words}`
    case 'lesson':
      return `erfaring: ${municipality?.name}, ${words}`
    case 'collection':
      return `samling: ${words}`
    case 'municipality':
      return `kommune: ${words}`
    case 'collaboration':
      return `samarbeid: ${words}`
  }
}

/** The mean of the scores. */
export function meanOf(judgements: Judgement[]): number {
  return judgements.reduce((sum, { score }) => sum + score, 0) / judgements.length
}
