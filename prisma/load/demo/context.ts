import type { IsoDate } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'

/** The day the demo content is told from: what has happened, happened by then. */
export const toldOn: IsoDate = '2026-11-23'

/** What of the register the demo content refers to, by the names the content uses. */
export interface Reference {
  municipality(number: string): RegisteredMunicipality
  collaborationId(slug: string): string
  /** The national model that every demo project follows. */
  phaseModel: { id: string; phases: ModelPhase[] }
}

export interface RegisteredMunicipality {
  id: string
  number: string
  displayName: string
  parallelNames: string[]
  writtenNorm: string
  /** Slugs of the collaborations it is a member of. */
  collaborations: string[]
}

export interface ModelPhase {
  id: string
  code: string
  position: number
  gate: string | null
  checklist: { textNb: string; textNn: string; isMandatory: boolean }[]
}

/** Reads the register. What the content refers to and the register lacks is a mistake in one of them, and throws. */
export async function readReference(tx: Tx): Promise<Reference> {
  const municipalities = await tx.municipality.findMany({
    select: {
      id: true,
      number: true,
      displayName: true,
      parallelNames: true,
      writtenNorm: true,
      collaborations: { select: { collaboration: { select: { slug: true } } } },
    },
  })
  const collaborations = await tx.collaboration.findMany({ select: { id: true, slug: true } })
  const byNumber = new Map(
    municipalities.map((m) => [m.number, { ...m, collaborations: m.collaborations.map((c) => c.collaboration.slug) }]),
  )
  const bySlug = new Map(collaborations.map((c) => [c.slug, c.id]))
  return {
    municipality: (number) => found(byNumber.get(number), `municipality ${number}`),
    collaborationId: (slug) => found(bySlug.get(slug), `collaboration ${slug}`),
    phaseModel: await readPhaseModel(tx),
  }
}

/** The national phase model, with its checklist. */
export function readPhaseModel(tx: Tx): Promise<Reference['phaseModel']> {
  return tx.phaseModel.findFirstOrThrow({
    where: { municipalityId: null, code: 'prosjektveiviseren' },
    select: {
      id: true,
      phases: {
        orderBy: { position: 'asc' },
        select: {
          id: true,
          code: true,
          position: true,
          gate: true,
          checklist: { orderBy: { position: 'asc' }, select: { textNb: true, textNn: true, isMandatory: true } },
        },
      },
    },
  })
}

/** The thing, or an error that says what is missing. */
export function found<T>(thing: T | null | undefined, name: string): T {
  if (thing === undefined || thing === null) throw new Error(`Not found: ${name}`)
  return thing
}
