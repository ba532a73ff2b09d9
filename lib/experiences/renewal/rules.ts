import type { SectionKind } from '@/generated/prisma/enums'
import { type FormState, nested } from '@/lib/platform/form'
import { formValues } from '../form/rules'
import { type DraftInput, draftInput } from '../input'
import type { DraftReport } from '../rules'
import { newBlocks } from '../text/blocks'
import { joined, parseText, plainText, type RichText } from '../text/rules'

/** What is done with a thing the project knows: nothing, taken in beside what is written, or put in its place. */
export type Choice = 'keep' | 'add' | 'replace'

/** The fields a project can say something of, in the order of the form, and what parts their entries where they are lists. */
const fields = {
  title: { section: 'short' },
  summary: { section: 'short' },
  outcome: { section: 'short' },
  themeCode: { section: 'short' },
  need: { section: 'background', isRich: true },
  affected: { section: 'background' },
  alternatives: { section: 'background', isRich: true },
  technologies: { section: 'solution', between: ', ' },
  suppliers: { section: 'solution', between: ', ' },
  steps: { section: 'solution', isRich: true },
  costComment: { section: 'cost', between: '\n' },
  wouldChange: { section: 'lessons', isRich: true },
  worked: { section: 'lessons', isRich: true },
  didNotWork: { section: 'lessons', isRich: true },
  firstSteps: { section: 'advice', between: '\n' },
  prerequisites: { section: 'advice', between: '\n' },
  maySkip: { section: 'advice', between: '\n' },
  role: { section: 'people' },
  contact: { section: 'people' },
} as const satisfies Record<string, { section: SectionKind | 'short'; isRich?: true; between?: string }>

type Field = keyof typeof fields

/** Something new in the project, beside what the report says. */
export interface Offer {
  /** The field, or the line of one: `costs:purchase 2025`. */
  key: string
  section: SectionKind | 'short'
  field: Field | 'costs' | 'effects'
  mine: string
  theirs: string
  /** What would be taken in beside what is written; null where that cannot be. */
  added: string | null
  /** What a writer most likely wants: what nobody has touched is replaced, what somebody has written stays. */
  preset: Choice
}

type Values = FormState['values']
const textOf = (values: Values, field: string) => (values[field] ?? '').toString().trim()

/**
 * What is new in a project since its report last took from it. `basis` is what it said then; a report from before that was kept is held
 * against what is written.
 */
export function offersBetween(basis: DraftReport | null, fresh: DraftReport, mine: DraftReport): Offer[] {
  const [was, is, written] = [basis && formValues(basis), formValues(fresh), formValues(mine)]
  const ofFields = (Object.keys(fields) as Field[]).flatMap((field) => fieldOffer(field, was, is, written) ?? [])
  const ofRows = [...rowOffers('costs', basis, fresh, mine), ...rowOffers('effects', basis, fresh, mine)]
  return [...ofFields, ...ofRows]
}

function fieldOffer(field: Field, was: Values | null, is: Values, written: Values): Offer | null {
  const [before, theirs, own] = [was && textOf(was, field), textOf(is, field), textOf(written, field)]
  if (theirs === '' || theirs === own || theirs === before) return null
  const added = own === '' ? null : addition(field, was, is, written)
  if (added === '') return null
  const isUntouched = own === '' || own === before
  return {
    ...{ key: field, field, section: fields[field].section, mine: own, theirs, added },
    preset: isUntouched ? 'replace' : added === null ? 'keep' : 'add',
  }
}

/** The entries that are new; empty where all of them are known, null where the field is no list. */
function addition(field: Field, was: Values | null, is: Values, written: Values): string | null {
  const { isRich, between } = { isRich: false, between: '', ...fields[field] }
  if (isRich) return plainText(newBlocks(richIn(is, field), [richIn(was ?? {}, field), richIn(written, field)]))
  return between === '' ? null : newEntries(field, between, was, is, written).join(between)
}

function newEntries(field: Field, between: string, was: Values | null, is: Values, written: Values): string[] {
  const entries = (values: Values) =>
    textOf(values, field)
      .split(between.trim() || '\n')
      .map((entry) => entry.trim())
      .filter(Boolean)
  const known = new Set([...entries(was ?? {}), ...entries(written)])
  return entries(is).filter((entry) => !known.has(entry))
}

