import 'server-only'
import type { SectionKind, Visibility } from '@/generated/prisma/enums'
import { type Finding, findings } from '@/lib/experiences/check/rules'
import { sectionKinds } from '@/lib/experiences/sections'
import { versionPage } from '@/lib/experiences/versions/queries'
import type { Actor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { textsRead } from './rules'

/** Who reads a section of what stands; null where it is not written, or kept from advisors. */
export interface SectionAudience {
  kind: SectionKind
  visibility: Visibility | null
}

export type ReadThrough = NonNullable<Awaited<ReturnType<typeof readThrough>>>

/**
 * A version of a report as an advisor looks through it: what stands, who reads each section, what may name a person in it, and the version that
 * was looked through last. Null where there is none to read.
 */
export async function readThrough(actor: Actor, at: { slug: string; version: number; reviewedVersion: number | null }) {
  const page = await versionPage(actor, at.slug, at.version)
  if (!page) return null
  const before = at.reviewedVersion === null ? null : await versionPage(actor, at.slug, at.reviewedVersion)
  const found: Finding[] = findings(textsRead(page.version), [])
  return { report: page.version, before: before?.version ?? null, found, audiences: await audiences(actor, at.slug) }
}

function audiences(actor: Actor, slug: string): Promise<SectionAudience[]> {
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findUnique({
      where: { slug },
      select: { visibility: true, sections: { select: { kind: true, visibility: true } } },
    })
    return sectionKinds.map((kind) => {
      const section = report?.sections.find((found) => found.kind === kind)
      return { kind, visibility: section ? (section.visibility ?? report?.visibility ?? null) : null }
    })
  })
}
