import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { DecisionForm } from '@/components/ideas/decision-form'
import { IdeaDecided, IdeaScores } from '@/components/ideas/idea-assessment'
import { ProjectForm } from '@/components/ideas/project-form'
import { ScoreForm } from '@/components/ideas/score-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { IdeaDecision } from '@/generated/prisma/enums'
import { type IdeaView, ideaPage } from '@/lib/ideas/queries'
import { ideaTexts } from '@/lib/ideas/rules'
import { requireStaff } from '@/lib/platform/auth/session'
import { addDays, today } from '@/lib/platform/dates'
import { clientMessages, getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { formatDate } from '@/lib/platform/locale'
import { decide, makeProject, score } from '../actions'

interface Props {
  params: Promise<{ id: string }>
}

/** Read once, for the page and its title. */
const ideaOf = cache(async (id: string) => {
  const who = await requireStaff(`/ideer/${id}`)
  const idea = isUuid(id) ? await ideaPage(who, id) : null
  if (!idea) notFound()
  return { idea, personId: who.personId }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ideaOf((await params).id)).idea.title }
}

export default async function Idea({ params }: Props) {
  const { id } = await params
  const { idea, personId } = await ideaOf(id)
  const [t, locale] = [await getTranslator(), await getLocale()]
  const at = { id: idea.id, version: idea.version }
  return (
    <>
      <PageHeader
        title={idea.title}
        eyebrow={t('ideas.by', { name: idea.author, date: formatDate(idea.registeredOn, locale) })}
        crumbs={[{ href: '/ideer', text: t('ideas.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {idea.may.edit && (
          <Link href={`/ideer/${id}/rediger`} prefetch={false} className="ds-button" data-variant="secondary">
            {t('ideas.edit')}
          </Link>
        )}
      </PageHeader>
      <Texts t={t} idea={idea} />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'ideas'])}>
        <div className="grid max-w-3xl">
          <Section id="vurdering" title={t('ideas.assessment')} intro={idea.may.score ? t('ideas.assessIntro') : undefined}>
            <IdeaScores t={t} locale={locale} idea={idea} />
            <p className="text-sm muted">{t('ideas.scale')}</p>
            {idea.may.score && (
              <ScoreForm
                action={score}
                personId={personId}
                idea={at}
                scores={idea.scores}
                adjustment={idea.scores.adjustment}
                adjustmentReason={idea.adjustmentReason}
              />
            )}
          </Section>
          <Section id="beslutning" title={t('ideas.decision')}>
            <IdeaDecided t={t} locale={locale} idea={idea} />
            {idea.may.decide && (
              <DecisionForm
                action={decide}
                personId={personId}
                idea={at}
                decision={idea.decision}
                decidedOn={idea.decidedOn ?? today()}
                decisionReason={idea.decisionReason}
                choices={Object.values(IdeaDecision).map((value) => ({ value, text: t(`choices.ideaDecision.${value}`) }))}
              />
            )}
          </Section>
          <Project t={t} idea={idea} />
        </div>
      </ClientTexts>
    </>
  )
}

function Texts({ t, idea }: { t: Translator; idea: IdeaView }) {
  const written = ideaTexts.filter((name) => idea.texts[name] !== '')
  if (written.length === 0) return <p className="muted">{t('ideas.onlyTitle')}</p>
  return (
    <div className="grid max-w-3xl gap-6">
      {written.map((name) => (
        <section key={name} aria-labelledby={name} className="grid gap-2">
          <h2 id={name} className="text-xl">
            {t(`ideas.fields.${name}`)}
          </h2>
          <p className="whitespace-pre-line">{idea.texts[name]}</p>
        </section>
      ))}
    </div>
  )
}

/** The project that the idea has become, or the way to it. */
function Project({ t, idea }: { t: Translator; idea: IdeaView }) {
  if (idea.project) {
    return (
      <Section id="prosjekt" title={t('ideas.project')}>
        <p>
          {t('ideas.became')}{' '}
          <Link href={`/prosjekter/${idea.project.id}`} prefetch={false} className="underline underline-offset-4">
            {idea.project.number} {idea.project.title}
          </Link>
        </p>
      </Section>
    )
  }
  if (!idea.may.makeProject) return null
  return (
    <Section id="prosjekt" title={t('ideas.makeProject')} intro={t('ideas.projectIntro')}>
      <ProjectForm
        action={makeProject}
        ideaId={idea.id}
        themeCode={idea.themeCode ?? ''}
        themes={idea.themes.map((code) => ({ value: code, text: t(`choices.theme.${code}` as 'choices.theme.byggesak') }))}
        startOn={addDays(today(), 30)}
      />
    </Section>
  )
}
