// What stands in a form as the browser has it, for keeping and for putting back.

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const neverKept = ['hidden', 'submit', 'button', 'file', 'password']

const isKept = (field: Element): field is Field =>
  'name' in field && 'value' in field && field.name !== '' && !neverKept.includes((field as HTMLInputElement).type)

const fieldsOf = (form: HTMLFormElement) => [...form.elements].filter(isKept)

const isTicked = (field: Field): field is HTMLInputElement => ['checkbox', 'radio'].includes(field.type)

export function valuesOf(form: HTMLFormElement): [string, string][] {
  return fieldsOf(form)
    .filter((field) => !isTicked(field) || field.checked)
    .map((field) => [field.name, field.value])
}

export function fillForm(form: HTMLFormElement, values: readonly [string, string][]): void {
  const wanted = new Map<string, string[]>()
  for (const [name, value] of values) wanted.set(name, [...(wanted.get(name) ?? []), value])
  for (const field of fieldsOf(form)) {
    const values = wanted.get(field.name) ?? []
    if (isTicked(field)) field.checked = values.includes(field.value)
    else if (values[0] !== undefined) field.value = values[0]
  }
}

/** The version the form would be sent as now: a form that is saved while it is open counts on. */
export function versionOf(form: HTMLFormElement): number {
  return Number(form.querySelector<HTMLInputElement>('input[type="hidden"][name$="version"]')?.value ?? 0)
}

const fewTyped = 3

/** Whether it takes more than a moment to write it all again. */
export function isTextBearing(form: HTMLFormElement): boolean {
  const typed = fieldsOf(form).filter((field) => !isTicked(field) && field.type !== 'select-one')
  return form.querySelector('textarea') !== null || typed.length >= fewTyped
}

/** The page, and what the form on it is about: the ids it carries, and its fields. */
export function placeOf(form: HTMLFormElement): string {
  const isAbout = ({ type, name }: HTMLInputElement) => type === 'hidden' && !name.startsWith('$') && !name.endsWith('version')
  const hidden = [...form.querySelectorAll<HTMLInputElement>('input')]
    .filter(isAbout)
    .map(({ name, value }) => `${name}=${value}`)
  const names = [...new Set(fieldsOf(form).map(({ name }) => name))]
  return [location.pathname, ...hidden.slice(0, 4), ...names.slice(0, 2)].join(' ').slice(0, 300)
}
