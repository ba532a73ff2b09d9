import Link from 'next/link'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { connectionKinds } from '@/lib/connections/rules'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  place: { name: string; takesPart: boolean }
  number: string
  /** Where people write to those who run Delt. */
  contact: string
}

const steps = ['decide', 'write', 'connect', 'begin'] as const

/** A municipality that nobody can sign in at: how it joins, step by step, or where to ask when its door is closed. */
export function NoDoor({ t, place: { name, takesPart }, number, contact }: Props) {
  const mail = new URLSearchParams({
    subject: t('signIn.join.mailSubject', { name }),
    body: t('signIn.join.mailBody', { name, number }),
  })
  const address = `mailto:${contact}?${mail.toString().replaceAll('+', '%20')}`
  return (
    <div className="page pb-10">
      <PageHeader
        title={t(takesPart ? 'signIn.closedTitle' : 'signIn.joinTitle', { name })}
        lead={t(takesPart ? 'signIn.closedText' : 'signIn.joinText', { name })}
        crumbs={[{ href: '/logg-inn', text: t('signIn.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {!takesPart && <Guide t={t} />}
      <p className="mb-4">
        {t('signIn.join.contact')}{' '}
        <a href={address} className="underline underline-offset-4">
          {contact}
        </a>
      </p>
      <p className="flex flex-wrap items-center gap-4">
        <a href={address} className="ds-button">
          {t(takesPart ? 'signIn.join.ask' : 'signIn.join.mail')}
        </a>
        <Link href="/erfaringer" prefetch={false} className="ds-button" data-variant="secondary">
          {t('signIn.joinBrowse')}
        </Link>
        <Link href="/logg-inn" prefetch={false} className="underline underline-offset-4">
          {t('signIn.otherMunicipality')}
        </Link>
      </p>
    </div>
  )
}

function Guide({ t }: { t: Translator }) {
  return (
    <>
      <Section id="slik" title={t('signIn.join.title')}>
        <ol className="grid max-w-3xl list-decimal gap-2 pl-6">
          {steps.map((step) => (
            <li key={step}>{t(`signIn.join.step.${step}`)}</li>
          ))}
        </ol>
      </Section>
      <Section id="leverandor" title={t('signIn.join.kinds')}>
        <dl className="grid max-w-3xl gap-3">
          {connectionKinds.map((kind) => (
            <div key={kind}>
              <dt className="font-semibold">{t(`connections.kind.${kind}`)}</dt>
              <dd className="muted">{t(`connections.kindHint.${kind}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  )
}
