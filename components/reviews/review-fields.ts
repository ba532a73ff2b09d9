import type { FormField } from '@/components/forms/fields'
import type { Translator } from '@/lib/platform/i18n'
import { reviewPoints } from '@/lib/reviews/rules'

/** The checklist as fields: fine or not, and why not. */
export function reviewFields(t: Translator): FormField[] {
  const points = reviewPoints.flatMap((point): FormField[] => [
    {
      ...{ name: point, input: 'radio', label: t(`reviews.points.${point}`), isRequired: true, initial: '' },
      choices: [
        { value: 'yes', text: t('reviews.fine') },
        { value: 'no', text: t('reviews.notFine') },
      ],
    },
    { name: `${point}Comment`, input: 'line', label: t('reviews.why', { point: t(`reviews.names.${point}`) }), initial: '' },
  ])
  return [...points, { name: 'comment', input: 'text', label: t('reviews.comment'), hint: t('reviews.commentHint'), initial: '' }]
}
