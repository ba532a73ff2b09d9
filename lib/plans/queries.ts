import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { PlanWish, ProjectType } from '@/generated/prisma/enums'
import { comparedMunicipalities } from '@/lib/municipalities/likeness/queries'
import { type Likeness, likeness, type Standpoint } from '@/lib/municipalities/likeness/rules'
import { type Actor, municipalityOf } from '@/lib/platform/actor'
import { daysBetween, today } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { mayReadInside } from '@/lib/projects/policy'
import type { PlansQuery } from './input'
import { mayComparePlans, mayJoinPlan, mayReadPlans } from './policy'
import { isAkin, kinshipReasons, planLikeness } from './rules'

const pageSize = 20

export interface PlanRow {
  projectId: string
  title: string
  theme: string
  type: ProjectType
  municipality: string
  municipalityNumber: string
  wants: PlanWish[]
  beginsOn: string
  text: string
  contactRole: string
  contact: string
  /** The municipalities that are in on it. */
  joined: string[]
  /** Whether the project itself may be opened. */
  mayOpen: boolean
}

/** A project of one's own that a plan is like, with why. */
export interface Akin {
  id: string
  title: string
  reasons: ReturnType<typeof kinshipReasons>
}

export interface RankedPlan extends PlanRow {
  akin: Akin | null
  /** How alike the municipalities are; null where the reader is from nowhere. */
  places: Likeness | null
  /** Whether one's own municipality is in on it. */
  isJoined: boolean
  may: { join: boolean }
}

/** What is told of a plan, from `shared_plans() s`. */
export const columns = Prisma.sql`s.project_id AS "projectId", s.title, s.theme, s.type, s.municipality, s.municipality_number AS "municipalityNumber",
  s.wants::text[] AS wants, s.begins_on::text AS "beginsOn", s.body AS text, s.contact_role AS "contactRole", s.contact, s.may_open AS "mayOpen", s.joined`

interface Found extends PlanRow {
  municipalityId: string
  akinId: string | null
  akinTitle: string
  akinStartOn: string
  sameTheme: boolean
  words: number
}

/**
 * What other municipalities plan for the next twelve months and let others see: what is most like one's own first, or the soonest. With `prosjekt` only
 * that project of one's own is compared. What one's own municipality shows stands by itself. Null for visitors.
 */
export function plansPage(actor: Actor, query: PlansQuery, stand: Standpoint) {
  if (!mayReadPlans(actor)) return Promise.resolve(null)
  return read(actor, async (tx) => {
    const own = municipalityOf(actor)?.id ?? null
    const project = own && query.prosjekt ? await ownProject(tx, actor, query.prosjekt) : null
    const rows = await plansAndKin(tx, own, project?.id ?? null, query)
    const joined = own ? await tx.planInterest.findMany({ where: { municipalityId: own }, select: { projectId: true } }) : []
    const mine = new Set(joined.map(({ projectId }) => projectId))
    const all = await comparedMunicipalities(tx)
    const self = all.find(({ id }) => id === stand.municipality?.id)
    const ranked = rows.map((row) => rank(actor, mine, row, self && likenessIn(all, self, row.municipalityId, stand)))
    const order = query.rekkefolge === 'snart' || !self ? bySoonest : byLikeness
    const plans = ranked.toSorted(order)
    const pageCount = Math.max(1, Math.ceil(plans.length / pageSize))
    const page = Math.min(query.side, pageCount)
    return {
      plans: plans.slice((page - 1) * pageSize, page * pageSize).map(({ score, ...plan }) => plan),
      ...{ count: plans.length, page, pageCount, project },
      ours: own ? await plansOf(tx, own) : [],
      isRanked: order === byLikeness,
      counties: await countiesOf(tx),
    }
  })
}

async function ownProject(tx: Tx, actor: Actor, id: string) {
  const project = await tx.project.findUnique({ where: { id }, select: { id: true, title: true, municipalityId: true } })
  return project && mayReadInside(actor, project) ? { id: project.id, title: project.title } : null
}

