import { expect, test } from 'vitest'
import { fieldName, nested, sentFiles, typedValues } from './form'

test('fields become the object that the rules describe, lists in order', () => {
  const form = new FormData()
  form.append('$ACTION_ID', 'x')
  form.append('title', 'Vann')
  form.append('costs.1.year', '2026')
  form.append('costs.0.year', '2025')
  form.append('costs.10.year', '2027')
  form.append('parts[]', 'checklist')
  form.append('parts[]', 'milestones')
  form.append('wants[]', 'talk')
  expect(nested(typedValues(form))).toEqual({
    title: 'Vann',
    costs: [{ year: '2025' }, { year: '2026' }, { year: '2027' }],
    parts: ['checklist', 'milestones'],
    wants: ['talk'],
  })
})

test('a name cannot reach into the machinery of objects', () => {
  const form = new FormData()
  form.append('__proto__.isAdmin', 'yes')
  nested(typedValues(form))
  expect(({} as { isAdmin?: string }).isAdmin).toBeUndefined()
})

test('an error on a list of choices finds its field', () => {
  expect(fieldName(['parts'], { 'parts[]': [] })).toBe('parts[]')
  expect(fieldName(['costs', 0, 'year'], {})).toBe('costs.0.year')
})

test('a chosen file is given to the one who asks for it, and is nothing that was typed', () => {
  const form = new FormData()
  form.set('title', 'Mandat')
  form.set('file', new File(['x'], 'mandat.pdf'))
  form.set('none', new File([], ''))
  // As a field without a file arrives when the form is sent by script.
  form.set('noneByScript', new Blob([]), 'undefined')
  expect(Object.keys(sentFiles(form))).toEqual(['file'])
  expect(sentFiles(form).file?.name).toBe('mandat.pdf')
  expect(typedValues(form)).toMatchObject({ title: 'Mandat', file: '' })
})

test('what no keyboard gives and no database keeps is left out of the text', () => {
  const form = new FormData()
  form.set('title', 'Byg\0gesak')
  form.set('emoji', 'Bra 👍')
  expect(typedValues(form)).toEqual({ title: 'Byggesak', emoji: 'Bra 👍' })
})
