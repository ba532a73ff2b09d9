import { z } from 'zod'
import { Lifecycle } from '@/generated/prisma/enums'

/** What the portfolio can be sorted by, each in its logical order: phases by phase, status by severity, names as Norwegians sort. */
export const sortKeys = ['nummer', 'tittel', 'fase', 'status', 'leder', 'budsjett', 'kostnad', 'prognose', 'rapportert'] as const
export type SortKey = (typeof sortKeys)[number]

export const pageSizes = [25, 50, 100] as const

/** The address of the portfolio. Every field falls back, so a mangled address shows the first page of everything. */
export const portfolioQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  fase: z.string().max(40).catch(''),
  tilstand: z.enum(['', ...Object.values(Lifecycle)]).catch(''),
  tema: z.string().max(60).catch(''),
  leder: z.union([z.uuid(), z.literal('')]).catch(''),
  sorter: z.enum(sortKeys.flatMap((key) => [key, `-${key}`] as const)).catch('nummer'),
  antall: z.coerce
    .number()
    .pipe(z.union([z.literal(25), z.literal(50), z.literal(100)]))
    .catch(25),
  side: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type PortfolioQuery = z.infer<typeof portfolioQuery>
