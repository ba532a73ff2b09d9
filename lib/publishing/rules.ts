import type { PublishingRule, Visibility } from '@/generated/prisma/enums'

/** What a municipality has decided, by how widely something is read. */
export type Policy = Record<Visibility, PublishingRule>

/** From the narrowest audience to the widest. */
export const audiences = ['municipality', 'collaboration', 'municipalities', 'open'] as const satisfies Visibility[]

/** What holds where a municipality has decided nothing. */
export const usualPolicy: Policy = {
  municipality: 'writers',
  collaboration: 'writers',
  municipalities: 'writers',
  open: 'writers',
}

/** What becomes of a report somebody wants to publish: published at once, looked at by another first, or not at all. */
export type Way = 'publish' | 'ask' | 'no'

export function wayOf(rule: PublishingRule, isManager: boolean): Way {
  if (rule === 'nobody') return 'no'
  if (rule === 'writers') return 'publish'
  return rule === 'managers' && isManager ? 'publish' : 'ask'
}

/** Whether somebody may share a project or a lesson: nobody is asked for those, so where another must look, a manager shares. */
export function maySharePlainly(rule: PublishingRule, isManager: boolean): boolean {
  return rule === 'writers' || (rule !== 'nobody' && isManager)
}
