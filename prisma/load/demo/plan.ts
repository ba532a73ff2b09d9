import { dateOf } from '@/lib/platform/dates'
import { newId } from '@/lib/platform/ids'
import type { DemoBenefit, DemoProject } from '../../demo/content'
import { found } from './context'
import type { Rows } from './rows'

type Own = { municipalityId: string; projectId: string }

/** Milestones, deliverables and budget, as the content has them. */
export function planRows(project: DemoProject, own: Own): Rows {
  return {
    milestone: project.milestones.map((m) => ({
      id: newId(),
      ...own,
      ...m,
      plannedOn: dateOf(m.plannedOn),
      actualOn: m.actualOn ? dateOf(m.actualOn) : null,
    })),
    deliverable: project.deliverables.map((d) => ({
      id: newId(),
      ...own,
      ...d,
      startOn: dateOf(d.startOn),
      endOn: dateOf(d.endOn),
    })),
    budgetLine: project.budgets.map((line) => ({ ...own, ...line })),
  }
}

/** Risks and opportunities with their actions. */
export function uncertaintyRows(project: DemoProject, own: Own): Rows {
  const pieces = project.uncertainties.map(({ actions, occurredOn, ...uncertainty }) => {
    const id = newId()
    const rows = actions.map((action) => ({
      municipalityId: own.municipalityId,
      uncertaintyId: id,
      text: action.text,
      dueOn: dateOf(action.dueOn),
      isDone: action.isDone,
    }))
    const came = { occurredOn: occurredOn && dateOf(occurredOn) }
    return { uncertainty: { ...own, ...uncertainty, ...came, id }, actions: rows }
  })
  return { uncertainty: pieces.map((p) => p.uncertainty), uncertaintyAction: pieces.flatMap((p) => p.actions) }
}

/** Changes, each once, with the benefits that follow, their indicators and measurements. */
export function benefitRows(project: DemoProject, own: Own): Rows {
  const changeIds = new Map([...new Set(project.benefits.map((b) => b.change))].map((text) => [text, newId()]))
  const pieces = project.benefits.map(({ change, indicator, ...benefit }) => {
    const id = newId()
    const changeId = found(changeIds.get(change), change)
    return { benefit: { ...own, ...benefit, id, changeId }, ...indicatorRows(indicator, own.municipalityId, id) }
  })
  return {
    change: [...changeIds].map(([text, id]) => ({ ...own, id, text })),
    benefit: pieces.map((p) => p.benefit),
    indicator: pieces.flatMap((p) => p.indicator),
    measurement: pieces.flatMap((p) => p.measurement),
  }
}

function indicatorRows(indicator: DemoBenefit['indicator'], municipalityId: string, benefitId: string) {
  if (!indicator) return { indicator: [], measurement: [] }
  const { title, unit, start, target, measurements } = indicator
  const id = newId()
  return {
    indicator: [{ id, municipalityId, benefitId, title, unit, startValue: start, targetValue: target }],
    measurement: measurements.map(({ on, value }) => ({ municipalityId, indicatorId: id, measuredOn: dateOf(on), value })),
  }
}
