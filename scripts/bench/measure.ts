import { addressOf, listQuery } from '@/lib/lists/rules'
import type { Staff } from '@/lib/platform/actor'
import { csvStream } from '@/lib/platform/export/csv'
import { spreadsheetStream } from '@/lib/platform/export/spreadsheet'
import type { ExportTable } from '@/lib/platform/export/table'
import { dashboard } from '@/lib/portfolio/dashboard/queries'
import { type PortfolioListName, portfolioLists } from '@/lib/portfolio/lists/columns'
import { allRows, portfolioList } from '@/lib/portfolio/lists/queries'
import { uncertaintyMatrix } from '@/lib/portfolio/matrix/queries'
import { ownerClient } from '@/prisma/load/client'

const runs = 5

async function someone(): Promise<Staff> {
  const client = ownerClient(process.env.DATABASE_URL ?? '')
  const person = await client.person.findFirstOrThrow({ where: { name: 'Person 1' }, include: { municipality: true } })
  await client.$disconnect()
  const { municipality } = person
  if (!municipality) throw new Error('the measured person has no municipality')
  return {
    kind: 'staff',
    personId: person.id,
    name: person.name,
    roles: ['portfolio_manager'],
    municipality: { id: municipality.id, number: municipality.number, name: municipality.displayName, writtenNorm: 'bokmal' },
  }
}

const who = await someone()

async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  console.log(`${name.padEnd(58)} min ${times[0]?.toFixed(0).padStart(6)} ms   median ${times[2]?.toFixed(0).padStart(6)} ms`)
}

const list = (name: PortfolioListName, address: string) => () =>
  portfolioList(who, name, listQuery(portfolioLists[name], addressOf(new URLSearchParams(address))))

await measure('projects, first page', list('prosjekter', ''))
await measure('projects, page 400', list('prosjekter', 'side=400'))
await measure('projects, sorted by title', list('prosjekter', 'sorter=tittel'))
await measure('projects, sorted by status, forecast and title', list('prosjekter', 'sorter=-fremdrift,-prognose,tittel'))
await measure('projects, grouped by phase with sums', list('prosjekter', 'gruppe=fase'))
await measure('projects, late ones of one phase', list('prosjekter', 'f-fremdrift=delayed&f-fase=concept'))
await measure('projects, searched', list('prosjekter', 'q=4711'))
await measure('uncertainties by factor', list('usikkerhet', ''))
await measure('uncertainty matrix', () => uncertaintyMatrix(who, listQuery(portfolioLists.usikkerhet, {})))
await measure('benefits with achievement', list('gevinster', ''))
await measure('economy per year with sums', list('okonomi', 'gruppe=ar'))
await measure('dashboard', () => dashboard(who))

async function drain(stream: ReadableStream<Uint8Array>): Promise<{ bytes: number; peakMb: number }> {
  let [bytes, peak] = [0, 0]
  for await (const chunk of stream) {
    bytes += chunk.length
    peak = Math.max(peak, process.memoryUsage().rss)
  }
  return { bytes, peakMb: Math.round(peak / 1e6) }
}

function table(): ExportTable {
  const query = listQuery(portfolioLists.prosjekter, {})
  async function* rows() {
    for await (const row of allRows(who, 'prosjekter', query))
      yield Object.fromEntries(
        Object.entries(row.cells).map(([key, cell]) => [key, Array.isArray(cell.value) ? '' : (cell.label ?? cell.value)]),
      )
  }
  return {
    title: 'Portefølje',
    locale: 'nb',
    texts: { yes: 'Ja', no: 'Nei', sum: 'Sum' },
    columns: query.columns.map((key) => ({ key, title: key, kind: 'text' })),
    rows: rows(),
  }
}

for (const [name, stream] of [
  ['CSV', csvStream],
  ['Excel', spreadsheetStream],
] as const) {
  const started = performance.now()
  const { bytes, peakMb } = await drain(stream(table()))
  console.log(
    `${`every project to ${name}`.padEnd(58)} ${((performance.now() - started) / 1000).toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB, at most ${peakMb} MB of memory`,
  )
}
process.exit(0)
