import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Checklists } from '@/components/gates/checklists'
import { DecisionList } from '@/components/gates/decision-list'
import { OpenConditions } from '@/components/gates/open-conditions'
import { StageForm } from '@/components/gates/stage-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { PageHeader } from '@/components/ui/page-header'
import { PhaseBar } from '@/components/ui/phase-bar'
import { Section } from '@/components/ui/section'
import { phasesPage } from '@/lib/gates/queries'
import { actorIn } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { headOf } from '../head'
import { close, stage } from './actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('projectNav.phases') }
}

export default async function PhasesPage({ params }: Props) {
  const { id } = await params
  const head = await headOf(id)
  const page = await phasesPage(await actorIn(id), id)
  if (!page) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const current = page.phases.find((phase) => phase.state === 'current')
  const conditions = page.decisions
    .filter((decision) => !decision.isSuperseded)
    .flatMap((decision) =>
      decision.conditions.filter(({ closedOn }) => closedOn === null).map((c) => ({ ...c, gate: decision.gate })),
    )
  const mayAddStage = page.may.run && page.phases.some(({ hasStages, state }) => hasStages && state !== 'done')
  return (
    <>
      <PageHeader title={t('projectNav.phases')} eyebrow={head.title} lead={t('gate.intro')}>
        {page.may.run && current && head.lifecycle !== 'closed' && (
          <Link href={`/prosjekter/${id}/faser/beslutning`} prefetch={false} className="ds-button">
            {t('gate.decide', { gate: current.gate ?? t('gate.transition') })}
          </Link>
        )}
      </PageHeader>
      <PhaseBar t={t} locale={locale} phases={page.phases} />
      {conditions.length > 0 && (
        <Section id="vilkar" title={t('gate.openConditions')} intro={t('gate.openConditionsIntro')}>
          <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'gate'])}>
            <OpenConditions
              t={t}
              locale={locale}
              projectId={id}
              conditions={conditions}
              today={today()}
              close={page.may.run ? close : null}
            />
          </ClientTexts>
        </Section>
      )}
      <Section id="sjekklister" title={t('gate.checklists')}>
        <Checklists t={t} locale={locale} projectId={id} phases={page.phases} mayChange={page.may.run} />
      </Section>
      {head.isOwn && (
        <Section id="beslutninger" title={t('project.decisions')}>
          <DecisionList t={t} locale={locale} projectId={id} decisions={page.decisions} mayDecide={page.may.decide} />
        </Section>
      )}
      {mayAddStage && (
        <Section id="trinn" title={t('gate.stages')} intro={t('gate.stagesIntro')}>
          <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'gate'])}>
            <StageForm action={stage} projectId={id} />
          </ClientTexts>
        </Section>
      )}
    </>
  )
}
