import { figureText } from '@/components/benefits/figure'
import { Section } from '@/components/ui/section'
import { TableScroll } from '@/components/ui/table-scroll'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNok, formatNumber, type Locale } from '@/lib/platform/locale'
import { achievementPct } from '@/lib/projects/rules'
import { indicatorsIn, type Picture } from '@/lib/status/rules'

interface Props {
  t: Translator
  locale: Locale
  picture: Picture
}

/** The project as it was when the report was published: never what it is now. */
export function PictureView({ t, locale, picture }: Props) {
  return (
    <>
      <Lines
        id="okonomi"
        title={t('project.economy')}
        heads={[t('project.year'), t('project.budget'), t('project.cost'), t('project.forecast')]}
        figures={[1, 2, 3]}
        rows={(picture.budget ?? []).map((line) => [
          String(line.year),
          formatNok(line.budgetNok, locale),
          formatNok(line.costNok, locale),
          formatNok(line.forecastNok, locale),
        ])}
      />
      <Lines
        id="usikkerheter"
        title={t('project.uncertainties')}
        heads={[t('project.uncertainty'), t('project.factorBefore'), t('project.factorAfter'), t('project.state')]}
        figures={[1, 2]}
        rows={picture.uncertainties.map((u) => [
          u.title,
          formatNumber(u.probability * u.consequence, locale),
          formatNumber(u.probabilityAfter * u.consequenceAfter, locale),
          [
            t(`choices.uncertaintyStatus.${u.status}`),
            ...(u.occurredOn ? [t('project.occurred', { date: formatDate(u.occurredOn, locale, 'short') })] : []),
          ].join('. '),
        ])}
      />
      <Lines
        id="milepaler"
        title={t('project.milestones')}
        heads={[t('project.milestone'), t('project.plannedOn'), t('project.actualOn'), t('project.state')]}
        rows={(picture.milestones ?? []).map((m) => [
          m.title,
          formatDate(m.plannedOn, locale, 'short'),
          m.actualOn ? formatDate(m.actualOn, locale, 'short') : '–',
          t(`choices.milestoneStatus.${m.status}`),
        ])}
      />
      <Lines
        id="leveranser"
        title={t('project.deliverables')}
        heads={[t('item.deliverable.one'), t('item.fields.endOn'), t('project.state')]}
        rows={picture.deliverables.map((d) => [
          d.title,
          d.endOn ? formatDate(d.endOn, locale, 'short') : '–',
          t(`choices.deliverableStatus.${d.status}`),
        ])}
      />
      <Lines
        id="gevinster"
        title={t('project.benefits')}
        heads={[t('item.benefit.one'), t('item.indicator.one'), t('status.measured'), t('status.achieved')]}
        figures={[2, 3]}
        rows={benefitRows(t, locale, picture)}
      />
    </>
  )
}

function benefitRows(t: Translator, locale: Locale, picture: Picture): string[][] {
  return picture.benefits.flatMap((benefit) => {
    const indicators = indicatorsIn(benefit)
    if (indicators.length === 0) return [[benefit.title, t('project.noIndicator'), '', '']]
    return indicators.map(({ title, unit, start, target, value }) => [
      benefit.title,
      title,
      value === null ? t('project.notMeasured') : figureText(t, locale, unit, value),
      value === null ? '' : `${formatNumber(achievementPct({ start, target }, value), locale, 0)} %`,
    ])
  })
}

interface LinesProps {
  id: string
  title: string
  heads: string[]
  rows: string[][]
  /** The columns that are figures. */
  figures?: number[]
}

function Lines({ id, title, heads, rows, figures = [] }: LinesProps) {
  if (rows.length === 0) return null
  const look = (column: number) => (figures.includes(column) ? 'figures' : '')
  return (
    <Section id={id} title={title}>
      <TableScroll label={title}>
        <table className="ds-table" data-border="true">
          <thead>
            <tr>
              {heads.map((head, column) => (
                <th key={head} scope="col" className={look(column)}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a picture never changes
              <tr key={index}>
                {cells.map((cell, column) =>
                  column === 0 ? (
                    <th key={heads[column]} scope="row" className="min-w-48 font-normal">
                      {cell}
                    </th>
                  ) : (
                    <td key={heads[column]} className={look(column)}>
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Section>
  )
}
