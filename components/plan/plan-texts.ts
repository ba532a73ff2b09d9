import type { TimelineTableTexts } from '@/components/charts/timeline-texts'
import type { Translator } from '@/lib/platform/i18n'

/** The words of a timeline and of its table. */
export function timelineTexts(t: Translator): TimelineTableTexts {
  const raw = (key: 'plan.week' | 'plan.quarter' | 'plan.lag') => t.raw(key) as string
  return {
    kinds: {
      project: t('plan.kind.project'),
      phase: t('plan.kind.phase'),
      gate: t('plan.kind.gate'),
      milestone: t('plan.kind.milestone'),
      deliverable: t('plan.kind.deliverable'),
      task: t('plan.kind.task'),
    },
    states: {
      upcoming: t('plan.state.upcoming'),
      current: t('plan.state.current'),
      done: t('plan.state.done'),
      late: t('plan.state.late'),
    },
    planned: t('plan.planned'),
    actual: t('plan.actual'),
    today: t('plan.today'),
    noDates: t('plan.noDates'),
    week: raw('plan.week'),
    quarter: raw('plan.quarter'),
    dependency: t('plan.dependency'),
    brokenDependency: t('plan.brokenDependency'),
    what: t('plan.what'),
    kind: t('plan.kindLabel'),
    plannedStart: t('plan.plannedStart'),
    plannedEnd: t('plan.plannedEnd'),
    actualStart: t('plan.actualStart'),
    actualEnd: t('plan.actualEnd'),
    state: t('plan.stateLabel'),
    dependsOn: t('plan.dependsOn'),
    lag: raw('plan.lag'),
  }
}
