import type { PortfolioListName } from './columns'

interface Linked {
  id: string
  extra: Record<string, string | null>
}

type HrefOf = (row: Linked, key: string) => string | undefined

/** Where the title of a row leads: to the thing itself, in its project. */
const inProject =
  (slug: string, itemId: (row: Linked) => string = (row) => row.id): HrefOf =>
  (row, key) => {
    const project = `/prosjekter/${row.extra.projectId}`
    if (key === 'prosjekt') return project
    return key === 'tittel' ? `${project}/${slug}/${itemId(row)}` : undefined
  }

const projectPart =
  (slug: string, keys: readonly string[]): HrefOf =>
  (row, key) =>
    key === 'prosjekt'
      ? `/prosjekter/${row.extra.projectId}`
      : keys.includes(key)
        ? `/prosjekter/${row.extra.projectId}/${slug}`
        : undefined

/** Where the cells of each list lead. */
export const listHrefs: Record<PortfolioListName, HrefOf> = {
  prosjekter: (row, key) => (key === 'tittel' ? `/prosjekter/${row.extra.projectId}` : undefined),
  usikkerhet: inProject('usikkerheter'),
  gevinster: inProject('gevinster', (row) => row.extra.itemId ?? row.id),
  leveranser: inProject('leveranser'),
  erfaringer: inProject('erfaringer'),
  okonomi: projectPart('okonomi', ['ar']),
  ressurser: (row, key) =>
    key === 'person' || key === 'rolle'
      ? `/prosjekter/${row.extra.projectId}/ressurser/${row.id}`
      : projectPart('ressurser', [])(row, key),
  vilkar: projectPart('faser', ['tittel']),
}
