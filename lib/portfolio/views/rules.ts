import type { PortfolioListName } from '../lists/columns'

/** A view that everybody has: its code in the address, and what it shows. */
export interface ReadyView {
  code: string
  query: string
}

const status = 'kol=tittel,fase,fremdrift,okonomi,kvalitet,risiko,gevinst,rapportert'

/** The views that come with Delt, list by list. The first shows everything. */
export const readyViews: Partial<Record<PortfolioListName, readonly ReadyView[]>> = {
  prosjekter: [
    { code: 'alle', query: '' },
    { code: 'status', query: status },
    { code: 'okonomi', query: 'kol=tittel,fase,budsjett,kostnad,prognose,avvik,timer&sorter=-avvik,tittel&gruppe=fase' },
    { code: 'mine', query: 'f-mine=ja' },
    { code: 'forsinkede', query: `${status},forsinkede&f-fremdrift=minor_delay&f-fremdrift=delayed&sorter=-fremdrift,tittel` },
    { code: 'mangler-rapport', query: 'kol=tittel,leder,fase,rapportert,overtid&f-overtid-fra=1&sorter=-overtid' },
    { code: 'avsluttede', query: 'f-tilstand=closed&f-tilstand=stopped&sorter=-slutt' },
  ],
  usikkerhet: [
    { code: 'alle', query: '' },
    { code: 'apne', query: 'f-slag=risk&f-status=identified' },
    { code: 'muligheter', query: 'f-slag=opportunity' },
    { code: 'alvorlige', query: 'f-slag=risk&f-status=identified&f-faktor-fra=15' },
  ],
  gevinster: [
    { code: 'alle', query: '' },
    { code: 'uten-indikator', query: 'f-indikator=tom' },
    { code: 'uten-maling', query: 'f-malt=tom' },
  ],
  vilkar: [
    { code: 'alle', query: '' },
    { code: 'apne', query: 'f-lukket=tom' },
  ],
}

/** A view as a tab. */
export interface ViewTab {
  id: string
  /** The name of a saved one; null for a ready-made one, which the messages name. */
  name: string | null
  code: string | null
  query: string
  isOwn: boolean
  isShared: boolean
  isStandard: boolean
}

/** Ready-made first, then own, then those that colleagues share. */
export function viewTabs(list: PortfolioListName, saved: ViewTab[]): ViewTab[] {
  const ready = (readyViews[list] ?? [{ code: 'alle', query: '' }]).map(
    ({ code, query }): ViewTab => ({ id: code, name: null, code, query, isOwn: false, isShared: false, isStandard: false }),
  )
  return [...ready, ...saved.filter(({ isOwn }) => isOwn), ...saved.filter(({ isOwn }) => !isOwn)]
}

/** The address of a view: all that it shows, and which it is. */
export function viewHref(path: string, view: Pick<ViewTab, 'id' | 'query'>): string {
  const parameters = new URLSearchParams(view.query)
  parameters.delete('visning')
  const text = parameters.toString()
  return `${path}?visning=${view.id}${text ? `&${text}` : ''}`
}

/** Whether an address asks for nothing in particular: then the reader's own standard view is shown. */
export function asksForNothing(address: Record<string, unknown>): boolean {
  return Object.keys(address).filter((key) => key !== 'ok').length === 0
}
