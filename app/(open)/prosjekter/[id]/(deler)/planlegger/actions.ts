'use server'
import { redirect } from 'next/navigation'
import { hidePlan, sharePlan } from '@/lib/plans/commands'
import { hidePlanInput, planInput } from '@/lib/plans/input'
import { projectCommand } from '@/lib/platform/command'

export const share = projectCommand(planInput, sharePlan, (_, { projectId }) =>
  redirect(`/planer?prosjekt=${projectId}&ok=lagret`),
)

export const hide = projectCommand(hidePlanInput, hidePlan, (_, { projectId }) =>
  redirect(`/planer?prosjekt=${projectId}&ok=skjult`),
)