const nothing: RichText = { type: 'doc', content: [] }
function richIn(values: Values, field: Field): RichText {
  const parsed = parseText(textOf(values, `rich.${field}`))
  return parsed.success ? parsed.data : nothing
}

type Rows = 'costs' | 'effects'
type Row = DraftReport['costs'][number] | DraftReport['effects'][number]

/** What tells lines apart: the kind and year of a cost, the name of an effect. */
const nameOf = (row: Row) => ('year' in row ? `${row.kind} ${row.year}` : row.title.trim())
const saidBy = (row: Row | undefined) =>
  row ? ('year' in row ? [row.planned, row.actual] : [row.valueBefore, row.valueAfter, row.period]).join(' · ') : ''

function rowOffers(rows: Rows, basis: DraftReport | null, fresh: DraftReport, mine: DraftReport): Offer[] {
  const find = (report: DraftReport | null, name: string) => report?.[rows].find((row: Row) => nameOf(row) === name)
  return fresh[rows].flatMap((row: Row): Offer[] => {
    const name = nameOf(row)
    const [before, own] = [find(basis, name), find(mine, name)]
    const [was, theirs, written] = [saidBy(before), saidBy(row), saidBy(own)]
    if (theirs === written || (before && theirs === was)) return []
    const isUntouched = own ? before !== undefined && written === was : before === undefined
    return [
      {
        ...{ key: `${rows}:${name}`, field: rows, section: rows === 'costs' ? 'cost' : 'effect' },
        ...{ mine: written, theirs, added: null, preset: isUntouched ? 'replace' : 'keep' },
      },
    ]
  })
}

/** The report with what was chosen taken in, as its form would send it. What is not chosen stays as it is. */
export function renewed(
  { basis, fresh, mine }: { basis: DraftReport | null; fresh: DraftReport; mine: DraftReport },
  chosen: Readonly<Record<string, Choice>>,
): DraftInput {
  const offers = offersBetween(basis, fresh, mine).map((offer) => ({ ...offer, choice: chosen[offer.key] ?? 'keep' }))
  const taken = offers.filter(({ choice }) => choice !== 'keep')
  const rows = {
    costs: withRows(
      mine.costs,
      fresh.costs,
      taken.filter(({ field }) => field === 'costs'),
    ),
    effects: withRows(
      mine.effects,
      fresh.effects,
      taken.filter(({ field }) => field === 'effects'),
    ),
  }
  const values = formValues({ ...mine, ...rows })
  const [was, is, written] = [basis && formValues(basis), formValues(fresh), formValues(mine)]
  for (const { field, choice } of taken)
    if (field !== 'costs' && field !== 'effects') Object.assign(values, takenField(field, choice, was, is, written))
  return draftInput.parse(nested(values))
}

function withRows<Line extends Row>(own: Line[], theirs: Line[], taken: Offer[]): Line[] {
  const names = new Set(taken.map(({ key }) => key.slice(key.indexOf(':') + 1)))
  const wanted = theirs.filter((row) => names.has(nameOf(row)))
  const inPlace = own.map((row) => {
    const better = wanted.find((one) => nameOf(one) === nameOf(row))
    return better ? { ...row, ...better, ...keptIn(row) } : row
  })
  return [...inPlace, ...wanted.filter((row) => own.every((one) => nameOf(one) !== nameOf(row)))]
}

/** What a writer alone can say of a line stays. */
function keptIn(row: Row): Partial<Row> {
  if ('year' in row) return { quality: row.quality }
  return row.beneficiary ? { beneficiary: row.beneficiary } : {}
}

function takenField(field: Field, choice: Choice, was: Values | null, is: Values, written: Values): Values {
  const { isRich, between } = { isRich: false, between: '', ...fields[field] }
  if (isRich) {
    const own = richIn(written, field)
    const text = choice === 'add' ? joined(own, newBlocks(richIn(is, field), [richIn(was ?? {}, field), own])) : richIn(is, field)
    return { [field]: plainText(text), [`rich.${field}`]: JSON.stringify(text) }
  }
  if (choice === 'add' && between !== '')
    return { [field]: [textOf(written, field), ...newEntries(field, between, was, is, written)].filter(Boolean).join(between) }
  return { [field]: textOf(is, field) }
}
