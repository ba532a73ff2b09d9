import 'server-only'
import { allIds, type ListPage, type ListRow, type ListSource, listPage, rowsOf } from '@/lib/lists/engine/queries'
import type { ListColumn, ListQuery } from '@/lib/lists/rules'
import type { Staff } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { type PortfolioListName, portfolioLists } from './columns'
import {
  allocationSource,
  benefitSource,
  conditionSource,
  deliverableSource,
  economySource,
  lessonSource,
  uncertaintySource,
} from './parts/queries'
import { projectSource } from './projects/queries'

const sources: Record<PortfolioListName, (actor: Staff) => ListSource> = {
  prosjekter: projectSource,
  usikkerhet: uncertaintySource,
  gevinster: benefitSource,
  leveranser: deliverableSource,
  erfaringer: lessonSource,
  okonomi: economySource,
  ressurser: allocationSource,
  vilkar: conditionSource,
}

/** The names a filter can choose from, and the names of phases in every language. */
export interface ListNames {
  people: { id: string; name: string }[]
  programmes: { id: string; name: string }[]
  themes: string[]
  phases: { code: string; names: { nb: string; nn: string; en: string } }[]
}

export interface PortfolioListPage extends ListPage {
  names: ListNames
}

/** One page of a list of the actor's own municipality, with the names its filters can choose from. Eight queries at most. */
export function portfolioList(actor: Staff, name: PortfolioListName, query: ListQuery): Promise<PortfolioListPage> {
  return read(actor, async (tx) => ({
    ...(await listPage(tx, portfolioLists[name], sources[name](actor), query)),
    names: await listNames(tx, actor, portfolioLists[name].columns),
  }))
}

/** A page of the projects of a programme, which may be others'. */
export function programmeList(actor: Staff, programmeId: string, query: ListQuery): Promise<PortfolioListPage> {
  return read(actor, async (tx) => ({
    ...(await listPage(tx, portfolioLists.prosjekter, projectSource(actor, programmeId), query)),
    names: await listNames(tx, actor, portfolioLists.prosjekter.columns),
  }))
}

async function listNames(tx: Tx, actor: Staff, columns: readonly ListColumn[]): Promise<ListNames> {
  const wants = (set: ListColumn['set']) => columns.some((column) => column.set === set)
  const municipalityId = actor.municipality.id
  const people = wants('people')
    ? await tx.$queryRaw<ListNames['people']>`
        SELECT id, name FROM person WHERE municipality_id = ${municipalityId}::uuid ORDER BY name COLLATE "nb-NO-x-icu", id LIMIT 2000`
    : []
  const programmes = wants('programmes')
    ? await tx.programme.findMany({
        where: { municipalityId },
        orderBy: { title: 'asc' },
        take: 500,
        select: { id: true, title: true },
      })
    : []
  const phases = await tx.phaseModelPhase.findMany({
    where: { phaseModel: { projects: { some: { municipalityId } } } },
    orderBy: [{ phaseModel: { code: 'desc' } }, { position: 'asc' }],
    select: { code: true, nameNb: true, nameNn: true, nameEn: true },
  })
  const themes = await tx.theme.findMany({ orderBy: { position: 'asc' }, select: { code: true } })
  const byCode = new Map(phases.map((phase) => [phase.code, phase]))
  return {
    people,
    programmes: programmes.map(({ id, title }) => ({ id, name: title })),
    themes: themes.map(({ code }) => code),
    phases: [...byCode.values()].map(({ code, nameNb: nb, nameNn: nn, nameEn: en }) => ({ code, names: { nb, nn, en } })),
  }
}

const batchSize = 1000

/** Every hit of a list in order, a batch at a time: what is held is the ids and one batch, however many hits there are. */
export async function* allRows(actor: Staff, name: PortfolioListName, query: ListQuery): AsyncGenerator<ListRow> {
  const [definition, source] = [portfolioLists[name], sources[name](actor)]
  const ids = await read(actor, (tx) => allIds(tx, definition, source, query))
  for (let from = 0; from < ids.length; from += batchSize) {
    yield* await read(actor, (tx) => rowsOf(tx, definition, source, query, ids.slice(from, from + batchSize)))
  }
}

/** The ids of every hit of a list, for changes of many at once. */
export function hitIds(actor: Staff, name: PortfolioListName, query: ListQuery): Promise<string[]> {
  return read(actor, (tx) => allIds(tx, portfolioLists[name], sources[name](actor), query))
}

/** The names that values are shown by, for exports. */
export function namesOf(actor: Staff, name: PortfolioListName): Promise<ListNames> {
  return read(actor, (tx) => listNames(tx, actor, portfolioLists[name].columns))
}
