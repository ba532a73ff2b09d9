import type { Metadata } from 'next'
import { Suspense } from 'react'
import { ButtonForm } from '@/components/forms/button-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { ReformFollows } from '@/components/operation/reform-follows'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { reformForm, reformQuery } from '@/lib/operation/reform/input'
import { reformPreview, successions } from '@/lib/operation/reform/queries'
import { requireOperator } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { carryOut } from './actions'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('reform.title') }
}

/** What follows whom: looked at in numbers first, and then done. */
export default async function ReformPage({ searchParams }: Props) {
  const who = await requireOperator('/drift/reform')
  const [t, locale, asked] = [await getTranslator(), await getLocale(), reformQuery.parse(await searchParams)]
  const { fra, til, andre, dato } = asked
  const parsed = reformForm.safeParse({ from: fra, to: til, others: andre, onDate: dato || today() })
  const preview = parsed.success ? await reformPreview(who, parsed.data) : null
  const done = await successions(who)
  const fields = [
    { name: 'fra', value: fra, text: t('reform.from'), hint: t('reform.fromHint'), isRequired: true },
    { name: 'til', value: til, text: t('reform.to'), hint: t('reform.toHint'), isRequired: true },
    { name: 'andre', value: andre, text: t('reform.others'), hint: t('reform.othersHint'), isRequired: false },
  ]
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ done: t('reform.done') }} />
      </Suspense>
      <PageHeader
        title={t('reform.title')}
        lead={t('reform.lead')}
        crumbs={[{ href: '/drift', text: t('operation.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <form action="/drift/reform" method="get" className="mb-6 grid max-w-xl gap-4">
        {fields.map(({ name, value, text, hint, isRequired }) => (
          <div key={name} className="ds-field">
            <label className="ds-label" htmlFor={name}>
              {text}
            </label>
            <div id={`${name}-hint`} data-field="description" className="text-sm muted">
              {hint}
            </div>
            <input
              id={name}
              name={name}
              defaultValue={value}
              maxLength={100}
              required={isRequired}
              aria-describedby={`${name}-hint`}
              className="ds-input"
            />
          </div>
        ))}
        <div className="ds-field">
          <label className="ds-label" htmlFor="dato">
            {t('reform.date')}
          </label>
          <input id="dato" name="dato" type="date" defaultValue={dato || today()} className="ds-input" />
        </div>
        <div>
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('reform.look')}
          </button>
        </div>
      </form>
      {fra !== '' && !preview && (
        <p role="alert" className="ds-alert max-w-xl" data-color="danger">
          {t('reform.notFound')}
        </p>
      )}
      {preview && parsed.success && (
        <Section id="folger" title={t('reform.follows', { name: preview.heir.name })}>
          <ReformFollows t={t} locale={locale} rows={preview.rows} />
          <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form'])}>
            <ButtonForm
              action={carryOut}
              hidden={{
                from: parsed.data.from.join(' '),
                to: parsed.data.to,
                others: parsed.data.others.join(' '),
                onDate: parsed.data.onDate,
              }}
              text={t('reform.carryOut')}
              asks={t('reform.asks', { name: preview.heir.name })}
            />
          </ClientTexts>
        </Section>
      )}
      {done.length > 0 && (
        <Section id="gjort" title={t('reform.history')}>
          <ul className="grid max-w-3xl gap-2">
            {done.map(({ before, after, isHeir, onDate }) => (
              <li key={`${before} ${after}`} className="panel">
                {t(isHeir ? 'reform.became' : 'reform.alsoBecame', { before, after, at: formatDate(onDate, locale, 'short') })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
