import 'server-only'
import type { Staff } from '@/lib/platform/actor'
import type { Tx } from '@/lib/platform/db'
import type { Finding } from './rules'

/** Remembers what was said to stay in a report, so that it is not asked again; what is no longer found in it is forgotten. */
export async function keepFindings(tx: Tx, actor: Staff, reportId: string, asked: readonly Finding[]): Promise<void> {
  const own = { municipalityId: actor.municipality.id, reportId }
  await tx.reportKeptFinding.deleteMany({ where: { ...own, key: { notIn: asked.map(({ key }) => key) } } })
  await tx.reportKeptFinding.createMany({
    data: asked.map(({ key, kind }) => ({ ...own, key, kind, keptBy: actor.personId })),
    skipDuplicates: true,
  })
}
