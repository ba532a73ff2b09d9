import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ButtonForm } from '@/components/forms/button-form'
import { PlainForm } from '@/components/forms/plain-form'
import { planWords } from '@/components/plans/plan-fields'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { planPage } from '@/lib/plans/sharing/queries'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { hide, share } from './actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('plans.shareTitle') }
}

export default async function SharePlanPage({ params }: Props) {
  const { id } = await params
  const who = await requireStaffIn(id, `/prosjekter/${id}/planlegger`)
  const [t, locale, page] = [await getTranslator(), await getLocale(), isUuid(id) ? await planPage(who, id) : null]
  if (!page) notFound()
  return (
    <>
      <PageHeader
        title={t('plans.shareTitle')}
        eyebrow={page.title}
        lead={t('plans.shareLead')}
        crumbs={[{ href: `/prosjekter/${id}`, text: t('projectNav.overview') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        <Link href={`/planer?prosjekt=${id}`} prefetch={false} className="ds-button" data-variant="tertiary">
          {t('plans.seeOthers')}
        </Link>
        {page.isShared && (
          <ButtonForm action={hide} hidden={{ projectId: id }} text={t('plans.hide')} asks={t('plans.hideAsks')} />
        )}
      </PageHeader>
      {page.hasBegun && (
        <p className="ds-alert mb-6" data-color="warning">
          {t('plans.begun')}
        </p>
      )}
      {page.shownFrom && (
        <p className="ds-alert mb-6" data-color="info">
          {t('plans.shownFrom', { date: formatDate(page.shownFrom, locale) })}
        </p>
      )}
      {page.isShared && <Interests t={t} locale={locale} interests={page.interests} />}
      <PlainForm
        action={share}
        fields={[
          {
            ...{ name: 'beginsOn', input: 'date', label: t('plans.fields.begins'), hint: t('plans.fields.beginsHint') },
            ...{ isRequired: true, initial: page.beginsOn },
          },
          ...planWords(t, page, { textHint: t('plans.fields.textHint') }),
        ]}
        hidden={{ projectId: id }}
        version={page.version}
        draft={`${who.personId}:plan:${id}`}
        cancelHref={`/prosjekter/${id}`}
        submitText={t(page.isShared ? 'plans.save' : 'plans.share')}
      />
    </>
  )
}

interface InterestProps {
  t: Translator
  locale: Locale
  interests: NonNullable<Awaited<ReturnType<typeof planPage>>>['interests']
}

/** Who is in, what they wish for, and whom to call there. */
function Interests({ t, locale, interests }: InterestProps) {
  return (
    <Section id="med" title={t('plans.whoIsIn')}>
      {interests.length === 0 && <p className="muted">{t('plans.nobodyIn')}</p>}
      <ul className="grid max-w-3xl gap-3">
        {interests.map((one) => (
          <li key={one.number} className="panel grid gap-1">
            <p className="flex flex-wrap items-center gap-2">
              <Link href={`/kommuner/${one.number}`} prefetch={false} className="py-1 font-semibold underline">
                {one.municipality}
              </Link>
              {one.wants.map((wish) => (
                <Tag key={wish} colour="sky">
                  {t(`choices.wish.${wish}`)}
                </Tag>
              ))}
            </p>
            {one.text && <p className="whitespace-pre-line">{one.text}</p>}
            <p>
              <strong>{t('plans.contact')}:</strong> {one.contactRole} · {one.contact}
            </p>
            <p className="text-sm muted">{t('plans.since', { date: formatDate(one.joinedOn, locale) })}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
