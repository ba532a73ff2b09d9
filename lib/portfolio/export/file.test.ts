import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Address, listQuery } from '@/lib/lists/rules'
import type { Staff } from '@/lib/platform/actor'
import { dateOf } from '@/lib/platform/dates'
import { makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { type PortfolioListName, portfolioLists } from '../lists/columns'
import { type ExportFormat, type ExportWords, exportFile, exportFormat } from './file'

const words: ExportWords = {
  title: 'Leveranser Fjærvik 2026-11-23',
  locale: 'nb',
  author: 'Fjærvik',
  columnTitle: (key) => `«${key}»`,
  cellText: (_, value, label) => label ?? String(value ?? ''),
  texts: { yes: 'Ja', no: 'Nei', sum: 'Sum' },
  pageLabel: (page, pages) => `Side ${page} av ${pages}`,
  tooLong: 'Det er flere.',
}

let per: Staff

/** More deliverables than a page of the list, a batch of the file and a document hold. */
const many = 2001
const titleOf = (index: number) => `Leveranse ${String(index).padStart(4, '0')}`
const titles = Array.from({ length: many }, (_, index) => titleOf(index))

beforeAll(async () => {
  per = await makeStaff({ name: 'Per Lien' })
  const project = await makeProject(per, {
    number: '2026-001',
    title: 'Bru; "vei" og =SUM(A1)',
    deliverables: [],
    budgets: [
      { year: 2026, budgetNok: 1_250_000, costNok: 10, forecastNok: 20 },
      { year: 2027, budgetNok: 750_000, costNok: 30, forecastNok: 40 },
    ],
  })
  const own = { municipalityId: per.municipality.id, projectId: project.id, status: 'on_plan' as const }
  const dates = { startOn: dateOf('2026-09-01'), endOn: dateOf('2027-01-15') }
  await owner().deliverable.createMany({
    data: titles.map((title) => ({ ...own, ...dates, title, quality: '', acceptance: '' })),
  })
  const other = await makeStaff()
  await makeProject(other, { visibility: 'open', title: 'Deres' })
})

const file = (format: ExportFormat, address: Address, name: PortfolioListName = 'leveranser', actor = per) =>
  exportFile(actor, name, listQuery(portfolioLists[name], address), format, words)

async function csv(address: Address, name?: PortfolioListName, actor?: Staff) {
  const text = await (await file('csv', address, name, actor)).text()
  return text.replace('\uFEFF', '').trimEnd().split('\r\n')
}

describe('a list as a file', () => {
  test.each([
    ['csv', 'text/csv; charset=utf-8'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['pdf', 'application/pdf'],
  ] as const)('of the kind %s is a download with its name, kept by the reader alone', async (format, type) => {
    const { headers, status } = await file(format, { q: '0007', kol: 'tittel' })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe(type)
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="Leveranser Fjaervik 2026-11-23.${format}"; filename*=UTF-8''Leveranser%20Fj%C3%A6rvik%202026-11-23.${format}`,
    )
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('is one of three kinds', () => {
    expect(['csv', 'xlsx', 'pdf', 'exe', '', null].map(exportFormat)).toEqual(['csv', 'xlsx', 'pdf', null, null, null])
  })
})

describe('a file of text', () => {
  test('holds every hit in the order and with the columns of the screen, whatever page that shows', async () => {
    const lines = await csv({ kol: 'tittel', sorter: '-tittel', antall: '25', side: '3' })
    expect(lines).toEqual(['«tittel»', ...titles.toReversed()])
  })

  test('holds what is filtered, figures as figures, dates as dates and the rest in words', async () => {
    expect(await csv({ kol: 'start,status,tittel', q: 'leveranse 0042' })).toEqual([
      '«start»;«status»;«tittel»',
      '01.09.2026;on_plan;Leveranse 0042',
    ])
    expect(await csv({ kol: 'ar,budsjett,prosjekt', sorter: 'ar' }, 'okonomi')).toEqual([
      '«ar»;«budsjett»;«prosjekt»',
      '2026;1250000;"Bru; ""vei"" og =SUM(A1)"',
      '2027;750000;"Bru; ""vei"" og =SUM(A1)"',
    ])
    expect(await csv({ kol: 'leder,mine,tittel' }, 'prosjekter')).toEqual([
      '«leder»;«mine»;«tittel»',
      'Per Lien;Ja;"Bru; ""vei"" og =SUM(A1)"',
    ])
  })

  test('holds nothing of others', async () => {
    expect(await csv({ kol: 'tittel' }, 'prosjekter', await makeStaff())).toEqual(['«tittel»'])
    expect(await csv({ kol: 'tittel', q: 'Deres' }, 'prosjekter')).toEqual(['«tittel»'])
  })
})

test('a workbook holds every hit, and sums what is summed', async () => {
  const sheetOf = async (address: Address, name?: PortfolioListName) => {
    const bytes = new Uint8Array(await (await file('xlsx', address, name)).arrayBuffer())
    return strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  }
  const sheet = await sheetOf({ kol: 'tittel', sorter: 'tittel', side: '2' })
  expect(sheet.match(/Leveranse \d{4}/g)).toEqual(titles)
  expect(sheet).toContain('«tittel»')
  const money = await sheetOf({ kol: 'ar,budsjett', sorter: 'ar' }, 'okonomi')
  expect(money).toMatch(/<c r="B2" s="\d+"><v>1250000<\/v><\/c>/)
  expect(money).toMatch(/<c r="B3" s="\d+"><v>750000<\/v><\/c>/)
  expect(money).toContain('Sum')
})

describe('a document', () => {
  const read = async (address: Address) => {
    const response = await file('pdf', address)
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-')
    expect(response.headers.get('content-length')).toBe(String(bytes.byteLength))
    return extractText(await getDocumentProxy(bytes), { mergePages: true })
  }

  test('holds every hit of what is filtered', async () => {
    const { text } = await read({ kol: 'tittel,status', q: 'leveranse 00', sorter: 'tittel', side: '2' })
    expect(text.match(/Leveranse \d{4}/g)).toEqual(titles.slice(0, 100))
    expect(text).toContain(words.title)
    expect(text).toContain('«status»')
    expect(text).not.toContain(words.tooLong)
  })

  test('too long to be read ends with saying so', async () => {
    const { text } = await read({ kol: 'tittel', sorter: 'tittel' })
    expect(text.match(/Leveranse \d{4}/g)).toEqual(titles.slice(0, 2000))
    expect(text).toContain(words.tooLong)
  }, 60_000)
})
