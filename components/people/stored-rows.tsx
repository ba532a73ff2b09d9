import { Section } from '@/components/ui/section'
import { groupOf, lineOf, type StoredRow, storedGroups } from '@/lib/people/privacy/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatDateTime, type Locale } from '@/lib/platform/locale'

/** So many lines of a group are shown; the file has them all. */
const most = 200

/** What is stored of somebody, gathered by what it is about; each row can be opened to what it says, word by word. */
export function StoredRows({ t, locale, rows }: { t: Translator; locale: Locale; rows: readonly StoredRow[] }) {
  return storedGroups.map((group) => {
    const own = rows.filter(({ table }) => groupOf(table) === group)
    return (
      <Section key={group} id={group} title={`${t(`privacy.group.${group}`)} (${own.length})`}>
        {own.length === 0 && <p className="muted">{t('privacy.nothing')}</p>}
        <ul className="grid max-w-4xl gap-2">
          {own.slice(0, most).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no key in common, and the list never changes
            <StoredLine key={index} row={row} locale={locale} />
          ))}
        </ul>
        {own.length > most && <p className="mt-2 muted">{t('privacy.more', { count: own.length - most })}</p>}
      </Section>
    )
  })
}

function StoredLine({ row, locale }: { row: StoredRow; locale: Locale }) {
  const { text, at } = lineOf(row)
  return (
    <li>
      <details className="panel">
        <summary>
          {text || row.table} {at && <span className="text-sm muted">{formatDateTime(new Date(at), locale)}</span>}
        </summary>
        <dl className="mt-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[14rem_1fr]">
          {Object.entries(row.content).map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="muted">{name}</dt>
              <dd className="break-words">{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  )
}
