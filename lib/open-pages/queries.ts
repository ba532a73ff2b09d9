import 'server-only'
import { visitor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import type { FeedReport } from './rules'

const feedLength = 50

/** The newest open reports of a theme, of a municipality, or of all; null for a municipality that is not in the register. At most 50. */
export function openReports({ themeCode, number }: { themeCode?: string; number?: string } = {}) {
  return read(visitor, async (tx): Promise<{ name: string | null; reports: FeedReport[] } | null> => {
    const municipality = number
      ? await tx.municipality.findUnique({ where: { number }, select: { id: true, displayName: true } })
      : null
    const theme = themeCode ? await tx.theme.findUnique({ where: { code: themeCode }, select: { code: true } }) : null
    if ((number && !municipality) || (themeCode && !theme)) return null
    const rows = await tx.experienceReport.findMany({
      where: {
        status: 'published',
        visibility: 'open',
        merge: null,
        ...(municipality && { municipalityId: municipality.id }),
        ...(themeCode && { themeCode }),
      },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take: feedLength,
      select: {
        slug: true,
        title: true,
        summary: true,
        themeCode: true,
        publishedAt: true,
        municipality: { select: { displayName: true } },
        versions: { orderBy: { number: 'desc' }, take: 1, select: { publishedAt: true } },
      },
    })
    return {
      name: municipality?.displayName ?? null,
      reports: rows.flatMap(({ publishedAt, municipality: { displayName }, versions, ...row }) =>
        publishedAt
          ? [{ ...row, municipality: displayName, publishedAt, changedAt: versions[0]?.publishedAt ?? publishedAt }]
          : [],
      ),
    }
  })
}

/** What the picture of a report shows to anybody; null where it is not open, so that a link tells nothing of what only some may read. */
export function openReport(slug: string) {
  return read(visitor, async (tx) => {
    const report = await tx.experienceReport.findFirst({
      where: { slug, status: 'published', visibility: 'open' },
      select: { title: true, themeCode: true, municipality: { select: { displayName: true } } },
    })
    return report && { title: report.title, themeCode: report.themeCode, municipality: report.municipality.displayName }
  })
}

/** What the picture of a guide shows; null where it is not published. */
export function openGuide(slug: string) {
  return read(visitor, (tx) =>
    tx.collection.findFirst({ where: { slug, status: 'published' }, select: { title: true, themeCode: true } }),
  )
}

/** What the picture of a municipality shows: its names, and how much of what it shares is open to all. Null for one that is not in the register. */
export function openMunicipality(number: string) {
  return read(visitor, async (tx) => {
    const municipality = await tx.municipality.findUnique({
      where: { number },
      select: { id: true, displayName: true, parallelNames: true, county: true },
    })
    if (!municipality) return null
    const { id, displayName, parallelNames, county } = municipality
    const where = { municipalityId: id, status: 'published', visibility: 'open', merge: null } as const
    return { names: [displayName, ...parallelNames], county, reportCount: await tx.experienceReport.count({ where }) }
  })
}
