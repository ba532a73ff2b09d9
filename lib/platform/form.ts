import type { SavedMeanwhile } from './refusal'
import { storable } from './storable'

/** What a form shows after it was sent: what was typed, what is wrong with it, and a problem with the whole, if any. */
export interface FormState {
  values: Record<string, string | string[]>
  /** Field name to message key, in the order of the fields. */
  errors: Record<string, string>
  /** What another saved since the form was opened, where the form can show both. */
  meanwhile?: SavedMeanwhile
  problem?: {
    key: 'forbidden' | 'conflict' | 'not-found' | 'origin' | 'fault' | 'signed-out' | 'unconfirmed'
    reference?: string
  }
}

/** Told to a form when values were put into its fields by hand of the program, for fields that show them in their own way. */
export const filledEvent = 'delt:filled'

/** Told to a form when what stands in it has been saved while it stays open. */
export const keptEvent = 'delt:kept'

export const untouchedForm: FormState = { values: {}, errors: {} }

type Tree = { [key: string]: Tree | Tree[] | string | string[] }

/** Every field as it was typed; a name that comes several times, or ends in `[]`, is a list. Framework fields are left out. */
export function typedValues(form: FormData): FormState['values'] {
  const values: FormState['values'] = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$')) continue
    const typed = form.getAll(name).flatMap((value) => (typeof value === 'string' ? [storable(value)] : []))
    values[name] = name.endsWith('[]') ? typed : (typed.at(-1) ?? '')
  }
  return values
}

/** What a field without a chosen file is sent as: nothing, under a name that differs with how the form was sent. */
const nameless = ['', 'blob', 'undefined']

/** What a form gets back of what was typed: all but secrets, which are typed again. */
export function echoed(values: FormState['values']): FormState['values'] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/secret$/i.test(name)))
}

/** The last file of each field where one was chosen, as it was sent: neither its name nor its type is checked. */
export function sentFiles(form: FormData): Record<string, File> {
  const files = new Map<string, File>()
  for (const [name, value] of form) {
    if (typeof value === 'string' || name.startsWith('$')) continue
    if (value.size > 0 || !nameless.includes(value.name)) files.set(name, value)
  }
  return Object.fromEntries(files)
}

/** The fields as an object: `costs.0.year` becomes `{ costs: [{ year }] }` and `parts[]` becomes `{ parts: [...] }`. */
export function nested(values: FormState['values']): Tree {
  const tree: Tree = {}
  for (const [name, value] of Object.entries(values)) {
    const path = name.replace(/\[\]$/, '').split('.')
    const [place, last] = [placeOf(tree, path), path.at(-1) ?? name]
    if (place && !isTree(place[last])) place[last] = value
  }
  return listsOf(tree) as Tree
}

/** No form of ours goes deeper. */
const deepest = 8
const isTree = (value: Tree[string] | undefined): value is Tree => typeof value === 'object' && !Array.isArray(value)

/** What the last step of the path is taken from, made where it is missing; nothing for paths that no form of ours has. */
function placeOf(tree: Tree, path: string[]): Tree | null {
  if (path.length > deepest || path.some((step) => step in Object.prototype)) return null
  let place = tree
  for (const step of path.slice(0, -1)) {
    if (!Object.hasOwn(place, step)) place[step] = {}
    const next = place[step]
    if (!isTree(next)) return null
    place = next
  }
  return place
}

/** Objects whose keys are all whole numbers are lists. */
function listsOf(value: Tree[string]): Tree[string] {
  if (typeof value === 'string' || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, child]) => [key, listsOf(child)] as const)
  const isList = entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))
  if (!isList) return Object.fromEntries(entries)
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => child) as Tree[]
}

/** The name of the field that an error path points at. Lists of choices carry `[]` in the form. */
export function fieldName(path: readonly PropertyKey[], values: FormState['values']): string {
  const name = path.map(String).join('.')
  return `${name}[]` in values ? `${name}[]` : name
}
