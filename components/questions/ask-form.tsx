import type { ActionForm } from '@/components/forms/action-form'
import type { FormField } from '@/components/forms/fields'
import { PlainForm } from '@/components/forms/plain-form'
import type { Translator } from '@/lib/platform/i18n'
import { usersIn, type WhomToAsk } from '@/lib/questions/asking/rules'

interface Props {
  t: Translator
  action: React.ComponentProps<typeof ActionForm>['action']
  slug: string
  personId: string
  whom: WhomToAsk
  /** How many more may be asked this month. */
  left: number
}

/** A question, and whether it goes to all who have done it, or besides the source to those like us alone, where there are any. */
export function AskForm({ t, action, slug, personId, whom, left }: Props) {
  const [all, alike] = [usersIn(whom, 'all').length, usersIn(whom, 'alike').length]
  const hasChoice = alike > 0 && alike < all
  const question: FormField = {
    ...{ name: 'text', input: 'text', label: t('questions.question'), hint: t('questions.questionHint') },
    ...{ isRequired: true, initial: '' },
  }
  const audience: FormField = {
    ...{ name: 'audience', input: 'radio', label: t('questions.audience'), isRequired: true, initial: 'all' },
    choices: [
      { value: 'all', text: t('questions.audienceAll', { count: all }) },
      { value: 'alike', text: t('questions.audienceAlike', { count: alike }) },
    ],
  }
  return (
    <>
      {all > 0 && alike === 0 && <p className="mb-3">{t('questions.nobodyAlike')}</p>}
      {left > 0 && (
        <PlainForm
          action={action}
          fields={hasChoice ? [question, audience] : [question]}
          hidden={{ slug, ...(!hasChoice && { audience: 'all' }) }}
          draft={`${personId}:sporsmal:${slug}`}
          cancelHref={`/erfaringer/${slug}`}
          submitText={t('questions.send')}
        />
      )}
      <p className="mt-3 text-sm muted">{t('questions.left', { count: left })}</p>
    </>
  )
}
