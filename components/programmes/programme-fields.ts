import type { FormField } from '@/components/forms/fields'
import type { Translator } from '@/lib/platform/i18n'

interface Values {
  title: string
  goal: string
  managerId: string | null
  startOn: string | null
  endOn: string | null
}

export const emptyProgramme: Values = { title: '', goal: '', managerId: null, startOn: null, endOn: null }

/** The fields of a programme, ready for its form. */
export function programmeFields(t: Translator, values: Values, people: { id: string; name: string }[]): FormField[] {
  return [
    { name: 'title', input: 'line', label: t('item.fields.title'), initial: values.title, isRequired: true },
    { name: 'goal', input: 'text', label: t('project.goal'), hint: t('programmes.goalHint'), initial: values.goal },
    {
      name: 'managerId',
      input: 'select',
      label: t('programmes.manager'),
      initial: values.managerId ?? '',
      choices: people.map(({ id, name }) => ({ value: id, text: name })),
      empty: t('item.nobody'),
    },
    { name: 'startOn', input: 'date', label: t('item.fields.startOn'), initial: values.startOn ?? '' },
    { name: 'endOn', input: 'date', label: t('item.fields.endOn'), initial: values.endOn ?? '' },
  ]
}
