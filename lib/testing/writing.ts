import { publicationCheck } from '@/lib/experiences/check/queries'
import { publishDraft, saveReport } from '@/lib/experiences/commands'
import { draftInput } from '@/lib/experiences/input'
import type { Actor } from '@/lib/platform/actor'

/** What somebody types in the form of a report: complete enough to be published. */
export const typedReport = {
  title: 'Slik fikk vi barnehagesøknaden på nett',
  summary: 'Ni av ti søker på nett.',
  outcome: 'in_operation',
  themeCode: 'barnehage',
  technologies: 'ID-porten\nKS FIKS',
  need: 'Papirsøknader tok tid.',
  costs: [{ kind: 'purchase', year: '2026', planned: '400 000', actual: '380 000', quality: 'measured' }],
  effects: [{ category: 'time_saved', title: 'Timer', unit: 'hours', valueBefore: '400', valueAfter: '160' }],
  prerequisites: 'Avtale om ID-porten',
  wouldChange: 'Søke om tilganger først.',
  firstSteps: 'Les vedtektene',
  role: 'Rådgiver',
  contact: 'postmottak@kommunen.no',
  parts: ['milestones', 'uncertainties'],
}

interface Written {
  id: string
}

/** The draft as it is sent from the form of a version of it. */
export const sentDraft = (project: Written, version: number, change: object = {}) => ({
  ...draftInput.parse({ ...typedReport, version, ...change }),
  projectId: project.id,
})

/** A yes to everything that is asked on the last step, as it stands now. */
export async function confirmation(actor: Actor, project: Written, change: object = {}) {
  const check = await publicationCheck(actor, project.id)
  const keep = check?.findings.map((finding) => finding.key) ?? []
  const read = check?.unread.map(({ mark }) => mark) ?? []
  return { projectId: project.id, version: check?.saved.version ?? 0, keep, read, note: '', ...change }
}

/** Writes over what is written already, whatever its version. */
export async function writeReport(actor: Actor, project: Written, change: object = {}) {
  const check = await publicationCheck(actor, project.id)
  return saveReport(actor, sentDraft(project, check?.saved.version ?? 0, change))
}

/** Writes over what stands, and publishes it, the way people do. */
export async function publishWritten(actor: Actor, project: Written, change: object = {}, confirmed: object = {}) {
  await writeReport(actor, project, change)
  return publishDraft(actor, await confirmation(actor, project, confirmed))
}
