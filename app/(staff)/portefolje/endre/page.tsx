import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/forms/action-form'
import { ButtonForm } from '@/components/forms/button-form'
import { BulkFieldForm } from '@/components/portfolio/bulk-field-form'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { TableScroll } from '@/components/ui/table-scroll'
import type { Address } from '@/lib/lists/rules'
import { requireStaff } from '@/lib/platform/auth/session'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { type BulkQuery, bulkQuery } from '@/lib/portfolio/bulk/input'
import { bulkPreview } from '@/lib/portfolio/bulk/queries'
import { type BulkField, bulkFields } from '@/lib/portfolio/bulk/rules'
import { mayManagePortfolio } from '@/lib/portfolio/policy'
import { apply, undo } from './actions'

type Preview = Awaited<ReturnType<typeof bulkPreview>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('bulk.title') }
}

export default async function ChangeManyPage({ searchParams }: { searchParams: Promise<Address> }) {
  const query = bulkQuery.parse(await searchParams)
  const who = await requireStaff('/portefolje')
  if (!mayManagePortfolio(who)) notFound()
  const [t, locale, preview] = [await getTranslator(), await getLocale(), await bulkPreview(who, query)]
  const field = bulkFields.find(({ name }) => name === query.felt) ?? null
  return (
    <>
      <PageHeader
        title={t('bulk.title')}
        lead={preview.ids.length > 0 ? t('bulk.lead', { count: preview.ids.length }) : t('bulk.noneLead')}
        crumbs={[{ href: '/portefolje', text: t('layout.portfolio') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {preview.ids.length === 0 && <EmptyState title={t('bulk.none')} text={t('bulk.noneText')} />}
      {preview.ids.length > 0 && <Choose t={t} query={query} field={field} preview={preview} />}
      {field && preview.ids.length > 0 && <Changes t={t} locale={locale} query={query} field={field} preview={preview} />}
      <Recent t={t} preview={preview} />
    </>
  )
}

/** What can be chosen for a field: value and word. */
function choicesOf(t: Translator, field: BulkField, preview: Preview): { value: string; text: string }[] {
  if (field.name === 'managerId') return preview.people.map(({ id, name }) => ({ value: id, text: name }))
  if (field.name === 'programmeId') return preview.programmes.map(({ id, title }) => ({ value: id, text: title }))
  const values = field.name === 'themeCode' ? preview.themes.map(({ code }) => code) : (field.choices ?? [])
  return values.map((value) => ({ value, text: t(`choices.${field.of}.${value}` as 'choices.lifecycle.active') }))
}

const fieldName = (t: Translator, name: BulkField['name']) => t(`bulk.field.${name}`)

/** First the field, then its new value: plain forms whose address is the preview. */
function Choose({ t, query, field, preview }: { t: Translator; query: BulkQuery; field: BulkField | null; preview: Preview }) {
  return (
    <BulkFieldForm
      kept={[
        ...(query.alle
          ? [['alle', '1'] as const, ['sporring', query.sporring] as const]
          : query.id.map((id) => ['id', id] as const)),
      ]}
      fields={bulkFields.map(({ name }) => ({ value: name, text: fieldName(t, name) }))}
      field={query.felt}
      isDate={field?.type === 'date'}
      choices={field ? choicesOf(t, field, preview) : []}
      value={query.verdi}
      texts={{
        field: t('bulk.chooseField'),
        value: t('bulk.newValue'),
        next: t('bulk.next'),
        show: t('bulk.show'),
        none: t('item.notChosen'),
      }}
    />
  )
}

function Changes({
  t,
  locale,
  query,
  field,
  preview,
}: {
  t: Translator
  locale: Locale
  query: BulkQuery
  field: BulkField
  preview: Preview
}) {
  const mayBeEmpty = field.name === 'endOn' || field.name === 'programmeId'
  if (!query.verdi && !mayBeEmpty) return null
  const words = new Map(choicesOf(t, field, preview).map(({ value, text }) => [value, text]))
  const shown = (value: string | null) => {
    if (!value) return t('item.nothing')
    if (field.type === 'date') return formatDate(value, locale, 'short')
    return value
      .split(',')
      .map((one) => words.get(one) ?? one)
      .join(', ')
  }
  const untouched = preview.ids.length - preview.changeCount
  return (
    <Section
      id="endringer"
      title={t('bulk.preview', { count: preview.changeCount })}
      intro={untouched > 0 ? t('bulk.untouched', { count: untouched }) : undefined}
    >
      {preview.changeCount > 0 && (
        <>
          <TableScroll label={t('bulk.preview', { count: preview.changeCount })}>
            <table className="ds-table" data-border="true">
              <thead>
                <tr>
                  <th scope="col">{t('lists.columns.prosjekt')}</th>
                  <th scope="col">{t('plan.before')}</th>
                  <th scope="col">{t('plan.after')}</th>
                </tr>
              </thead>
              <tbody>
                {preview.changes.map(([id, before, after]) => (
                  <tr key={id}>
                    <th scope="row">{preview.titles.get(id)}</th>
                    <td>{shown(before)}</td>
                    <td>{shown(after)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
          {preview.changeCount > preview.changes.length && (
            <p className="muted">{t('bulk.more', { count: preview.changeCount - preview.changes.length })}</p>
          )}
          <ActionForm action={apply} labels={{ value: t('bulk.newValue') }}>
            <input type="hidden" name="ids" value={preview.ids.join(',')} />
            <input type="hidden" name="field" value={field.name} />
            <input type="hidden" name="value" value={query.verdi} />
            <button type="submit" className="ds-button">
              {t('bulk.apply', { count: preview.changeCount })}
            </button>
          </ActionForm>
        </>
      )}
    </Section>
  )
}

function Recent({ t, preview }: { t: Translator; preview: Preview }) {
  if (preview.recent.length === 0) return null
  return (
    <Section id="siste" title={t('bulk.recent')}>
      <ul className="grid gap-3">
        {preview.recent.map((change) => (
          <li key={change.id} className="panel flex flex-wrap items-center justify-between gap-3">
            <span>
              {t('bulk.recentLine', { field: fieldName(t, change.field), count: change.count })}{' '}
              <span className="muted">{t('bulk.at', { at: new Date(change.at) })}</span>
            </span>
            {change.isUndone ? (
              <span className="muted">{t('bulk.undone')}</span>
            ) : (
              <ButtonForm
                action={undo}
                hidden={{ eventId: change.id }}
                text={t('bulk.undo')}
                of={fieldName(t, change.field)}
                variant="secondary"
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
