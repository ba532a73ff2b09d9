import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { SectionContent } from '../sections'

/** Section 4 «Vår kommune»: the municipality as the register describes it now, kept with the report as it was then. */
export async function municipalityFacts(tx: Tx, municipalityId: string): Promise<SectionContent['municipality']> {
  const { collaborations, ...facts } = await tx.municipality.findUniqueOrThrow({
    where: { id: municipalityId },
    select: {
      population: true,
      populationYear: true,
      centralityClass: true,
      kostraGroup: true,
      collaborations: { select: { collaboration: { select: { name: true } } }, orderBy: { collaboration: { name: 'asc' } } },
    },
  })
  return { ...facts, collaborations: collaborations.map(({ collaboration }) => collaboration.name) }
}
