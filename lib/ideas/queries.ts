import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { IdeaDecision } from '@/generated/prisma/enums'
import type { Staff } from '@/lib/platform/actor'
import { dateInNorway, type IsoDate, isoDateOrNull } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { contains } from '@/lib/platform/like'
import type { IdeaOrder, IdeasQuery } from './input'
import { mayAssessIdea, mayEditIdea, mayRegisterIdea } from './policy'
import { canBecomeProject, canBeDecided, type Recommendation, recommendationOf, scoreOf } from './rules'

export const ideasPerPage = 25

export interface IdeaRow {
  id: string
  title: string
  author: string
  registeredOn: IsoDate
  score: number | null
  recommendation: Recommendation | null
  decision: IdeaDecision
  isProject: boolean
}

export interface IdeasPage {
  rows: IdeaRow[]
  total: number
  page: number
  pageCount: number
  may: { register: boolean }
}

interface Row {
  id: string
  title: string
  author: string
  registered_at: Date
  score: number | null
  decision: IdeaDecision
  project_id: string | null
}

/** Null, and so last, until all five criteria are given. */
const score = Prisma.sql`(i.strategic + i.quality + i.economic + i.operational + i.risk + i.adjustment)`

const orderings: Record<IdeaOrder, Prisma.Sql> = {
  nyeste: Prisma.sql`i.registered_at DESC`,
  poeng: Prisma.sql`${score} DESC NULLS LAST, i.title COLLATE "nb-NO-x-icu"`,
  tittel: Prisma.sql`i.title COLLATE "nb-NO-x-icu"`,
}

/** One page of the ideas of the municipality, filtered, sorted and paged in the database. */
export function ideasPage(actor: Staff, query: IdeasQuery): Promise<IdeasPage> {
  return read(actor, async (tx) => {
    const where = ideasWhere(actor, query)
    const [counted] = await tx.$queryRaw<{ total: bigint }[]>`SELECT count(*) AS total FROM idea i WHERE ${where}`
    const total = Number(counted?.total ?? 0)
    const pageCount = Math.max(1, Math.ceil(total / ideasPerPage))
    const page = Math.min(query.side, pageCount)
    const rows = await tx.$queryRaw<Row[]>`
      SELECT i.id, i.title, author.name AS author, i.registered_at, ${score} AS score, i.decision, i.project_id
      FROM idea i JOIN person author ON author.municipality_id = i.municipality_id AND author.id = i.registered_by
      WHERE ${where}
      ORDER BY ${orderings[query.sorter]}, i.id DESC
      LIMIT ${ideasPerPage} OFFSET ${(page - 1) * ideasPerPage}`
    return { rows: rows.map(rowView), total, page, pageCount, may: { register: mayRegisterIdea(actor) } }
  })
}

/** Says whose rows are wanted; row-level security is only the net. */
function ideasWhere(actor: Staff, { q, beslutning }: IdeasQuery): Prisma.Sql {
  const filters = [
    Prisma.sql`i.municipality_id = ${actor.municipality.id}::uuid`,
    q ? Prisma.sql`concat_ws(' ', i.title, i.background, i.problem, i.benefits, i.proposal) ILIKE ${contains(q)}` : null,
    beslutning ? Prisma.sql`i.decision = ${beslutning}::idea_decision` : null,
  ].filter((filter) => filter !== null)
  return Prisma.join(filters, ' AND ')
}

function rowView(row: Row): IdeaRow {
  return {
    id: row.id,
    title: row.title,
    author: row.author,
    registeredOn: dateInNorway(row.registered_at),
    score: row.score,
    recommendation: recommendationOf(row.score),
    decision: row.decision,
    isProject: row.project_id !== null,
  }
}

export type IdeaView = NonNullable<Awaited<ReturnType<typeof ideaPage>>>

/** One idea with what the actor may do with it; null for what is not of their municipality. */
export function ideaPage(actor: Staff, id: string) {
  return read(actor, async (tx) => {
    const idea = await tx.idea.findFirst({
      where: { id, municipalityId: actor.municipality.id },
      include: {
        author: { select: { name: true } },
        decider: { select: { name: true } },
        project: { select: { id: true, number: true, title: true } },
      },
    })
    if (!idea) return null
    const { background, problem, benefits, proposal, strategic, quality, economic, operational, risk, adjustment } = idea
    const sum = scoreOf(idea)
    const mayAssess = mayAssessIdea(actor, idea)
    return {
      id: idea.id,
      version: idea.version,
      title: idea.title,
      texts: { background, problem, benefits, proposal },
      author: idea.author.name,
      registeredOn: dateInNorway(idea.registeredAt),
      scores: { strategic, quality, economic, operational, risk, adjustment },
      adjustmentReason: idea.adjustmentReason,
      score: sum,
      recommendation: recommendationOf(sum),
      decision: idea.decision,
      decisionReason: idea.decisionReason,
      decidedOn: isoDateOrNull(idea.decidedOn),
      decidedBy: idea.decider?.name ?? null,
      themeCode: idea.themeCode,
      project: idea.project,
      themes: (await tx.theme.findMany({ orderBy: { position: 'asc' }, select: { code: true } })).map(({ code }) => code),
      may: {
        edit: mayEditIdea(actor, idea),
        score: mayAssess,
        decide: mayAssess && canBeDecided(idea),
        makeProject: mayAssess && canBecomeProject(idea),
      },
    }
  })
}

/** The idea that a project of the municipality was made of; null where there was none. */
export function ideaBehind(actor: Staff, projectId: string): Promise<{ id: string; title: string } | null> {
  return read(actor, (tx) =>
    tx.idea.findFirst({ where: { projectId, municipalityId: actor.municipality.id }, select: { id: true, title: true } }),
  )
}
