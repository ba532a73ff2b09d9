import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { PlainForm } from '@/components/forms/plain-form'
import { FlashNotice } from '@/components/layout/flash-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { FlagList } from '@/components/upkeep/flag-list'
import { OutdatedCause } from '@/generated/prisma/enums'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { mayFlag, mayFlagUnnamed } from '@/lib/upkeep/flags/policy'
import { flagPage } from '@/lib/upkeep/flags/queries'
import { leadOn } from '../lead-on'
import { answer, flag, flagOpenly } from './actions'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('upkeep.flagTitle') }
}

export default async function FlagPage({ params }: Props) {
  const [{ slug }, who] = [await params, await actor()]
  const page = await flagPage(who, slug)
  if (!page) notFound()
  await leadOn(who, slug, 'utdatert')
  const [t, locale] = [await getTranslator(), await getLocale()]
  const personId = who.kind === 'visitor' ? '' : who.personId
  const cancelHref = `/erfaringer/${slug}`
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ svart: t('upkeep.flagAnswered') }} />
      </Suspense>
      <PageHeader
        title={t(page.mayAnswer ? 'upkeep.flagsTitle' : 'upkeep.flagTitle')}
        eyebrow={page.title}
        lead={t(page.mayAnswer ? 'upkeep.flagsLead' : 'upkeep.flagLead')}
        crumbs={[{ href: cancelHref, text: page.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {!page.mayAnswer && mayFlag(who) && (
        <PlainForm
          action={flag}
          fields={[{ name: 'reason', input: 'text', label: t('upkeep.flagReason'), isRequired: true, initial: '' }]}
          hidden={{ slug }}
          draft={`${personId}:utdatert:${slug}`}
          cancelHref={cancelHref}
          submitText={t('upkeep.flagSend')}
        />
      )}
      {mayFlagUnnamed(who) && <VisitorForm t={t} slug={slug} />}
      {page.mayAnswer && page.open.length === 0 && <EmptyState title={t('upkeep.noFlags')} text={t('upkeep.noFlagsText')} />}
      {page.open.length > 0 && (
        <Section id="venter" title={t('upkeep.flagsOpen')}>
          <FlagList
            {...{ t, locale, flags: page.open, source: page.municipality }}
            under={
              page.mayAnswer
                ? ({ id }) => (
                    <PlainForm
                      action={answer}
                      fields={[{ name: 'answer', input: 'text', label: t('upkeep.flagAnswer'), isRequired: true, initial: '' }]}
                      hidden={{ flagId: id }}
                      draft={`${personId}:utdatert-svar:${id}`}
                      cancelHref={cancelHref}
                      submitText={t('upkeep.flagAnswerSend')}
                    />
                  )
                : undefined
            }
          />
        </Section>
      )}
      {page.answered.length > 0 && (
        <Section id="besvart" title={t('upkeep.flagsAnswered')}>
          <FlagList {...{ t, locale, flags: page.answered, source: page.municipality }} />
        </Section>
      )}
    </div>
  )
}

/** A visitor chooses among our reasons; who has something to say in words is shown the way in. */
function VisitorForm({ t, slug }: { t: Translator; slug: string }) {
  const path = `/erfaringer/${slug}/utdatert`
  const causes = Object.values(OutdatedCause).map((value) => ({ value, text: t(`choices.outdatedCause.${value}`) }))
  return (
    <>
      <PlainForm
        action={flagOpenly}
        fields={[
          { name: 'cause', input: 'radio', label: t('upkeep.flagReason'), isRequired: true, initial: '', choices: causes },
        ]}
        hidden={{ slug }}
        draft={`:utdatert:${slug}`}
        cancelHref={`/erfaringer/${slug}`}
        submitText={t('upkeep.flagSend')}
      />
      <p className="mt-4">
        <Link href={`/logg-inn?neste=${encodeURIComponent(path)}`} prefetch={false} className="underline underline-offset-4">
          {t('upkeep.flagSignIn')}
        </Link>
      </p>
    </>
  )
}
