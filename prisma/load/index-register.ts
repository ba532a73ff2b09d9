import type { Tx } from '@/lib/platform/db'
import { indexDocument } from '@/lib/search/commands'

/** Makes every municipality findable by its names, number, county and centre. */
export async function indexMunicipalities(tx: Tx): Promise<string> {
  const municipalities = await tx.municipality.findMany({
    // What has gone up in another is found by the names of that.
    where: { successors: { none: { isHeir: true } } },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      name: true,
      displayName: true,
      parallelNames: true,
      designation: true,
      county: true,
      administrativeCentre: true,
      writtenNorm: true,
      formerly: { select: { name: true, number: true } },
      participation: { select: { intro: true, joinedOn: true } },
      collaborations: { select: { collaboration: { select: { name: true } } } },
    },
  })
  for (const m of municipalities) {
    const lead = `${m.designation === 'herad' ? 'Herad' : 'Kommune'} i ${m.county}. Administrasjonssenter: ${m.administrativeCentre}.`
    await indexDocument(tx, {
      kind: 'municipality',
      municipalityId: m.id,
      subjectId: m.id,
      title: m.displayName,
      lead,
      names: [
        ...[m.name, m.number, m.administrativeCentre, ...m.parallelNames],
        ...m.formerly.flatMap(({ name, number }) => [name, number]),
      ],
      body: [m.participation?.intro, ...m.collaborations.map((c) => c.collaboration.name)].filter(Boolean).join(' '),
      technologies: [],
      // That it takes part is what is shared of it.
      ...(m.participation && { audience: 'open', sharedAt: m.participation.joinedOn }),
    })
  }
  return `${municipalities.length} municipalities findable`
}

/** Makes every collaboration findable by its name and its members. */
export async function indexCollaborations(tx: Tx): Promise<string> {
  const collaborations = await tx.collaboration.findMany({
    select: { id: true, name: true, description: true, members: { select: { municipality: { select: { displayName: true } } } } },
  })
  for (const c of collaborations) {
    await indexDocument(tx, {
      kind: 'collaboration',
      municipalityId: null,
      subjectId: c.id,
      title: c.name,
      lead: c.description,
      names: [c.name],
      body: c.members.map((member) => member.municipality.displayName).join(', '),
      technologies: [],
    })
  }
  return `${collaborations.length} collaborations findable`
}
