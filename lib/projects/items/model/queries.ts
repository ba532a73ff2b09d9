import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { type ItemKind, items } from '../kinds'

type Row = Record<string, unknown> & { id: string; version: number }

/** What the Prisma client offers for each model of an item, seen the same way for all. */
interface Model {
  findFirst(query: object): Promise<Row | null>
  findMany(query: object): Promise<Row[]>
  count(query: object): Promise<number>
  createMany(query: object): Promise<{ count: number }>
  updateMany(query: object): Promise<{ count: number }>
}

/** The model that items of a kind are stored in. */
export function modelOf(tx: Tx, kind: ItemKind): Model {
  return (tx as unknown as Record<string, Model>)[items[kind].model] as Model
}

/** Those of a kind that belong to a project, however deep they lie. */
export function ofProject(kind: ItemKind, projectId: string): object {
  const { under } = items[kind]
  return under ? { [under.relation]: ofProject(under.kind, projectId) } : { projectId }
}