/** Every plan of others that the filters let through, each with the project of one's own that is most like it. */
function plansAndKin(tx: Tx, own: string | null, project: string | null, query: PlansQuery): Promise<Found[]> {
  const conditions = [
    own ? Prisma.sql`s.municipality_id <> ${own}::uuid` : Prisma.sql`true`,
    query.tema ? Prisma.sql`s.theme = ${query.tema}` : Prisma.sql`true`,
    query.fylke ? Prisma.sql`s.county = ${query.fylke}` : Prisma.sql`true`,
    query.vil ? Prisma.sql`${query.vil}::plan_wish = ANY (s.wants)` : Prisma.sql`true`,
    query.innen
      ? Prisma.sql`s.begins_on <= ${today()}::date + make_interval(months => ${Number(query.innen)})`
      : Prisma.sql`true`,
  ]
  return tx.$queryRaw<Found[]>`
    SELECT ${columns}, s.municipality_id AS "municipalityId", k.id AS "akinId", coalesce(k.title, '') AS "akinTitle", coalesce(k.start_on, s.begins_on)::text AS "akinStartOn",
      coalesce(k.same_theme, false) AS "sameTheme", coalesce(k.words, 0)::float8 AS words
    FROM shared_plans(${today()}::date) s
    LEFT JOIN LATERAL (
      SELECT p.id, p.title, p.start_on, p.theme_code = s.theme AS same_theme, similarity(lower(p.title), lower(s.title)) AS words
      FROM project p WHERE p.municipality_id = ${own}::uuid AND p.lifecycle IN ('active', 'waiting') AND (${project}::uuid IS NULL OR p.id = ${project}::uuid)
      ORDER BY (p.theme_code = s.theme)::int * 2 + 3 * similarity(lower(p.title), lower(s.title)) DESC, p.updated_at DESC, p.id LIMIT 1) k ON true
    WHERE ${Prisma.join(conditions, ' AND ')}`
}

type Compared = Awaited<ReturnType<typeof comparedMunicipalities>>[number]

function likenessIn(all: Compared[], self: Compared, id: string, { weights }: Standpoint): Likeness | null {
  const other = all.find((one) => one.id === id)
  return other ? likeness(self, other, weights) : null
}

type Scored = RankedPlan & { score: number }

function rank(actor: Actor, mine: Set<string>, found: Found, places: Likeness | null | undefined): Scored {
  const { municipalityId, akinId, akinTitle, akinStartOn, sameTheme, words, ...plan } = found
  const kin = akinId ? { sameTheme, words, daysApart: Math.abs(daysBetween(akinStartOn, plan.beginsOn)) } : null
  return {
    ...plan,
    akin: akinId && kin && isAkin(kin) ? { id: akinId, title: akinTitle, reasons: kinshipReasons(kin) } : null,
    places: places ?? null,
    isJoined: mine.has(plan.projectId),
    may: { join: mayJoinPlan(actor, { municipalityId }) },
    score: planLikeness(kin, places?.score ?? 0),
  }
}

const bySoonest = (a: Scored, b: Scored) => a.beginsOn.localeCompare(b.beginsOn) || a.projectId.localeCompare(b.projectId)
const byLikeness = (a: Scored, b: Scored) => b.score - a.score || bySoonest(a, b)

async function countiesOf(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ county: string }[]>`
    SELECT county FROM shared_plans(${today()}::date) GROUP BY county ORDER BY county COLLATE "nb-NO-x-icu"`
  return rows.map(({ county }) => county)
}

function plansOf(tx: Tx, municipalityId: string): Promise<PlanRow[]> {
  return tx.$queryRaw<PlanRow[]>`
    SELECT ${columns} FROM shared_plans(${today()}::date) s WHERE s.municipality_id = ${municipalityId}::uuid ORDER BY s.begins_on, s.project_id LIMIT 50`
}

/** What one municipality plans and lets others see. */
export function plansBy(actor: Actor, municipalityId: string): Promise<PlanRow[]> {
  if (!mayReadPlans(actor)) return Promise.resolve([])
  return read(actor, (tx) => plansOf(tx, municipalityId))
}

/** The plans of others that are most like a project of one's own, so many at most; none for those from elsewhere. */
export async function plansLike(actor: Actor, projectId: string, stand: Standpoint, limit: number): Promise<RankedPlan[]> {
  const anything: PlansQuery = { tema: '', fylke: '', vil: '', innen: '', rekkefolge: '', prosjekt: projectId, side: 1 }
  const found = mayComparePlans(actor) ? await plansPage(actor, anything, stand) : null
  return found?.project ? found.plans.filter(({ akin }) => akin !== null).slice(0, limit) : []
}
