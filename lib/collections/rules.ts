import { safeHref } from '@/lib/experiences/text/rules'

/** What an address that an advisor pasted leads to. */
export type ExampleAddress = { kind: 'lesson' | 'project'; id: string } | { kind: 'link'; url: string }

const id = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'
const lessonPath = new RegExp(`/prosjekter/${id}/erfaringer/${id}(?:[/?#]|$)`)
const projectPath = new RegExp(`/prosjekter/${id}(?:[/?#]|$)`)

/** A lesson or a project by its address here, or a page elsewhere; null for what is no address. */
export function exampleAt(address: string): ExampleAddress | null {
  const [lesson, project] = [lessonPath.exec(address)?.[2], projectPath.exec(address)?.[1]]
  if (lesson) return { kind: 'lesson', id: lesson }
  if (project) return { kind: 'project', id: project }
  const url = /^https?:/i.test(address) ? safeHref(address) : null
  return url ? { kind: 'link', url } : null
}

/** The ids in their new order: one is moved a step up or down; at the edge nothing moves. */
export function moved(ids: readonly string[], id: string, direction: 'up' | 'down'): string[] {
  const from = ids.indexOf(id)
  const to = direction === 'up' ? from - 1 : from + 1
  if (from < 0 || to < 0 || to >= ids.length) return [...ids]
  return ids.with(from, ids[to] as string).with(to, id)
}
