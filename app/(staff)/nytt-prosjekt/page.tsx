import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ClientTexts } from '@/components/layout/client-texts'
import { NewProjectForm } from '@/components/templates/new-project-form'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireStaff } from '@/lib/platform/auth/session'
import { addDays, today } from '@/lib/platform/dates'
import { clientMessages, getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { chosenTemplateQuery } from '@/lib/templates/input'
import { startOffer } from '@/lib/templates/queries'
import { start } from './actions'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('newProject.title') }
}

export default async function NewProject({ searchParams }: Props) {
  const { mal } = chosenTemplateQuery.parse(await searchParams)
  const who = await requireStaff(mal ? `/nytt-prosjekt?mal=${mal}` : '/nytt-prosjekt')
  const offer = await startOffer(who)
  if (!offer) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const choices = (rows: { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, text: name }))
  return (
    <div className="page">
      <PageHeader
        title={t('newProject.title')}
        lead={t('newProject.lead')}
        crumbs={[{ href: '/portefolje', text: t('portfolio.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <div className="grid gap-10 lg:grid-cols-[1.4fr_1fr]">
        <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'newProject'])}>
          <NewProjectForm
            action={start}
            themes={offer.themes.map((code) => ({ value: code, text: t(`choices.theme.${code}` as 'choices.theme.byggesak') }))}
            phaseModels={choices(offer.phaseModels)}
            templates={choices(offer.templates)}
            templateId={offer.templates.find(({ id }) => id === mal)?.id ?? ''}
            startOn={addDays(today(), 30)}
          />
        </ClientTexts>
        <OtherWays t={t} />
      </div>
    </div>
  )
}

/** Where a project can begin with what somebody has thought of already. */
function OtherWays({ t }: { t: Translator }) {
  return (
    <Section id="andre-mater" title={t('newProject.otherWays')}>
      <ul className="grid gap-4">
        {(
          [
            ['/ideer', 'fromIdea'],
            ['/erfaringer', 'fromOther'],
          ] as const
        ).map(([href, name]) => (
          <li key={name} className="panel grid gap-1">
            <Link href={href} prefetch={false} className="font-semibold underline underline-offset-4">
              {t(`newProject.${name}`)}
            </Link>
            <p>{t(`newProject.${name}Text`)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
