import { municipalityFacts } from '@/lib/experiences/facts/queries'
import { addDays, dateInNorway, dateOf, type IsoDate } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { municipalities } from '../demo'
import type { DemoMunicipality } from '../demo/content'
import { featuredCases } from '../demo/featured'
import { insertCollections } from './demo/collections'
import { found, type Reference, readReference } from './demo/context'
import { insertConversation } from './demo/conversation'
import { insertExchange } from './demo/exchange'
import { insertGrants } from './demo/grants'
import { insertGuests } from './demo/guests'
import { insertIdeas } from './demo/ideas'
import { indexLoaded } from './demo/indexing'
import { insertPeople, type Participant, type PeopleIds, renewDoors } from './demo/people'
import { insertPlans } from './demo/plans'
import { type LoadedProject, projectRows } from './demo/project'
import { type LoadedReport, reportRows, reuseRows } from './demo/report'
import { insertRows } from './demo/rows'
import { insertTemplates } from './demo/templates'
import { insertWork } from './demo/work'
import { indexMunicipalities } from './index-register'

/** Loads the demo content, once: where somebody takes part already, or nobody is to, nothing is done. Says what it did. */
export async function loadDemo(tx: Tx, { secret, now }: { secret: string; now: Date }): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('delt-demo', 0))`
  if (municipalities.length === 0) return 'There is no demo content'
  if ((await tx.participation.count()) > 0) {
    await renewDoors(tx, secret)
    return 'Demo content is there already'
  }
  const reference = await readReference(tx)
  const participants = municipalities.map(
    (content): Participant => ({ content, municipality: reference.municipality(content.number) }),
  )
  await tx.participation.createMany({
    data: participants.map(({ municipality, content }) => ({
      municipalityId: municipality.id,
      joinedOn: dateOf(content.joinedOn),
      intro: content.intro,
    })),
  })
  const people = await insertPeople(tx, participants, secret)
  const projects = participants.flatMap((participant) => projectsOf(participant, people, reference))
  const reports = await reportsOf(tx, projects, reference)
  const today = dateInNorway(now)
  await insertRows(tx, [
    ...projects.map((project) => project.rows),
    ...[...reports.values()].map((report) => report.rows),
    ...[...reports].flatMap(([{ content }, { id }]) => (content.report ? [reuseRows(content.report, id, reference, today)] : [])),
  ])
  await insertIdeas(tx, people, projects)
  await insertTemplates(tx, people, projects)
  await insertWork(tx, people, projects)
  await insertGuests(tx, people, projects)
  await insertGrants(tx, people, today)
  await insertFeatured(tx, people, today)
  await insertCollections(tx, people, projects, now)
  await insertConversation(tx, people, now)
  await insertExchange(tx)
  await insertPlans(tx, today)
  for (const project of projects) await indexLoaded(tx, project, reports.get(project)?.id ?? null)
  // The introductions of those who take part can now be found as well.
  await indexMunicipalities(tx)
  return `Demo content: ${participants.length} municipalities, ${projects.length} projects, ${reports.size} reports`
}

function projectsOf(
  { municipality, content }: { municipality: Participant['municipality']; content: DemoMunicipality },
  people: PeopleIds,
  reference: Reference,
) {
  const home = { municipality, people: found(people.get(municipality.number), `the people of ${municipality.displayName}`) }
  return content.projects.map((project) => projectRows(project, home, reference))
}

async function reportsOf(tx: Tx, projects: LoadedProject[], reference: Reference): Promise<Map<LoadedProject, LoadedReport>> {
  const reports = new Map<LoadedProject, LoadedReport>()
  for (const project of projects) {
    const { report } = project.content
    if (report) reports.set(project, reportRows(report, project, await municipalityFacts(tx, project.municipality.id), reference))
  }
  return reports
}

/** Shown from last week and through the next three months. */
async function insertFeatured(tx: Tx, people: PeopleIds, today: IsoDate): Promise<void> {
  const featuredBy = found(people.get(null)?.values().next().value, 'an advisor')
  const reports = await tx.experienceReport.findMany({
    where: { slug: { in: featuredCases.map((featured) => featured.slug) } },
    select: { id: true, slug: true },
  })
  await tx.featuredCase.createMany({
    data: featuredCases.map(({ slug, reason }, index) => ({
      reportId: found(
        reports.find((report) => report.slug === slug),
        `report ${slug}`,
      ).id,
      reason,
      featuredBy,
      startsOn: dateOf(addDays(today, -7)),
      endsOn: dateOf(addDays(today, 90)),
      position: index + 1,
    })),
  })
}
