import type { FormField } from '@/components/forms/fields'
import type { ProjectRole } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'

const roles: ProjectRole[] = ['project_owner', 'project_manager', 'benefit_owner', 'project_support']

interface Words {
  title: string
  lead: string
  fromPopulation: number | null
  toPopulation: number | null
}

/** What a pack is called, and whom it is for. */
export function packFields(t: Translator, pack: Words): FormField[] {
  return [
    { name: 'title', input: 'line', label: t('packs.fields.title'), isRequired: true, initial: pack.title },
    { name: 'lead', input: 'text', label: t('packs.fields.lead'), initial: pack.lead },
    { name: 'fromPopulation', input: 'figure', label: t('packs.fields.from'), initial: String(pack.fromPopulation ?? '') },
    { name: 'toPopulation', input: 'figure', label: t('packs.fields.to'), initial: String(pack.toPopulation ?? '') },
  ]
}

/** Why a case is in the pack, and who should be appointed first. */
export function packItemFields(t: Translator, item: { note: string; roles: ProjectRole[] }): FormField[] {
  return [
    { name: 'note', input: 'text', label: t('packs.fields.note'), initial: item.note },
    {
      ...{ name: 'roles[]', input: 'choices', label: t('packs.fields.roles'), initial: item.roles },
      choices: roles.map((value) => ({ value, text: t(`choices.projectRole.${value}`) })),
    },
  ]
}

/** The sizes a pack is for, in words. */
export function sizeWords(t: Translator, { fromPopulation, toPopulation }: Omit<Words, 'title' | 'lead'>): string {
  if (fromPopulation !== null && toPopulation !== null) return t('packs.between', { from: fromPopulation, to: toPopulation })
  if (toPopulation !== null) return t('packs.upTo', { to: toPopulation })
  return fromPopulation !== null ? t('packs.atLeast', { from: fromPopulation }) : t('packs.allSizes')
}
