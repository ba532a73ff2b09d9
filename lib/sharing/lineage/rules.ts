import type { ReuseState } from '@/generated/prisma/enums'

/** A report in the lineage, with what it was built on as far as the reader may see. */
export interface LineageReport {
  id: string
  parentId: string | null
  slug: string
  title: string
  municipality: { number: string; displayName: string }
}

/** A municipality that has confirmed that it uses a report. */
export interface LineageReuse {
  reportId: string
  state: ReuseState
  municipality: { number: string; displayName: string }
}

export interface LineageNode extends LineageReport {
  depth: number
  reuses: LineageReuse[]
  children: LineageNode[]
}

/** The reports as a tree, from the first. A report that is its own ancestor, which cannot be, would be shown once. */
export function treeOf(reports: readonly LineageReport[], reuses: readonly LineageReuse[]): LineageNode[] {
  const ids = new Set(reports.map((report) => report.id))
  const seen = new Set<string>()
  const grow = (report: LineageReport, depth: number): LineageNode[] => {
    if (seen.has(report.id)) return []
    seen.add(report.id)
    const children = reports.filter((one) => one.parentId === report.id).flatMap((one) => grow(one, depth + 1))
    // Who has a report of its own below is shown there, not twice.
    const told = new Set(children.map((child) => child.municipality.number))
    const own = reuses.filter((one) => one.reportId === report.id && !told.has(one.municipality.number))
    return [{ ...report, depth, reuses: own, children }]
  }
  const roots = reports.filter((report) => report.parentId === null || !ids.has(report.parentId))
  return [...roots, ...reports].flatMap((report) => grow(report, 0))
}

/** The node of a report, wherever it is. */
export function nodeOf(nodes: readonly LineageNode[], id: string): LineageNode | null {
  for (const node of nodes) {
    const found = node.id === id ? node : nodeOf(node.children, id)
    if (found) return found
  }
  return null
}

/** The municipalities that build on a report, by any way, its own not counted. */
export function buildersOn(node: LineageNode): Set<string> {
  const numbers = new Set<string>()
  const walk = (one: LineageNode): void => {
    for (const reuse of one.reuses) numbers.add(reuse.municipality.number)
    for (const child of one.children) {
      numbers.add(child.municipality.number)
      walk(child)
    }
  }
  walk(node)
  numbers.delete(node.municipality.number)
  return numbers
}

/** How many build on a report, and how many of them by way of each that has passed it on. */
export function reachOf(node: LineageNode): { count: number; via: { municipality: string; count: number }[] } {
  return {
    count: buildersOn(node).size,
    via: node.children
      .map((child) => ({ municipality: child.municipality.displayName, count: buildersOn(child).size }))
      .filter((way) => way.count > 0)
      .sort((a, b) => b.count - a.count),
  }
}
