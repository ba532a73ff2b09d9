import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Timeline } from '@/components/charts/timeline'
import { TimelineDrag } from '@/components/charts/timeline-drag'
import { TimelineTable } from '@/components/charts/timeline-table'
import { ButtonForm } from '@/components/forms/button-form'
import { LinkForm } from '@/components/plan/link-form'
import { MoveForm } from '@/components/plan/move-form'
import { MovePreview } from '@/components/plan/move-preview'
import { timelineTexts } from '@/components/plan/plan-texts'
import { phaseName } from '@/components/project/items/item-texts'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { planQuery } from '@/lib/plan/input'
import { type PlanPage, planPage } from '@/lib/plan/queries'
import { planKinds, planMove } from '@/lib/plan/rules'
import { actorIn } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { headOf } from '../head'
import { link, move, unlink } from './actions'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('projectNav.plan') }
}

export default async function ProjectPlanPage({ params, searchParams }: Props) {
  const { id } = await params
  const { flytt, start, slutt } = planQuery.parse(await searchParams)
  const [head, t, locale] = [await headOf(id), await getTranslator(), await getLocale()]
  const page = await planPage(await actorIn(id), id, {
    phases: t('plan.phases'),
    milestones: t('project.milestones'),
    deliverables: t('project.deliverables'),
    phaseName: (phase) => phaseName(phase, locale),
  })
  if (!page) notFound()
  const texts = timelineTexts(t)
  const here = `/prosjekter/${id}/plan`
  const change = page.may.change && flytt && slutt ? { id: flytt, startOn: start, endOn: slutt } : null
  const hasDates = page.items.some(({ startOn, endOn }) => startOn ?? endOn)
  const chart = (
    <Timeline
      id="tidsplan"
      label={t('plan.chart')}
      items={page.items}
      dependencies={page.links}
      today={today()}
      locale={locale}
      texts={texts}
      isMovable={page.may.change}
    />
  )
  return (
    <>
      <PageHeader title={t('projectNav.plan')} eyebrow={head.title} lead={t('plan.intro')}>
        {page.may.change && <AddButtons t={t} projectId={id} />}
        {page.isOwn && (
          <a href={`${here}/kalender`} className="ds-button" data-variant="tertiary">
            {t('plan.calendar')}
          </a>
        )}
      </PageHeader>
      {change && (
        <MovePreview
          t={t}
          locale={locale}
          projectId={id}
          items={page.items}
          change={change}
          plan={planMove(page.items, page.dependencies, change)}
          action={move}
        />
      )}
      {!hasDates && <EmptyState title={t('plan.empty')} text={t('plan.emptyText')} />}
      {hasDates && !page.may.change && chart}
      {hasDates && page.may.change && (
        <TimelineDrag
          previewHref={here}
          locale={locale}
          texts={{
            help: t('plan.dragHelp'),
            newDate: t.raw('plan.newDate') as string,
            newDates: t.raw('plan.newDates') as string,
            confirm: t('plan.dragConfirm'),
            undone: t('plan.dragUndone'),
          }}
        >
          {chart}
        </TimelineDrag>
      )}
      {page.may.change && hasDates && (
        <details className="mt-4">
          <summary>{t('plan.typeDates')}</summary>
          <div className="mt-4">
            <MoveForm
              href={here}
              items={movable(page)}
              texts={{ what: t('plan.what'), start: t('plan.newStart'), end: t('plan.newEnd'), show: t('plan.showMoves') }}
            />
          </div>
        </details>
      )}
      <Section id="tabell" title={t('plan.table')}>
        <TimelineTable label={t('plan.table')} items={page.items} dependencies={page.links} locale={locale} texts={texts} />
      </Section>
      {page.may.change && <Links t={t} projectId={id} page={page} />}
    </>
  )
}

function AddButtons({ t, projectId }: { t: Translator; projectId: string }) {
  return (
    <>
      <Link href={`/prosjekter/${projectId}/milepaler/ny`} prefetch={false} className="ds-button">
        {t('item.milestone.add')}
      </Link>
      <Link href={`/prosjekter/${projectId}/leveranser/ny`} prefetch={false} className="ds-button" data-variant="secondary">
        {t('item.deliverable.add')}
      </Link>
    </>
  )
}

const movable = (page: PlanPage) => page.items.filter(({ state }) => state !== 'done').map(({ id, title }) => ({ id, title }))

function Links({ t, projectId, page }: { t: Translator; projectId: string; page: PlanPage }) {
  const title = (id: string) => page.items.find((item) => item.id === id)?.title ?? ''
  const ends = page.items
    .filter(({ kind }) => planKinds.some((known) => known === kind))
    .map(({ id, kind, title: text }) => ({ value: `${kind}:${id}`, text }))
  return (
    <Section id="avhengigheter" title={t('plan.links')} intro={t('plan.linksIntro')}>
      {page.links.length > 0 && (
        <ul className="grid gap-2">
          {page.links.map(({ id, fromId, toId, lagDays }) => (
            <li key={id} className="flex flex-wrap items-center gap-3">
              <span>{t('plan.linkLine', { from: title(fromId), to: title(toId), days: lagDays })}</span>
              <ButtonForm
                action={unlink}
                hidden={{ projectId, linkId: id }}
                text={t('plan.unlink')}
                asks={t('asks.link')}
                of={`${title(fromId)} → ${title(toId)}`}
              />
            </li>
          ))}
        </ul>
      )}
      <LinkForm
        action={link}
        projectId={projectId}
        ends={ends}
        texts={{
          from: t('plan.linkFrom'),
          to: t('plan.linkTo'),
          lag: t('plan.linkLag'),
          add: t('plan.addLink'),
          choose: t('item.notChosen'),
        }}
      />
    </Section>
  )
}
