import Link from 'next/link'
import { TableScroll } from '@/components/ui/table-scroll'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import type { TemplateRow } from '@/lib/templates/queries'

interface Props {
  t: Translator
  locale: Locale
  rows: TemplateRow[]
}

/** The templates with what they are for and their latest version. */
export function TemplateTable({ t, locale, rows }: Props) {
  return (
    <TableScroll label={t('templates.caption')}>
      <table className="ds-table" data-border="true">
        <caption className="sr-only">{t('templates.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('templates.name')}</th>
            <th scope="col" className="figures">
              {t('templates.latest')}
            </th>
            <th scope="col">{t('templates.publishedOn')}</th>
            <th scope="col">{t('templates.author')}</th>
            <th scope="col">{t('templates.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, description, isActive, latest }) => (
            <tr key={id}>
              <th scope="row" className="font-normal">
                <Link href={`/maler/${id}`} prefetch={false} className="font-semibold underline underline-offset-4">
                  {name}
                </Link>
                {description && <span className="block max-w-prose text-sm muted">{description}</span>}
              </th>
              <td className="figures">{latest?.number ?? '–'}</td>
              <td className="whitespace-nowrap">{latest ? formatDate(latest.publishedOn, locale, 'short') : '–'}</td>
              <td>{latest?.author ?? '–'}</td>
              <td>
                <StateTag t={t} isActive={isActive} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** Whether a template can be chosen, in a word. */
export function StateTag({ t, isActive }: { t: Translator; isActive: boolean }) {
  return <Tag colour={isActive ? 'success' : 'neutral'}>{t(isActive ? 'templates.active' : 'templates.inactive')}</Tag>
}
