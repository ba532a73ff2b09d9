import Link from 'next/link'
import { TableScroll } from '@/components/ui/table-scroll'
import type { Translator } from '@/lib/platform/i18n'
import { formatDateTime, type Locale } from '@/lib/platform/locale'

interface Line {
  id: string
  at: Date
  action: string
  /** Empty where the person is not there any more, null where nobody was known. */
  who: string | null
  municipality?: string
  /** Where all that they did stands. */
  whoHref?: string
  reference?: string | null
  isRefused?: boolean
  /** The project it was done in. */
  project?: { id: string; title: string } | null
  detail: unknown
}

interface Props {
  t: Translator
  locale: Locale
  lines: Line[]
  hasMunicipality?: boolean
}

/** The trail as it was written, the latest first. */
export function LogTable({ t, locale, lines, hasMunicipality = false }: Props) {
  return (
    <TableScroll label={t('log.title')}>
      <table className="ds-table w-full">
        <thead>
          <tr>
            <th scope="col">{t('log.when')}</th>
            {hasMunicipality && <th scope="col">{t('log.municipality')}</th>}
            <th scope="col">{t('log.who')}</th>
            <th scope="col">{t('log.what')}</th>
            <th scope="col">{t('log.detail')}</th>
            {hasMunicipality && <th scope="col">{t('errors.reference')}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, at, action, who, whoHref, municipality, project, detail, reference, isRefused }) => (
            <tr key={id}>
              <td className="whitespace-nowrap">{formatDateTime(at, locale)}</td>
              {hasMunicipality && <td>{municipality}</td>}
              <td>
                {who && whoHref ? (
                  <Link href={whoHref} prefetch={false} className="underline">
                    {who}
                  </Link>
                ) : (
                  whoText(t, who, detail)
                )}
              </td>
              <td>
                {actionText(t, action)}
                {isRefused && <span className="muted"> ({t('log.refused')})</span>}
              </td>
              <td className="text-sm">
                {project && (
                  <Link href={`/prosjekter/${project.id}`} prefetch={false} className="mr-2 underline">
                    {project.title}
                  </Link>
                )}
                {detailText(t, detail)}
              </td>
              {hasMunicipality && (
                <td>
                  <code>{reference}</code>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function whoText(t: Translator, who: string | null, detail: unknown): string {
  if (who === null) return t(isByDirectory(detail) ? 'log.nobodyByDirectory' : 'log.nobody')
  return who || t('log.formerly')
}

/** What was done in words; its code where there are none yet. */
function actionText(t: Translator, action: string): React.ReactNode {
  const key = `log.action.${action.replace('.', '_')}` as 'log.action.session_start'
  return t.has(key) ? t(key) : <code>{action}</code>
}

const isByDirectory = (detail: unknown) =>
  typeof detail === 'object' && detail !== null && (detail as { by?: unknown }).by === 'directory'

const idPattern = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** The particulars of an entry that mean something to a reader, in words: no ids of rows, and nothing that has no word. */
function detailText(t: Translator, detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return ''
  return Object.entries(detail)
    .flatMap(([name, value]) => {
      const key = `log.why.${String(value)}` as 'log.why.replaced'
      if (name === 'why' && t.has(key)) return t(key)
      const label = `log.field.${name}` as 'log.field.title'
      const words = wordsOf(t, name, value)
      return words !== '' && t.has(label) ? `${t(label)}: ${words}` : []
    })
    .join(' · ')
    .slice(0, 300)
}

/** A value in words: roles, audiences and reasons as they are called elsewhere. */
function wordsOf(t: Translator, name: string, value: unknown): string {
  if (name === 'changes' && typeof value === 'object' && value !== null) return String(Object.keys(value).length || '')
  const values = [value].flat().filter((one) => ['string', 'number'].includes(typeof one) && !idPattern.test(String(one)))
  const chosen = [`choices.role.`, `choices.projectRole.`, `choices.visibility.`, `publishing.rule.`, `signIn.fail.`]
  return values
    .map((one) => {
      const key = chosen.map((section) => `${section}${one}`).find((candidate) => t.has(candidate as 'log.title'))
      return key ? t(key as 'log.title') : String(one)
    })
    .join(', ')
}
