import { TableScroll } from '@/components/ui/table-scroll'
import type { GrantRole } from '@/lib/grants/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

interface Former {
  id: string
  advisor: string
  role: GrantRole
  reason: string
  from: string
  until: string
  ended: { on: string; by: string } | null
}

interface Props {
  t: Translator
  locale: Locale
  grants: Former[]
}

/** Who has been let in before, why, and how it ended. */
export function FormerGrants({ t, locale, grants }: Props) {
  if (grants.length === 0) return <p className="muted">{t('grants.noFormer')}</p>
  return (
    <TableScroll label={t('grants.former')}>
      <table className="ds-table w-full">
        <thead>
          <tr>
            <th scope="col">{t('grants.advisor')}</th>
            <th scope="col">{t('grants.role')}</th>
            <th scope="col">{t('grants.reason')}</th>
            <th scope="col">{t('grants.formerRole')}</th>
            <th scope="col">{t('grants.formerEnd')}</th>
          </tr>
        </thead>
        <tbody>
          {grants.map(({ id, advisor, role, reason, from, until, ended }) => (
            <tr key={id}>
              <td>{advisor}</td>
              <td>{t(`grants.roles.${role}`)}</td>
              <td>{reason}</td>
              <td className="whitespace-nowrap">{formatDate(from, locale, 'short')}</td>
              <td>{endText(t, locale, ended, until)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function endText(t: Translator, locale: Locale, ended: Former['ended'], until: string): string {
  if (!ended) return t('grants.expired', { on: formatDate(until, locale, 'short') })
  const on = formatDate(ended.on, locale, 'short')
  return ended.by ? t('grants.endedBy', { on, name: ended.by }) : t('grants.endedOn', { on })
}
