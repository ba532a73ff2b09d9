import 'server-only'
import type { ListQuery } from '@/lib/lists/rules'
import type { Staff } from '@/lib/platform/actor'
import { type IsoDate, isoDateOrNull, today } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import type { TimelineItem, TimelineState } from '@/lib/timeline/rules'
import { portfolioList } from '../lists/queries'

/** A page of the portfolio against the calendar: each project as a bar, with the decision point it is heading for. */
export async function portfolioTimeline(actor: Staff, query: ListQuery) {
  const sorted = { ...query, columns: ['tittel', 'start', 'slutt', 'tilstand'], group: null }
  const list = await portfolioList(actor, 'prosjekter', sorted)
  const ids = list.rows.map(({ id }) => id)
  const gates = await read(actor, (tx) =>
    tx.project.findMany({
      where: { municipalityId: actor.municipality.id, id: { in: ids } },
      select: { id: true, currentPhase: { select: { plannedEndOn: true, modelPhase: { select: { gate: true } } } } },
    }),
  )
  const gateOf = new Map(gates.map(({ id, currentPhase }) => [id, currentPhase]))
  return {
    page: list.page,
    pageCount: list.pageCount,
    names: list.names,
    items: list.rows.flatMap(({ id, cells }): TimelineItem[] => {
      const text = (key: string) => (cells[key]?.value === null ? null : String(cells[key]?.value ?? ''))
      const [title, startOn, endOn, lifecycle] = [text('tittel') ?? '', text('start'), text('slutt'), text('tilstand')]
      const isClosed = lifecycle === 'closed' || lifecycle === 'stopped'
      const state = stateOf(isClosed, startOn, endOn)
      const bar: TimelineItem = { id, kind: 'project', title, startOn, endOn, state, href: `/prosjekter/${id}/plan` }
      const phase = gateOf.get(id)
      const gateOn = isoDateOrNull(phase?.plannedEndOn ?? null)
      if (isClosed || !gateOn || !phase?.modelPhase.gate) return [bar]
      return [
        bar,
        {
          id: `bp-${id}`,
          kind: 'gate',
          title: `${phase.modelPhase.gate} ${title}`,
          startOn: null,
          endOn: gateOn,
          state: gateOn < today() ? 'late' : 'upcoming',
          href: `/prosjekter/${id}/faser`,
        },
      ]
    }),
  }
}

function stateOf(isClosed: boolean, startOn: IsoDate | null, endOn: IsoDate | null): TimelineState {
  if (isClosed) return 'done'
  if (endOn !== null && endOn < today()) return 'late'
  return startOn !== null && startOn <= today() ? 'current' : 'upcoming'
}
