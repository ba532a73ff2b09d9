import type { Actor, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** Everybody who works in a municipality may start a project there and runs it, those who read its portfolio too. */
export function mayStartProject(actor: Actor): actor is Staff {
  return may(actor, 'project.start')
}

/** The portfolio manager and the administrator look after the templates of their municipality; all who work there may use them. */
export function mayManageTemplates(actor: Actor): actor is Staff {
  return may(actor, 'template.manage')
}
