import * as enums from '@/generated/prisma/enums'
import type { ListColumn, ListDefinition } from '@/lib/lists/rules'

const choice = (key: string, of: string, values: object, more: Partial<ListColumn> = {}): ListColumn => ({
  key,
  kind: 'choice',
  of,
  choices: Object.values(values),
  isGroupable: true,
  ...more,
})
const nok = (key: string, more: Partial<ListColumn> = {}): ListColumn => ({ key, kind: 'nok', isSummed: true, ...more })
const shown = { isDefault: true } as const
const scale = { 1: '1', 2: '2', 3: '3', 4: '4', 5: '5' }

/** What every list over projects says of the project. */
const ofProject: ListColumn[] = [
  { key: 'fase', kind: 'entity', set: 'phases', isGroupable: true, isMain: true },
  choice('tilstand', 'lifecycle', enums.Lifecycle, { isMain: true }),
  { key: 'tema', kind: 'entity', set: 'themes', isGroupable: true, isMain: true },
  { key: 'leder', kind: 'entity', set: 'people', isGroupable: true, isMain: true },
]
const projectWith = (keys: string[]) => ofProject.map((column) => (keys.includes(column.key) ? { ...column, ...shown } : column))

/** Every attribute of a project, with what its parts add up to. */
export const projectList: ListDefinition = {
  path: '/portefolje',
  defaultSort: [{ key: 'nummer', isDescending: false }],
  columns: [
    { key: 'nummer', kind: 'text', ...shown },
    { key: 'tittel', kind: 'text', ...shown },
    ...projectWith(['fase', 'leder', 'tilstand']),
    choice('fremdrift', 'progress', enums.ProgressStatus, shown),
    choice('okonomi', 'economy', enums.EconomyStatus, shown),
    choice('kvalitet', 'quality', enums.QualityStatus),
    choice('risiko', 'risk', enums.RiskStatus, shown),
    choice('gevinst', 'benefit', enums.BenefitStatus),
    { key: 'rapportert', kind: 'date', ...shown },
    { key: 'overtid', kind: 'number' },
    nok('budsjett', shown),
    nok('kostnad', shown),
    nok('prognose', shown),
    nok('avvik'),
    { key: 'timer', kind: 'number', isSummed: true },
    { key: 'port', kind: 'text', isGroupable: true },
    choice('type', 'projectType', enums.ProjectType),
    { key: 'start', kind: 'date' },
    { key: 'slutt', kind: 'date' },
    { key: 'eier', kind: 'entity', set: 'people', isGroupable: true },
    { key: 'gevinstansvarlig', kind: 'entity', set: 'people', isGroupable: true },
    { key: 'program', kind: 'entity', set: 'programmes', isGroupable: true },
    { key: 'samarbeid', kind: 'text', isGroupable: true },
    choice('synlig', 'visibility', enums.Visibility),
    { key: 'risikoer', kind: 'number', isSummed: true },
    { key: 'toppfaktor', kind: 'number' },
    { key: 'vilkar', kind: 'number', isSummed: true },
    { key: 'milepal', kind: 'date' },
    { key: 'forsinkede', kind: 'number', isSummed: true },
    { key: 'oppnadd', kind: 'percent' },
    { key: 'teknologier', kind: 'words' },
    { key: 'leverandorer', kind: 'words' },
    { key: 'metoder', kind: 'words' },
    { key: 'fnmal', kind: 'words' },
    { key: 'arkivref', kind: 'text' },
    { key: 'okonominavn', kind: 'text' },
    { key: 'mine', kind: 'boolean' },
    { key: 'endret', kind: 'date' },
  ],
}

const project: ListColumn = { key: 'prosjekt', kind: 'entity', isGroupable: true, ...shown }

export const uncertaintyList: ListDefinition = {
  path: '/portefolje/usikkerhet',
  defaultSort: [{ key: 'faktor', isDescending: true }],
  columns: [
    { key: 'tittel', kind: 'text', ...shown },
    project,
    choice('slag', 'uncertaintyKind', enums.UncertaintyKind, { ...shown, isMain: true }),
    choice('status', 'uncertaintyStatus', enums.UncertaintyStatus, { ...shown, isMain: true }),
    { key: 'faktor', kind: 'number', ...shown },
    { key: 'faktoretter', kind: 'number', ...shown },
    choice('sannsynlighet', 'probability', scale),
    choice('konsekvens', 'consequence', scale),
    choice('strategi', 'strategy', enums.Strategy),
    choice('narhet', 'proximity', enums.Proximity),
    { key: 'ansvarlig', kind: 'entity', set: 'people', isGroupable: true, ...shown },
    { key: 'inntraff', kind: 'date' },
    { key: 'fortetil', kind: 'text' },
    { key: 'apnetiltak', kind: 'number', ...shown },
    { key: 'frist', kind: 'date', ...shown },
    ...ofProject,
  ],
}

