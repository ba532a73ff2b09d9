import type { ReuseState } from '@/generated/prisma/enums'

interface Municipality {
  number: string
  displayName: string
}

/** A case in the lineage, by its project: the report it has published, or the shared project itself, with what it was built on as far as the reader may see. */
export interface LineageCase {
  id: string
  parentIds: readonly string[]
  /** The report that tells of it; null for a shared project without one. */
  reportId: string | null
  slug: string | null
  title: string
  municipality: Municipality
  /** Whether it tells of the same as what it hangs on, and is no work built on it. */
  isMerged?: boolean
}

/** A municipality that has confirmed that it uses a report. */
export interface LineageReuse {
  reportId: string
  state: ReuseState
  municipality: Municipality
}

export interface LineageNode extends LineageCase {
  /** How many steps it is from the first, by the longest way. */
  depth: number
  reuses: LineageReuse[]
  /** What is shown under it: each case is shown once, under the nearest of those it was built on. */
  children: LineageNode[]
  /** What else it was built on. */
  alsoOn: LineageCase[]
}

/** The cases as a tree, from the first, each with what else it was built on. A case that is its own ancestor, which cannot be, would be shown once. */
export function treeOf(cases: readonly LineageCase[], reuses: readonly LineageReuse[]): LineageNode[] {
  const byId = new Map(cases.map((one) => [one.id, one]))
  const depths = depthsOf(byId)
  const depthOf = (id: string) => depths.get(id) ?? 0
  const nearestFirst = ({ id, parentIds }: LineageCase) =>
    parentIds.filter((parent) => byId.has(parent) && depthOf(parent) < depthOf(id)).sort((a, b) => depthOf(b) - depthOf(a))
  const parents = new Map(cases.map((one) => [one.id, nearestFirst(one)]))
  const grow = (one: LineageCase): LineageNode => {
    const [, ...others] = parents.get(one.id) ?? []
    const children = cases.filter((child) => parents.get(child.id)?.[0] === one.id).map(grow)
    // Who has a case of its own below is shown there, not twice.
    const told = new Set(cases.filter((child) => child.parentIds.includes(one.id)).map((child) => child.municipality.number))
    const own = reuses.filter(({ reportId, municipality }) => reportId === one.reportId && !told.has(municipality.number))
    return { ...one, depth: depthOf(one.id), reuses: own, children, alsoOn: others.flatMap((id) => byId.get(id) ?? []) }
  }
  return cases.filter((one) => parents.get(one.id)?.length === 0).map(grow)
}

/** The longest way to each from a first. Where a way leads back to itself, that step is left out. */
function depthsOf(byId: ReadonlyMap<string, LineageCase>): Map<string, number> {
  const depths = new Map<string, number>()
  const walking = new Set<string>()
  const walk = (id: string): number => {
    const known = depths.get(id)
    if (known !== undefined) return known
    if (walking.has(id)) return -1
    walking.add(id)
    const above = (byId.get(id)?.parentIds ?? []).filter((parent) => byId.has(parent)).map(walk)
    walking.delete(id)
    const depth = Math.max(-1, ...above) + 1
    depths.set(id, depth)
    return depth
  }
  for (const id of byId.keys()) walk(id)
  return depths
}

/** The municipalities that build on a case, by any way, its own not counted, each once. */
export function buildersOn(cases: readonly LineageCase[], reuses: readonly LineageReuse[], id: string): Set<string> {
  const numbers = new Set<string>()
  const seen = new Set([id])
  const queue = cases.filter((one) => one.id === id)
  const own = queue[0]?.municipality.number
  for (const one of queue) {
    for (const reuse of reuses) if (reuse.reportId === one.reportId) numbers.add(reuse.municipality.number)
    for (const child of cases) {
      if (!child.parentIds.includes(one.id) || seen.has(child.id)) continue
      seen.add(child.id)
      queue.push(child)
      if (!child.isMerged) numbers.add(child.municipality.number)
    }
  }
  if (own) numbers.delete(own)
  return numbers
}

export interface Reach {
  count: number
  via: { municipality: string; count: number }[]
}

/** How many build on a case, and how many of them by way of each that has passed it on. */
export function reachOf(cases: readonly LineageCase[], reuses: readonly LineageReuse[], id: string): Reach {
  const own = cases.find((one) => one.id === id)?.municipality.number
  const ways = new Map<string, Set<string>>()
  for (const child of cases) {
    if (!child.parentIds.includes(id)) continue
    const way = ways.get(child.municipality.displayName) ?? new Set()
    for (const number of buildersOn(cases, reuses, child.id)) if (number !== own) way.add(number)
    ways.set(child.municipality.displayName, way)
  }
  return {
    count: buildersOn(cases, reuses, id).size,
    via: [...ways]
      .map(([municipality, numbers]) => ({ municipality, count: numbers.size }))
      .filter((way) => way.count > 0)
      .sort((a, b) => b.count - a.count),
  }
}

/** All that a case was built on, the nearest first; what is equally near in the order it is given. */
export function ancestorsOf(cases: readonly LineageCase[], id: string): LineageCase[] {
  const byId = new Map(cases.map((one) => [one.id, one]))
  const seen = new Set([id])
  const queue = [id]
  const ancestors: LineageCase[] = []
  for (const one of queue)
    for (const parent of byId.get(one)?.parentIds ?? []) {
      const found = byId.get(parent)
      if (!found || seen.has(parent)) continue
      seen.add(parent)
      queue.push(parent)
      ancestors.push(found)
    }
  return ancestors
}

/** The nearest cases above that have a report: what one can be held against. */
export function reportsAbove(cases: readonly LineageCase[], id: string): LineageCase[] {
  const byId = new Map(cases.map((one) => [one.id, one]))
  const seen = new Set([id])
  const above = (one: string): LineageCase[] =>
    (byId.get(one)?.parentIds ?? []).flatMap((parent) => {
      const found = byId.get(parent)
      if (!found || seen.has(parent)) return []
      seen.add(parent)
      return found.reportId ? [found] : above(parent)
    })
  return above(id)
}

/** A node's place in the picture: how many steps from the first, and which line from the top. */
export interface PicturePlace {
  node: LineageNode
  parents: PicturePlace[]
  column: number
  row: number
}

/** The places of all nodes in a picture that grows to the right: a leaf has a line to itself, and what others build on stands midway between them. */
export function picturePlaces(tree: readonly LineageNode[]): { places: PicturePlace[]; columns: number; rows: number } {
  const places = new Map<string, PicturePlace>()
  let rows = 0
  const put = (node: LineageNode, parent: PicturePlace | null): PicturePlace => {
    const place: PicturePlace = { node, parents: parent ? [parent] : [], column: parent ? parent.column + 1 : 0, row: 0 }
    places.set(node.id, place)
    const below = node.children.map((child) => put(child, place))
    const [first, last] = [below[0], below.at(-1)]
    place.row = first && last ? (first.row + last.row) / 2 : rows++
    return place
  }
  for (const node of tree) put(node, null)
  for (const place of places.values()) place.parents.push(...place.node.alsoOn.flatMap(({ id }) => places.get(id) ?? []))
  return { places: [...places.values()], columns: Math.max(0, ...[...places.values()].map(({ column }) => column + 1)), rows }
}
