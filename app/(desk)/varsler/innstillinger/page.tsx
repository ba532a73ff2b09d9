import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { ButtonForm } from '@/components/forms/button-form'
import type { FormField } from '@/components/forms/fields'
import { PlainForm } from '@/components/forms/plain-form'
import { FlashNotice } from '@/components/layout/flash-notice'
import { filterWords } from '@/components/search/facet-text'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { mayFollow } from '@/lib/following/policy'
import { myFollows } from '@/lib/following/queries'
import { lastLetterFailed } from '@/lib/letters/queries'
import { mySettings } from '@/lib/news/queries'
import { cadences, topics } from '@/lib/news/rules'
import { requireSignedIn } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { searchQuery } from '@/lib/search/input'
import { searchHref } from '@/lib/search/rules'
import { mySearches } from '@/lib/search/saved/queries'
import { forget, save, stopFollowing } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('newsSettings.title') }
}

export default async function NewsSettingsPage() {
  const who = await requireSignedIn('/varsler/innstillinger')
  if (!mayFollow(who)) notFound()
  const [t, { settings, email }, follows] = [await getTranslator(), await mySettings(who), await myFollows(who)]
  const searches = await mySearches(who)
  const choices = cadences.map((value) => ({ value, text: t(`newsSettings.cadence.${value}`) }))
  const fields: FormField[] = [
    ...topics.map(
      (topic): FormField => ({
        name: topic,
        input: 'select',
        label: t(`news.topic.${topic}`),
        initial: settings[topic],
        choices,
      }),
    ),
    {
      ...{ name: 'language', input: 'select', label: t('newsSettings.language'), initial: settings.language },
      ...{ empty: t('newsSettings.languageAuto') },
      choices: [
        { value: 'nb', text: 'Bokmål' },
        { value: 'nn', text: 'Nynorsk' },
        { value: 'en', text: 'English' },
      ],
    },
  ]
  const nameOf = ({ kind, name }: (typeof follows)[number]) =>
    kind === 'theme' ? t(`choices.theme.${name}` as 'choices.theme.byggesak') : name
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ lagret: t('newsSettings.saved') }} />
      </Suspense>
      <PageHeader
        title={t('newsSettings.title')}
        lead={t('newsSettings.lead')}
        crumbs={[{ href: '/varsler', text: t('news.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <p className="mb-6">{email ? t('newsSettings.sentTo', { email }) : t('newsSettings.noEmail')}</p>
      {(await lastLetterFailed(who)) && (
        <p className="ds-alert mb-6" data-color="warning">
          {t('newsSettings.failed')}
        </p>
      )}
      <PlainForm
        action={save}
        fields={fields}
        version={settings.version}
        draft={`${who.personId}:varsler`}
        cancelHref="/varsler"
      />
      <Section id="sok" title={t('search.savedTitle')}>
        {searches.length === 0 && <p className="muted">{t('search.savedNone')}</p>}
        <ul className="grid max-w-3xl gap-2">
          {searches.map(({ id, name, query }) => (
            <li key={id} className="panel flex flex-wrap items-center justify-between gap-3">
              <span className="min-w-0 wrap-anywhere">
                <Link
                  href={searchHref(searchQuery.parse(query), {})}
                  prefetch={false}
                  className="inline-block py-0.5 font-semibold underline underline-offset-4"
                >
                  {name}
                </Link>
                <span className="block text-sm muted">
                  {t('search.savedFilters', { count: filterWords(t, query).length, filters: filterWords(t, query).join(', ') })}
                </span>
              </span>
              <ButtonForm action={forget} hidden={{ searchId: id }} text={t('search.forget')} of={name} variant="secondary" />
            </li>
          ))}
        </ul>
      </Section>
      <Section id="folger" title={t('newsSettings.follows')}>
        {follows.length === 0 && <p className="muted">{t('newsSettings.followsNone')}</p>}
        <ul className="grid max-w-3xl gap-2">
          {follows.map((row) => (
            <li key={row.id} className="panel flex flex-wrap items-center justify-between gap-3">
              <span className="min-w-0 wrap-anywhere">
                <Link href={row.path} prefetch={false} className="inline-block py-0.5 font-semibold underline underline-offset-4">
                  {nameOf(row)}
                </Link>
                <span className="block text-sm muted">{t(`newsSettings.kind.${row.kind}`)}</span>
              </span>
              <ButtonForm
                action={stopFollowing}
                hidden={{ followId: row.id }}
                text={t('following.unfollow')}
                of={nameOf(row)}
                variant="secondary"
              />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
