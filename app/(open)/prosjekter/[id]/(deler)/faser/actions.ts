'use server'
import { redirect } from 'next/navigation'
import { addStage, closeCondition, decideGate } from '@/lib/gates/commands'
import { closeConditionInput, gateInput, stageInput } from '@/lib/gates/input'
import { projectCommand } from '@/lib/platform/command'

export const decide = projectCommand(gateInput, decideGate, ({ decisionId, leadsToReport }, { projectId }) =>
  redirect(
    leadsToReport
      ? `/prosjekter/${projectId}/erfaringsrapport`
      : `/prosjekter/${projectId}/faser/beslutninger/${decisionId}?ok=besluttet`,
  ),
)
export const close = projectCommand(closeConditionInput, closeCondition, (_, { projectId }) =>
  redirect(`/prosjekter/${projectId}/faser?ok=lagret`),
)
export const stage = projectCommand(stageInput, addStage, (_, { projectId }) =>
  redirect(`/prosjekter/${projectId}/faser?ok=lagret`),
)
