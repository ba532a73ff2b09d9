import { notFound } from 'next/navigation'
import { cache } from 'react'
import { actorIn } from '@/lib/platform/auth/session'
import { isUuid } from '@/lib/platform/ids'
import { projectHead } from '@/lib/projects/head/queries'

/** The project of the address as the reader may see it; read once a request. */
export const headOf = cache(async (id: string) => {
  const head = isUuid(id) ? await projectHead(await actorIn(id), id) : null
  if (!head) notFound()
  return head
})
