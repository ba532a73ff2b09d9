'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import {
  changePack,
  deletePack,
  makePack,
  movePackItem,
  putPackItem,
  removePackItem,
  setPackStatus,
} from '@/lib/starter-packs/commands'
import {
  movePackItemInput,
  newPackInput,
  packAt,
  packInput,
  packItemAt,
  packItemInput,
  publishPackInput,
} from '@/lib/starter-packs/input'

const back = (_: unknown, { packId }: { packId: string }) => redirect(`/kuratering/startpakker/${packId}?ok=lagret`)

export const make = command(newPackInput, makePack, ({ packId }) => redirect(`/kuratering/startpakker/${packId}?ok=lagret`))

export const change = command(packInput, changePack, back)

export const publish = command(publishPackInput, setPackStatus, back)

export const discard = command(packAt, deletePack, () => redirect('/kuratering/startpakker?ok=slettet'))

export const put = command(packItemInput, putPackItem, back)

export const remove = command(packItemAt, removePackItem, back)

export const move = command(movePackItemInput, movePackItem, (_, { packId, itemId }) =>
  redirect(`/kuratering/startpakker/${packId}#sak-${itemId}`),
)
