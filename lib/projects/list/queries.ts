import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { type Actor, isOwn } from '@/lib/platform/actor'
import { isoDate } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import type { ProjectListQuery } from '../input'

const pageSize = 24

export type ProjectList = Awaited<ReturnType<typeof sharedProjects>>

/** One page of the projects the actor may read because they are shared with them. Their own stand in the portfolio. */
export function sharedProjects(actor: Actor, query: ProjectListQuery) {
  return read(actor, async (tx) => {
    const where: Prisma.ProjectWhereInput = {
      // Row-level security decides among these; one's own unshared projects belong in the portfolio, not here.
      visibility: { not: 'municipality' },
      ...(query.tema && { themeCode: query.tema }),
      ...(query.tilstand && { lifecycle: query.tilstand }),
      ...(query.q && {
        OR: [{ title: { contains: query.q, mode: 'insensitive' } }, { goal: { contains: query.q, mode: 'insensitive' } }],
      }),
    }
    const total = await tx.project.count({ where })
    const pageCount = Math.max(1, Math.ceil(total / pageSize))
    const page = Math.min(query.side, pageCount)
    const rows = await tx.project.findMany({
      where,
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: projectCardFields,
    })
    const themes = await tx.theme.findMany({ orderBy: { position: 'asc' }, select: { code: true } })
    return {
      projects: rows.map((row) => projectCard(actor, row)),
      total,
      page,
      pageCount,
      themes: themes.map((theme) => theme.code),
    }
  })
}

/** The projects that a municipality shares with the actor, the newest of them. */
export function projectsSharedBy(actor: Actor, municipalityId: string) {
  return read(actor, async (tx) => {
    const rows = await tx.project.findMany({
      where: { municipalityId, visibility: { not: 'municipality' } },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: 6,
      select: projectCardFields,
    })
    return rows.map((row) => projectCard(actor, row))
  })
}

const projectCardFields = {
  id: true,
  municipalityId: true,
  title: true,
  goal: true,
  themeCode: true,
  lifecycle: true,
  startOn: true,
  visibility: true,
  municipality: { select: { number: true, displayName: true } },
  currentPhase: { select: { modelPhase: { select: { code: true, nameNb: true, nameNn: true, nameEn: true } } } },
} satisfies Prisma.ProjectSelect

export type ProjectCard = ReturnType<typeof projectCard>

function projectCard(actor: Actor, row: Prisma.ProjectGetPayload<{ select: typeof projectCardFields }>) {
  const phase = row.currentPhase?.modelPhase
  return {
    id: row.id,
    title: row.title,
    goal: row.goal,
    themeCode: row.themeCode,
    lifecycle: row.lifecycle,
    startOn: isoDate(row.startOn),
    visibility: row.visibility,
    municipality: row.municipality,
    phase: phase ? { code: phase.code, names: { nb: phase.nameNb, nn: phase.nameNn, en: phase.nameEn } } : null,
    isOwn: isOwn(actor, row),
  }
}