export const benefitList: ListDefinition = {
  path: '/portefolje/gevinster',
  defaultSort: [{ key: 'prosjekt', isDescending: false }],
  columns: [
    { key: 'tittel', kind: 'text', ...shown },
    project,
    { key: 'indikator', kind: 'text', ...shown },
    choice('slag', 'benefitKind', enums.BenefitKind, { ...shown, isMain: true }),
    choice('kategori', 'benefitCategory', enums.BenefitCategory),
    { key: 'startverdi', kind: 'number' },
    { key: 'malverdi', kind: 'number', ...shown },
    { key: 'malt', kind: 'number', ...shown },
    { key: 'oppnadd', kind: 'percent', ...shown },
    { key: 'maltdato', kind: 'date', ...shown },
    { key: 'ventes', kind: 'date' },
    { key: 'ansvarlig', kind: 'entity', set: 'people', isGroupable: true },
    ...ofProject,
  ],
}

export const deliverableList: ListDefinition = {
  path: '/portefolje/leveranser',
  defaultSort: [{ key: 'slutt', isDescending: false }],
  columns: [
    { key: 'tittel', kind: 'text', ...shown },
    project,
    choice('status', 'deliverableStatus', enums.DeliverableStatus, { ...shown, isMain: true }),
    { key: 'start', kind: 'date', ...shown },
    { key: 'slutt', kind: 'date', ...shown },
    { key: 'ansvarlig', kind: 'entity', set: 'people', isGroupable: true, ...shown },
    ...ofProject,
  ],
}

export const lessonList: ListDefinition = {
  path: '/portefolje/erfaringer',
  defaultSort: [{ key: 'skrevet', isDescending: true }],
  columns: [
    { key: 'tittel', kind: 'text', ...shown },
    project,
    choice('slag', 'lessonKind', enums.LessonKind, { ...shown, isMain: true }),
    { key: 'anbefaling', kind: 'text', ...shown },
    choice('synlig', 'visibility', enums.Visibility, shown),
    { key: 'teknologier', kind: 'words' },
    { key: 'skrevet', kind: 'date', ...shown },
    ...ofProject,
  ],
}

export const economyList: ListDefinition = {
  path: '/portefolje/okonomi',
  defaultSort: [
    { key: 'ar', isDescending: true },
    { key: 'prosjekt', isDescending: false },
  ],
  columns: [
    { ...project, isGroupable: true },
    { key: 'ar', kind: 'number', isGroupable: true, ...shown },
    nok('budsjett', shown),
    nok('kostnad', shown),
    nok('prognose', shown),
    nok('avvik', shown),
    { key: 'budsjetttimer', kind: 'number', isSummed: true },
    { key: 'brukttimer', kind: 'number', isSummed: true },
    { key: 'prognosetimer', kind: 'number', isSummed: true },
    ...ofProject,
  ],
}

export const allocationList: ListDefinition = {
  path: '/portefolje/ressurser',
  defaultSort: [{ key: 'start', isDescending: false }],
  columns: [
    { key: 'person', kind: 'entity', set: 'people', isGroupable: true, isMain: true, ...shown },
    { key: 'rolle', kind: 'text', ...shown },
    project,
    { key: 'start', kind: 'date', ...shown },
    { key: 'slutt', kind: 'date', ...shown },
    { key: 'prosent', kind: 'percent', ...shown },
    choice('status', 'allocationStatus', enums.AllocationStatus, { ...shown, isMain: true }),
    ...ofProject,
  ],
}

export const conditionList: ListDefinition = {
  path: '/portefolje/vilkar',
  defaultSort: [{ key: 'frist', isDescending: false }],
  columns: [
    { key: 'tittel', kind: 'text', ...shown },
    project,
    { key: 'port', kind: 'text', isGroupable: true, ...shown },
    { key: 'ansvarlig', kind: 'text', ...shown },
    { key: 'frist', kind: 'date', ...shown },
    { key: 'lukket', kind: 'date', ...shown },
    ...ofProject,
  ],
}

/** Every list of the portfolio, by its name in the address and in saved views. */
export const portfolioLists = {
  prosjekter: projectList,
  usikkerhet: uncertaintyList,
  gevinster: benefitList,
  leveranser: deliverableList,
  erfaringer: lessonList,
  okonomi: economyList,
  ressurser: allocationList,
  vilkar: conditionList,
} as const
export type PortfolioListName = keyof typeof portfolioLists
export const portfolioListNames = Object.keys(portfolioLists) as PortfolioListName[]

/** The name of a list, where it is one. */
export function portfolioListName(name: string): PortfolioListName | null {
  return portfolioListNames.find((known) => known === name) ?? null
}
