import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Advisor } from '@/lib/platform/actor'
import { dateInNorway, isoDate, today } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { featureState } from './rules'

const pageSize = 20

/** The desk of the advisors: what is featured, and the published reports to choose from, newest first. */
export function curationDesk(actor: Advisor, query: { q: string; side: number }) {
  return read(actor, async (tx) => {
    const features = await tx.featuredCase.findMany({
      orderBy: [{ endsOn: 'desc' }, { createdAt: 'desc' }],
      take: 50,
      select: {
        id: true,
        reason: true,
        startsOn: true,
        endsOn: true,
        report: { select: { slug: true, title: true, visibility: true, municipality: { select: { displayName: true } } } },
      },
    })
    const where: Prisma.ExperienceReportWhereInput = {
      status: 'published',
      ...(query.q && {
        OR: [
          { title: { contains: query.q, mode: 'insensitive' } },
          { municipality: { displayName: { contains: query.q, mode: 'insensitive' } } },
        ],
      }),
    }
    const total = await tx.experienceReport.count({ where })
    const pageCount = Math.max(1, Math.ceil(total / pageSize))
    const page = Math.min(query.side, pageCount)
    const reports = await tx.experienceReport.findMany({
      where,
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: {
        slug: true,
        title: true,
        visibility: true,
        publishedAt: true,
        themeCode: true,
        municipality: { select: { displayName: true } },
      },
    })
    return {
      features: features.map((feature) => {
        const period = { startsOn: isoDate(feature.startsOn), endsOn: isoDate(feature.endsOn) }
        return {
          id: feature.id,
          reason: feature.reason,
          ...period,
          report: {
            slug: feature.report.slug,
            title: feature.report.title,
            municipality: feature.report.municipality.displayName,
          },
          state: featureState({ ...period, visibility: feature.report.visibility }, today()),
        }
      }),
      reports: reports.map((report) => ({
        slug: report.slug,
        title: report.title,
        visibility: report.visibility,
        themeCode: report.themeCode,
        publishedOn: report.publishedAt && dateInNorway(report.publishedAt),
        municipality: report.municipality.displayName,
      })),
      total,
      page,
      pageCount,
    }
  })
}
