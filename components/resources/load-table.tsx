import { TableScroll } from '@/components/ui/table-scroll'
import type { IsoDate } from '@/lib/platform/dates'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import type { PersonLoad } from '@/lib/resources/queries'
import { weekNumber } from '@/lib/timeline/scale/rules'

interface Props {
  t: Translator
  locale: Locale
  weeks: IsoDate[]
  people: PersonLoad[]
}

/** Per cent of the week by person and week; more than there is says so by sign and colour. */
export function LoadTable({ t, locale, weeks, people }: Props) {
  return (
    <TableScroll label={t('resources.load')}>
      <table className="ds-table load-table" data-border="true">
        <thead>
          <tr>
            <th scope="col">{t('item.fields.personId')}</th>
            {weeks.map((weekOn) => (
              <th key={weekOn} scope="col" className="figures">
                <span title={formatDate(weekOn, locale)}>{t('resources.week', { number: weekNumber(weekOn) })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row" className="whitespace-nowrap">
                {person.name}
              </th>
              {person.weeks.map(({ weekOn, assigned, available, isOver }) => (
                <td key={weekOn} className="figures" data-over={isOver || undefined}>
                  {isOver && <span aria-hidden="true">! </span>}
                  {t('item.percent', { value: assigned })}
                  {isOver && <span className="sr-only"> {t('resources.overOf', { available })}</span>}
                  {available < 100 && <span className="block text-sm muted">{t('resources.available', { available })}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
