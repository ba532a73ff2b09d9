import type { FormField } from '@/components/forms/fields'
import { guidePhases } from '@/lib/collections/input'
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
export function sectionFields(t: Translator, values: { title: string; phaseCode: string | null; advice: string }): FormField[] {
  return [
    { name: 'title', input: 'line', label: t('guides.fields.sectionTitle'), isRequired: true, initial: values.title },
    {
      ...{ name: 'phaseCode', input: 'select', label: t('guides.fields.phase'), initial: values.phaseCode ?? '' },
      choices: guidePhases.map((value) => ({ value, text: t(`choices.phase.${value}`) })),
      empty: t('guides.allPhases'),
    },
    { name: 'advice', input: 'text', label: t('guides.fields.advice'), hint: t('guides.hints.advice'), initial: values.advice },
  ]
}
