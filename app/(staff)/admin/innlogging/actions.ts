'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import {
  createConnection,
  disableConnection,
  discardConnection,
  enableConnection,
  saveAccess,
  saveClient,
  submitConnection,
} from '@/lib/connections/commands'
import { accessForm, clientForm, connectionForm, keyForm, newConnectionForm, secretForm } from '@/lib/connections/input'
import { activateKey, makeKey, replaceSecret, retireKey } from '@/lib/connections/keys/commands'
import { command, freshCommand } from '@/lib/platform/command'

const page = '/admin/innlogging'

/** Back to the page, drawn anew also where only the place on it differs. */
function back(ok: string, anchor: string) {
  return (_: unknown, { connectionId }: { connectionId: string }) => {
    revalidatePath(`${page}/${connectionId}`)
    redirect(`${page}/${connectionId}?ok=${ok}#${anchor}`)
  }
}

export const create = command(newConnectionForm, createConnection, (id) => redirect(`${page}/${id}`))
export const keepClient = command(clientForm, saveClient, back('saved', 'prov'))
export const keepAccess = freshCommand(accessForm, saveAccess, back('saved', 'tilgang'))
export const submit = freshCommand(connectionForm, submitConnection, back('sent', 'send'))
export const disable = freshCommand(connectionForm, disableConnection, back('closed', 'send'))
export const enable = freshCommand(connectionForm, enableConnection, back('opened', 'send'))
export const discard = command(connectionForm, discardConnection, () => redirect(`${page}?ok=discarded`))
export const addKey = command(connectionForm, makeKey, back('keyDone', 'nokler'))
export const useKey = freshCommand(keyForm, activateKey, back('keyDone', 'nokler'))
export const dropKey = freshCommand(keyForm, retireKey, back('keyDone', 'nokler'))
export const changeSecret = freshCommand(secretForm, replaceSecret, back('saved', 'nokler'))
