import type { FormField } from '@/components/forms/fields'
import type { PartKind } from '@/generated/prisma/enums'
import { guidePhases } from '@/lib/collections/input'
import type { RichText } from '@/lib/experiences/text/rules'
import type { Translator } from '@/lib/platform/i18n'

/** The words of a guide as fields. */
export function guideFields(
  t: Translator,
  themes: string[],
  values: { title: string; lead: string; themeCode: string | null },
): FormField[] {
  return [
    { name: 'title', input: 'line', label: t('guides.fields.title'), isRequired: true, initial: values.title },
    { name: 'lead', input: 'text', label: t('guides.fields.lead'), hint: t('guides.hints.lead'), initial: values.lead },
    {
      ...{ name: 'themeCode', input: 'select', label: t('common.theme'), initial: values.themeCode ?? '' },
      choices: themes.map((value) => ({ value, text: t(`choices.theme.${value}` as 'choices.theme.byggesak') })),
      empty: t('guides.allThemes'),
    },
  ]
}

/** The words of a section as fields. */
export function sectionFields(t: Translator, values: { title: string; phaseCode: string | null; advice: RichText }): FormField[] {
  return [
    { name: 'title', input: 'line', label: t('guides.fields.sectionTitle'), isRequired: true, initial: values.title },
    {
      ...{ name: 'phaseCode', input: 'select', label: t('guides.fields.phase'), initial: values.phaseCode ?? '' },
      choices: guidePhases.map((value) => ({ value, text: t(`choices.phase.${value}`) })),
      empty: t('guides.allPhases'),
    },
    {
      ...{ name: 'advice', input: 'rich', label: t('guides.fields.advice'), hint: t('guides.hints.advice') },
      initial: JSON.stringify(values.advice),
    },
  ]
}

/** What an example is of the report, and what it is good for. */
export function exampleFields(t: Translator, parts: PartKind[]): FormField[] {
  return [
    {
      ...{ name: 'partKind', input: 'select', label: t('guides.fields.part'), hint: t('guides.hints.part') },
      ...{ initial: '', empty: t('guides.wholeCase') },
      choices: parts.map((value) => ({ value, text: t(`choices.partKind.${value}`) })),
    },
    { name: 'note', input: 'text', label: t('guides.fields.note'), hint: t('guides.hints.note'), initial: '' },
  ]
}

/** Another example than a report, by its address. */
export function otherExampleFields(t: Translator): FormField[] {
  return [
    {
      ...{ name: 'address', input: 'line', label: t('guides.fields.address'), hint: t('guides.hints.address') },
      ...{ isRequired: true, initial: '' },
    },
    { name: 'linkTitle', input: 'line', label: t('guides.fields.linkTitle'), hint: t('guides.hints.linkTitle'), initial: '' },
    { name: 'note', input: 'text', label: t('guides.fields.note'), hint: t('guides.hints.note'), initial: '' },
  ]
}
