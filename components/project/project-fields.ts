import type { FormField } from '@/components/forms/fields'
import type { Translator } from '@/lib/platform/i18n'
import type { Locale } from '@/lib/platform/locale'
import { fieldsOfBlock, type ProjectBlock } from '@/lib/projects/editing/fields'
import type { ItemValues } from '@/lib/projects/items/fields'
import { fieldsOf } from './items/item-texts'

interface Page {
  values: ItemValues
  themes: string[]
  may: { share: boolean }
}

/** The fields of a block of the project, ready for its form. */
export function projectFormFields(t: Translator, locale: Locale, block: ProjectBlock, page: Page): FormField[] {
  const known = fieldsOfBlock(block)
    .filter(({ name }) => block === 'all' || name !== 'visibility' || page.may.share)
    .map((field) => (field.name === 'themeCode' ? { ...field, choices: page.themes } : field))
  return fieldsOf({ t, locale, people: [], phases: [] }, known, page.values, (name) => ({
    label: t(`project.fields.${name}` as 'project.fields.title'),
    hint: t.has(`project.hints.${name}` as 'project.hints.goal') ? t(`project.hints.${name}` as 'project.hints.goal') : undefined,
  }))
}
