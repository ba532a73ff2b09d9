import Link from 'next/link'
import { RiskMatrix } from '@/components/ui/risk-matrix'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNumber, type Locale } from '@/lib/platform/locale'
import type { ProjectOverview } from '@/lib/projects/overview/queries'
import { achievementPct, isOverdue } from '@/lib/projects/rules'
import { Glance } from './glance'

interface Props {
  t: Translator
  locale: Locale
  project: ProjectOverview
}

export function MilestoneGlance({ t, locale, project, today }: Props & { today: string }) {
  return (
    <Glance
      id="milepaler"
      title={t('project.nextMilestones')}
      href={`/prosjekter/${project.id}/plan`}
      more={t('projectNav.plan')}
    >
      {project.milestones.length === 0 && <p className="muted">{t('project.noNextMilestones')}</p>}
      <ul className="grid gap-2">
        {project.milestones.map((milestone) => (
          <li key={milestone.id} className="flex flex-wrap items-baseline justify-between gap-x-3">
            <Link
              href={`/prosjekter/${project.id}/milepaler/${milestone.id}`}
              prefetch={false}
              className="underline underline-offset-4"
            >
              {milestone.title}
            </Link>
            <span className="flex items-baseline gap-2">
              {isOverdue(milestone, today) && <Tag colour="danger">{t('project.overdue')}</Tag>}
              {formatDate(milestone.plannedOn, locale, 'short')}
            </span>
          </li>
        ))}
      </ul>
    </Glance>
  )
}

/** The open risks by how things stand now, the numbers leading to each. */
export function RiskGlance({ t, project }: Omit<Props, 'locale'>) {
  const risks = project.uncertainties
    .filter(({ kind }) => kind === 'risk')
    .map((risk, index) => ({ ...risk, number: index + 1, href: `/prosjekter/${project.id}/usikkerheter/${risk.id}` }))
  const opportunities = project.uncertainties.length - risks.length
  return (
    <Glance
      id="usikkerheter"
      title={t('project.openRisks')}
      href={`/prosjekter/${project.id}/usikkerheter`}
      more={t('projectNav.uncertainties')}
    >
      {risks.length === 0 ? (
        <p className="muted">{t('project.noUncertainties')}</p>
      ) : (
        <RiskMatrix t={t} caption={t('project.matrixBefore')} risks={risks} />
      )}
      {opportunities > 0 && <p className="text-sm">{t('project.opportunityCount', { count: opportunities })}</p>}
    </Glance>
  )
}

export function BenefitGlance({ t, locale, project }: Props) {
  return (
    <Glance
      id="gevinster"
      title={t('project.benefits')}
      href={`/prosjekter/${project.id}/gevinster`}
      more={t('projectNav.benefits')}
    >
      {project.benefits.length === 0 && <p className="muted">{t('project.noBenefits')}</p>}
      <ul className="grid gap-2">
        {project.benefits.map(({ id, title, indicator }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-3">
            <Link href={`/prosjekter/${project.id}/gevinster/${id}`} prefetch={false} className="underline underline-offset-4">
              {title}
            </Link>
            <span className="text-sm">{achievement(t, locale, indicator, project.isOwn)}</span>
          </li>
        ))}
      </ul>
    </Glance>
  )
}

type Indicator = ProjectOverview['benefits'][number]['indicator']

function achievement(t: Translator, locale: Locale, indicator: Indicator, isOwn: boolean): string {
  if (!indicator) return t('project.noIndicator')
  if (!isOwn) return ''
  if (indicator.value === null) return t('project.notMeasured')
  return t('project.achievement', { percent: formatNumber(achievementPct(indicator, indicator.value), locale, 0) })
}
