import { ActionForm } from '@/components/forms/action-form'
import { Section } from '@/components/ui/section'
import { TableScroll } from '@/components/ui/table-scroll'
import { movesKey, type PlanChange } from '@/lib/plan/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import type { MovePlan } from '@/lib/timeline/dependencies/rules'
import type { TimelineItem } from '@/lib/timeline/rules'

interface Props {
  t: Translator
  locale: Locale
  projectId: string
  items: TimelineItem[]
  change: PlanChange
  plan: MovePlan
  action: React.ComponentProps<typeof ActionForm>['action']
}

/** What moves when one thing moves, shown before it is saved. */
export function MovePreview({ t, locale, projectId, items, change, plan, action }: Props) {
  const title = (id: string | null) => items.find((item) => item.id === id)?.title ?? ''
  const dates = ({ startOn, endOn }: { startOn: string | null; endOn: string | null }) =>
    [startOn, endOn].flatMap((on) => (on ? formatDate(on, locale, 'short') : [])).join(' – ')
  const isPossible = plan.moves.length > 0 && plan.conflicts.length === 0 && plan.cycle.length === 0
  return (
    <div className="panel-tinted mb-6">
      <Section id="flytt" title={t('plan.previewTitle')}>
        {plan.conflicts.length > 0 && <p>{t('plan.conflict', { titles: plan.conflicts.map(title).join(', ') })}</p>}
        {plan.cycle.length > 0 && <p>{t('plan.cycle', { titles: plan.cycle.map(title).join(', ') })}</p>}
        {plan.moves.length === 0 && plan.conflicts.length + plan.cycle.length === 0 && <p>{t('plan.nothingMoves')}</p>}
        {plan.moves.length > 0 && (
          <TableScroll label={t('plan.previewTitle')}>
            <table className="ds-table" data-border="true">
              <thead>
                <tr>
                  <th scope="col">{t('plan.what')}</th>
                  <th scope="col">{t('plan.before')}</th>
                  <th scope="col">{t('plan.after')}</th>
                  <th scope="col">{t('plan.because')}</th>
                </tr>
              </thead>
              <tbody>
                {plan.moves.map((move) => (
                  <tr key={move.id}>
                    <th scope="row">{title(move.id)}</th>
                    <td>{dates(move.before)}</td>
                    <td>{dates(move.after)}</td>
                    <td>{move.because ? t('plan.pushedBy', { title: title(move.because) }) : t('plan.moved')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        )}
        <div className="flex flex-wrap items-center gap-3">
          {isPossible && (
            <ActionForm action={action}>
              <input type="hidden" name="projectId" value={projectId} />
              <input type="hidden" name="id" value={change.id} />
              <input type="hidden" name="startOn" value={change.startOn ?? ''} />
              <input type="hidden" name="endOn" value={change.endOn} />
              <input type="hidden" name="shown" value={movesKey(plan)} />
              <button type="submit" className="ds-button">
                {t('plan.saveMove', { count: plan.moves.length })}
              </button>
            </ActionForm>
          )}
          <a href={`/prosjekter/${projectId}/plan`} className="ds-button" data-variant="tertiary">
            {t('common.cancel')}
          </a>
        </div>
      </Section>
    </div>
  )
}
