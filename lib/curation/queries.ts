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
      // As the front page shows them; what is over comes last.
      orderBy: [{ position: 'asc' }, { createdAt: 'desc' }],
      take: 50,
      select: featureFields,
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
      features: features.map(featureView).sort((a, b) => Number(a.state === 'ended') - Number(b.state === 'ended')),
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

const featureFields = {
  id: true,
  reason: true,
  startsOn: true,
  endsOn: true,
  report: { select: { slug: true, title: true, visibility: true, municipality: { select: { displayName: true } } } },
} satisfies Prisma.FeaturedCaseSelect

function featureView({ id, reason, startsOn, endsOn, report }: Prisma.FeaturedCaseGetPayload<{ select: typeof featureFields }>) {
  const period = { startsOn: isoDate(startsOn), endsOn: isoDate(endsOn) }
  return {
    id,
    reason,
    ...period,
    report: { slug: report.slug, title: report.title, municipality: report.municipality.displayName },
    state: featureState({ ...period, visibility: report.visibility }, today()),
  }
}
