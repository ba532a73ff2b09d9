import type { FormField } from '@/components/forms/fields'
import type { EffectHeld, StillInUse } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'

interface Answered {
  stillInUse: StillInUse
  effectHeld: EffectHeld
  comment: string
}

/** The two questions on how it went, and room for a word. */
export function followUpFields(t: Translator, answered?: Answered): FormField[] {
  const held: EffectHeld[] = ['more', 'as_reported', 'less', 'unknown']
  const used: StillInUse[] = ['yes', 'partly', 'no']
  return [
    {
      ...{ name: 'stillInUse', input: 'radio', label: t('upkeep.stillInUse'), isRequired: true },
      ...{
        initial: answered?.stillInUse ?? '',
        choices: used.map((value) => ({ value, text: t(`choices.stillInUse.${value}`) })),
      },
    },
    {
      ...{ name: 'effectHeld', input: 'radio', label: t('upkeep.effectHeld'), isRequired: true },
      ...{
        initial: answered?.effectHeld ?? '',
        choices: held.map((value) => ({ value, text: t(`choices.effectHeld.${value}`) })),
      },
    },
    { name: 'comment', input: 'text', label: t('upkeep.comment'), initial: answered?.comment ?? '' },
  ]
}
