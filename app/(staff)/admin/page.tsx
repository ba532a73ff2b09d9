import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { collaborationsOf } from '@/lib/collaborations/queries'
import { ownConnections } from '@/lib/connections/queries'
import { waitingPublications } from '@/lib/experiences/approval/queries'
import { openGrantCount } from '@/lib/grants/queries'
import { setUpOf, waitingCount } from '@/lib/people/administration/queries'
import { leftBehind } from '@/lib/people/handover/queries'
import type { Staff } from '@/lib/platform/actor'
import { requireAdministrator } from '@/lib/platform/auth/session'
import { getTranslator, type Translator } from '@/lib/platform/i18n'
import { publishingPolicy } from '@/lib/publishing/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('admin.title') }
}

interface Place {
  href: string
  title: string
  text: string
  /** How it stands, in a few words, and whether that will do. */
  state?: { text: string; isDone: boolean }
}

export default async function AdministrationPage() {
  const who = await requireAdministrator('/admin')
  const t = await getTranslator()
  const places = await placesOf(t, who)
  const waiting = await waitingFor(t, who)
  const next = places.find(({ state }) => state && !state.isDone)
  return (
    <div className="page pb-10">
      <PageHeader title={t('admin.title')} lead={t('admin.lead', { municipality: who.municipality.name })} />
      <Section id="venter" title={t('admin.waitsForYou')}>
        {waiting.length === 0 ? (
          <p className="muted">{t('admin.nothingWaits')}</p>
        ) : (
          <ul className="grid max-w-3xl gap-2">
            {waiting.map(({ href, text }) => (
              <li key={`${href} ${text}`} className="panel">
                <Link href={href} prefetch={false} className="font-semibold underline underline-offset-4">
                  {text}
                </Link>
              </li>
            ))}
          </ul>
        )}
        {next && (
          <p className="mt-4">
            <Link href={next.href} prefetch={false} className="underline">
              {t('admin.next')} {next.title}
            </Link>
          </p>
        )}
      </Section>
      <Section id="deler" title={t('admin.parts')}>
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {places.map(({ href, title, text, state }) => (
            <li key={href} className="panel grid content-start gap-2">
              <h3 className="text-xl">
                <Link href={href} prefetch={false} className="underline underline-offset-4">
                  {title}
                </Link>
              </h3>
              <p>{text}</p>
              {state && (
                <p>
                  <Tag colour={state.isDone ? 'success' : 'warning'}>{state.text}</Tag>
                </p>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

async function placesOf(t: Translator, who: Staff): Promise<Place[]> {
  const [connections, setUp, publishing] = [await ownConnections(who), await setUpOf(who), await publishingPolicy(who)]
  const { mine } = await collaborationsOf(who)
  const open = connections.filter(({ status }) => status === 'approved').length
  const isSent = connections.some(({ status }) => status === 'submitted')
  const doors = open > 0 ? t('admin.state.doors', { count: open }) : t(isSent ? 'admin.state.doorSent' : 'admin.state.noDoor')
  const rhythm = setUp.reportEveryDays
  return [
    {
      ...{ href: '/admin/innlogging', title: t('admin.connections'), text: t('admin.connectionsText') },
      state: { text: doors, isDone: open > 0 || isSent },
    },
    {
      ...{ href: '/admin/personer', title: t('admin.people'), text: t('admin.peopleText') },
      state: {
        text:
          setUp.administrators < 2
            ? t('admin.state.oneAdministrator')
            : t('admin.state.people', { count: setUp.people, administrators: setUp.administrators }),
        isDone: setUp.administrators > 1,
      },
    },
    {
      ...{ href: '/admin/publisering', title: t('publishing.title'), text: t('admin.publishingText') },
      state: { text: t(publishing.version > 0 ? 'admin.state.decided' : 'admin.state.asUsual'), isDone: publishing.version > 0 },
    },
    {
      ...{ href: '/admin/rytme', title: t('dashboard.rhythm'), text: t('admin.rhythmText') },
      state: {
        text: rhythm === null ? t('admin.state.asUsual') : t('admin.state.everyDays', { days: rhythm }),
        isDone: rhythm !== null,
      },
    },
    {
      ...{ href: '/admin/samarbeid', title: t('collaborations.title'), text: t('admin.collaborationsText') },
      state: { text: t('admin.state.collaborations', { count: mine.length }), isDone: true },
    },
    {
      ...{ href: '/admin/radgivere', title: t('grants.title'), text: t('admin.grantsText') },
      state: { text: t('admin.state.advisors', { count: await openGrantCount(who) }), isDone: true },
    },
    { href: '/forvaltning', title: t('admin.stewards'), text: t('admin.stewardsText') },
    { href: '/admin/logg', title: t('admin.log'), text: t('admin.logText') },
    { href: '/personvern', title: t('admin.privacy'), text: t('admin.privacyText') },
  ]
}

/** What only somebody here can settle, each thing one press away. */
async function waitingFor(t: Translator, who: Staff): Promise<{ href: string; text: string }[]> {
  const people = await waitingCount(who)
  const [reports, left, { askedInto }] = [await waitingPublications(who), await leftBehind(who), await collaborationsOf(who)]
  const returned = (await ownConnections(who)).filter(({ isReturned }) => isReturned)
  return [
    ...(people > 0 ? [{ href: '/admin/personer?status=pending', text: t('admin.waiting', { count: people }) }] : []),
    ...returned.map(({ id }) => ({ href: `/admin/innlogging/${id}`, text: t('admin.returned') })),
    ...reports.map(({ projectId, title, by }) => ({
      href: `/prosjekter/${projectId}/erfaringsrapport/kontroll`,
      text: t('admin.reportWaits', { title, by }),
    })),
    ...askedInto.map(({ name, by }) => ({ href: '/admin/samarbeid', text: t('admin.askedInto', { name, by }) })),
    ...left.map(({ id, name, count }) => ({
      href: `/admin/personer/${id}/overlever`,
      text: t('handOver.stillHolds', { name, count }),
    })),
  ]
}
