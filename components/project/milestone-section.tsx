import { Section } from '@/components/ui/section'
import { TableScroll } from '@/components/ui/table-scroll'
import { Tag } from '@/components/ui/tag'
import type { MilestoneStatus } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { isOverdue } from '@/lib/projects/rules'

interface Texts {
  t: Translator
  locale: Locale
}

interface Milestone {
  id: string
  title: string
  plannedOn: string
  actualOn: string | null
  status: MilestoneStatus
}

const milestoneColours = { on_track: 'success', off_track: 'warning', achieved: 'primary', not_achieved: 'danger' } as const

export function MilestoneSection({ t, locale, milestones, today }: Texts & { milestones: Milestone[]; today: string }) {
  return (
    <Section id="milepaeler" title={t('project.milestones')}>
      {milestones.length === 0 ? (
        <p className="muted">{t('project.noMilestones')}</p>
      ) : (
        <TableScroll label={t('project.milestones')}>
          <table className="ds-table" data-border="true">
            <thead>
              <tr>
                <th scope="col">{t('project.milestone')}</th>
                <th scope="col">{t('project.plannedOn')}</th>
                <th scope="col">{t('project.actualOn')}</th>
                <th scope="col">{t('project.state')}</th>
              </tr>
            </thead>
            <tbody>
              {milestones.map((milestone) => (
                <tr key={milestone.id}>
                  <th scope="row" className="font-normal">
                    {milestone.title}
                  </th>
                  <td>{formatDate(milestone.plannedOn, locale, 'short')}</td>
                  <td>{milestone.actualOn ? formatDate(milestone.actualOn, locale, 'short') : '–'}</td>
                  <td>
                    {isOverdue(milestone, today) ? (
                      <Tag colour="danger">{t('project.overdue')}</Tag>
                    ) : (
                      <Tag colour={milestoneColours[milestone.status]}>{t(`choices.milestoneStatus.${milestone.status}`)}</Tag>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </Section>
  )
}
