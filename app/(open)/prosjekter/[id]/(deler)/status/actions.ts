'use server'
import { redirect } from 'next/navigation'
import { projectCommand } from '@/lib/platform/command'
import { addSeries, deleteDraft, saveReport, startReport } from '@/lib/status/commands'
import { deleteDraftInput, seriesInput, startInput, statusInput } from '@/lib/status/input'

const draftHref = ({ projectId, seriesId }: { projectId: string; seriesId: string | null }) =>
  `/prosjekter/${projectId}/status/kladd${seriesId ? `?serie=${seriesId}` : ''}`

export const start = projectCommand(startInput, startReport, (_, at) => redirect(draftHref(at)))
export const save = projectCommand(statusInput, saveReport, ({ isPublished, reportId }, input) => {
  if (isPublished) redirect(`/prosjekter/${input.projectId}/status/${reportId}?ok=publisert`)
  redirect(`${draftHref(input)}${input.seriesId ? '&' : '?'}ok=lagret`)
})
export const throwAway = projectCommand(deleteDraftInput, deleteDraft, (_, { projectId }) =>
  redirect(`/prosjekter/${projectId}/status?ok=kladdslettet`),
)
export const series = projectCommand(seriesInput, addSeries, ({ seriesId }, { projectId }) =>
  redirect(`/prosjekter/${projectId}/status?serie=${seriesId}&ok=lagret`),
)
