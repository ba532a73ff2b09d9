'use server'
import { redirect } from 'next/navigation'
import { projectCommand } from '@/lib/platform/command'
import { saveItem } from '@/lib/projects/items/commands'
import { deleteItem, restoreItem } from '@/lib/projects/items/deletion/commands'
import { type ItemAddress, itemAddress, itemInput, restoreInput } from '@/lib/projects/items/input'
import { items } from '@/lib/projects/items/kinds'

/** Back to where the item is listed: the item above it, or the page of its kind. */
function homeOf({ projectId, kind }: Pick<ItemAddress, 'projectId' | 'kind'>, under: string | null, ok: string): string {
  const { page, under: above } = items[kind]
  const place = above && under ? `${items[above.kind].slug}/${under}` : page
  return `/prosjekter/${projectId}/${place}?ok=${ok}`
}

export const save = projectCommand(itemInput, saveItem, ({ under }, input) => redirect(homeOf(input, under, 'lagret')))
export const remove = projectCommand(itemAddress, deleteItem, ({ under }, input) => redirect(homeOf(input, under, 'slettet')))
export const restore = projectCommand(restoreInput, restoreItem, ({ kind }, { projectId }) =>
  redirect(`/prosjekter/${projectId}/${items[kind].page}?ok=gjenopprettet`),
)
