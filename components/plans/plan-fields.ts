import type { FormField } from '@/components/forms/fields'
import { PlanWish } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'

interface Said {
  wants: PlanWish[]
  text: string
  contactRole: string
  contact: string
}

/** What those who plan, and those who are in on it, say alike: what they wish for, whom to call by role and how, and what is good to know. */
export function planWords(t: Translator, said: Said, { textHint }: { textHint: string }): FormField[] {
  return [
    {
      ...{ name: 'wants[]', input: 'choices', label: t('plans.wants'), isRequired: true, initial: said.wants },
      choices: Object.values(PlanWish).map((value) => ({ value, text: t(`choices.wish.${value}`) })),
    },
    {
      ...{ name: 'contactRole', input: 'line', label: t('plans.fields.role'), hint: t('plans.fields.roleHint') },
      ...{ isRequired: true, initial: said.contactRole },
    },
    {
      ...{ name: 'contact', input: 'line', label: t('plans.fields.channel'), hint: t('plans.fields.channelHint') },
      ...{ isRequired: true, initial: said.contact },
    },
    { name: 'text', input: 'text', label: t('plans.fields.text'), hint: textHint, initial: said.text },
  ]
}
