import type { FormField } from '@/components/forms/fields'
import { PlainForm } from '@/components/forms/plain-form'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  action: React.ComponentProps<typeof PlainForm>['action']
  hidden: Record<string, string>
  draft: string
}

/** What an advisor makes of a reply: it will do, or more is wanted. */
export function VerdictForm({ t, action, hidden, draft }: Props) {
  const fields: FormField[] = [
    {
      ...{ name: 'verdict', input: 'radio', label: t('reviews.verdict'), isRequired: true, initial: '' },
      choices: (['accepted', 'more_wanted'] as const).map((value) => ({ value, text: t(`choices.replyVerdict.${value}`) })),
    },
    { name: 'note', input: 'text', label: t('reviews.verdictNote'), hint: t('reviews.verdictHint'), initial: '' },
  ]
  return (
    <PlainForm
      action={action}
      fields={fields}
      hidden={hidden}
      draft={draft}
      cancelHref="/kuratering/gjennomgang?vis=kommentert"
    />
  )
}
