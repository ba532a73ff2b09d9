import Link from 'next/link'
import { TableScroll } from '@/components/ui/table-scroll'
import { Tag } from '@/components/ui/tag'
import type { PhaseModelRow } from '@/lib/phase-models/queries'
import type { Translator } from '@/lib/platform/i18n'
import { inLocale, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  caption: string
  rows: PhaseModelRow[]
}

/** Phase models with their phases in order, and how many projects follow each. */
export function PhaseModelTable({ t, locale, caption, rows }: Props) {
  return (
    <TableScroll label={caption}>
      <table className="ds-table" data-border="true">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('phaseModels.name')}</th>
            <th scope="col">{t('phaseModels.phases')}</th>
            <th scope="col" className="figures">
              {t('phaseModels.projects')}
            </th>
            <th scope="col">{t('templates.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, isActive, phases, projects }) => (
            <tr key={id}>
              <th scope="row" className="min-w-40 font-normal">
                <Link href={`/maler/fasemodeller/${id}`} prefetch={false} className="font-semibold underline underline-offset-4">
                  {name}
                </Link>
              </th>
              <td className="min-w-56">{phases.map((phase) => inLocale(phase, locale)).join(' → ')}</td>
              <td className="figures">{projects}</td>
              <td>
                <ModelTag t={t} isActive={isActive} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** Whether a model can be chosen, in a word. */
export function ModelTag({ t, isActive }: { t: Translator; isActive: boolean }) {
  return <Tag colour={isActive ? 'success' : 'neutral'}>{t(isActive ? 'templates.active' : 'templates.inactive')}</Tag>
}
