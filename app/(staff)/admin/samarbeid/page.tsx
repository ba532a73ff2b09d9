import type { Metadata } from 'next'
import { Suspense } from 'react'
import { AskForm, FoundForm } from '@/components/admin/collaboration-forms'
import { ButtonForm } from '@/components/forms/button-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { type AskedInto, type CollaborationView, collaborationsOf } from '@/lib/collaborations/queries'
import { requireAdministrator } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { answer, ask, found, leave, takeBack } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('collaborations.title') }
}

export default async function CollaborationsPage() {
  const who = await requireAdministrator('/admin/samarbeid')
  const [t, locale, { mine, askedInto }] = [await getTranslator(), await getLocale(), await collaborationsOf(who)]
  const flash = ['made', 'asked', 'saved', 'joined', 'left'] as const
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={Object.fromEntries(flash.map((name) => [name, t(`collaborations.flash.${name}`)]))} />
      </Suspense>
      <PageHeader
        title={t('collaborations.title')}
        lead={t('collaborations.lead')}
        crumbs={[{ href: '/admin', text: t('admin.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'collaborations'])}>
        {askedInto.length > 0 && (
          <Section id="invitert" title={t('collaborations.askedInto')}>
            <ul className="grid max-w-3xl gap-3">
              {askedInto.map((one) => (
                <Asked key={one.id} t={t} asked={one} />
              ))}
            </ul>
          </Section>
        )}
        <Section id="vare" title={t('collaborations.mine')}>
          {mine.length === 0 && <EmptyState title={t('collaborations.none')} text={t('collaborations.noneText')} />}
          <ul className="grid max-w-3xl gap-4">
            {mine.map((one) => (
              <Mine key={one.id} t={t} one={one} />
            ))}
          </ul>
        </Section>
        <Section id="nytt" title={t('collaborations.new')}>
          <FoundForm action={found} />
        </Section>
      </ClientTexts>
    </div>
  )
}

function Asked({ t, asked: { id, name, description, by, members } }: { t: Translator; asked: AskedInto }) {
  return (
    <li className="panel grid gap-3">
      <h3 className="text-lg">{name}</h3>
      <p>{t('collaborations.askedBy', { by })}</p>
      {description && <p>{description}</p>}
      <p className="text-sm muted">{t('collaborations.members', { names: members.join(', ') })}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonForm
          action={answer}
          hidden={{ invitationId: id, answer: 'accept' }}
          text={t('collaborations.accept')}
          of={name}
          variant="primary"
        />
        <ButtonForm
          action={answer}
          hidden={{ invitationId: id, answer: 'decline' }}
          text={t('collaborations.decline')}
          of={name}
          variant="secondary"
        />
      </div>
    </li>
  )
}

function Mine({ t, one: { id, name, description, members, asked, others } }: { t: Translator; one: CollaborationView }) {
  return (
    <li className="panel grid gap-3">
      <h3 className="text-lg">{name}</h3>
      {description && <p>{description}</p>}
      <p>{t('collaborations.members', { names: members.join(', ') })}</p>
      {asked.length > 0 && (
        <ul className="grid gap-2">
          {asked.map((waiting) => (
            <li key={waiting.id} className="flex flex-wrap items-center gap-4">
              <span>{t('collaborations.waits', { name: waiting.name, by: waiting.by })}</span>
              {waiting.isOurs && (
                <ButtonForm
                  action={takeBack}
                  hidden={{ invitationId: waiting.id }}
                  text={t('collaborations.takeBack')}
                  of={waiting.name}
                  variant="secondary"
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && <AskForm action={ask} collaborationId={id} others={others} />}
      <ButtonForm
        action={leave}
        hidden={{ collaborationId: id }}
        text={t('collaborations.leave')}
        of={name}
        asks={t('collaborations.leaveAsks')}
      />
    </li>
  )
}
