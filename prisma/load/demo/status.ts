import { dateOf, type IsoDate } from '@/lib/platform/dates'
import type { DemoProject, DemoStatusReport } from '../../demo/content'
import type { Rows } from './rows'

type Own = { municipalityId: string; projectId: string }

/** The published status reports, each with its own picture of the project at the end of its period. */
export function statusRows(project: DemoProject, own: Own, authorId: string): Rows {
  return {
    statusReport: project.statusReports.map((report) => ({
      ...own,
      ...report,
      authorId,
      periodEndOn: dateOf(report.periodEndOn),
      publishedAt: new Date(`${report.periodEndOn}T12:00:00Z`),
      picture: picture(project, report),
    })),
  }
}

/** What the content says today, taken back to the day of the report: nothing that came later shows. */
function picture(project: DemoProject, { periodEndOn: on }: DemoStatusReport) {
  return {
    uncertainties: project.uncertainties.map(({ cause: _, actions, ...uncertainty }) => ({
      ...uncertainty,
      status: actions.some((action) => action.dueOn > on) ? 'identified' : uncertainty.status,
    })),
    deliverables: project.deliverables.map(({ title, startOn, endOn, status }) => ({
      title,
      startOn,
      endOn,
      status: endOn > on ? 'on_plan' : status,
    })),
    benefits: project.benefits.map(({ title, kind, category, indicator }) => ({
      title,
      kind,
      category,
      indicator: indicator
        ? {
            title: indicator.title,
            unit: indicator.unit,
            start: indicator.start,
            target: indicator.target,
            value: valueOn(indicator.measurements, on),
          }
        : null,
    })),
  }
}

function valueOn(measurements: { on: IsoDate; value: number }[], on: IsoDate): number | null {
  const known = measurements.filter((m) => m.on <= on).sort((a, b) => (a.on < b.on ? -1 : 1))
  return known.at(-1)?.value ?? null
}
