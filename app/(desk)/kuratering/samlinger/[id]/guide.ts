import { notFound } from 'next/navigation'
import { cache } from 'react'
import { guideToEdit } from '@/lib/collections/guide/queries'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { isUuid } from '@/lib/platform/ids'

/** The guide of the address, for the advisor who writes it; read once a request. */
export const guideOf = cache(async (id: string) => {
  const who = await requireAdvisor(`/kuratering/samlinger/${id}`)
  const page = isUuid(id) ? await guideToEdit(who, id) : null
  if (!page) notFound()
  return { ...page, who }
})
