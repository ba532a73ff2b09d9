'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { createConnection, discardConnection, saveAccess, saveClient, submitConnection } from '@/lib/connections/commands'
import { accessForm, clientForm, connectionForm, keyForm, newConnectionForm, secretForm } from '@/lib/connections/input'
import { activateKey, makeKey, replaceSecret, retireKey } from '@/lib/connections/keys/commands'
import { founderCommand } from '@/lib/platform/command'

const page = '/kom-i-gang'

/** Back to the page, drawn anew also where only the place on it differs. */
function back(ok: string, anchor: string) {
  return (_: unknown, { connectionId }: { connectionId: string }) => {
    revalidatePath(`${page}/${connectionId}`)
    redirect(`${page}/${connectionId}?ok=${ok}#${anchor}`)
  }
}

export const create = founderCommand(newConnectionForm, createConnection, (id) => redirect(`${page}/${id}`))
export const keepClient = founderCommand(clientForm, saveClient, back('saved', 'prov'))
export const keepAccess = founderCommand(accessForm, saveAccess, back('saved', 'tilgang'))
export const submit = founderCommand(connectionForm, submitConnection, back('sent', 'send'))
export const discard = founderCommand(connectionForm, discardConnection, () => redirect(`${page}?ok=discarded`))
export const addKey = founderCommand(connectionForm, makeKey, back('keyDone', 'nokler'))
export const useKey = founderCommand(keyForm, activateKey, back('keyDone', 'nokler'))
export const dropKey = founderCommand(keyForm, retireKey, back('keyDone', 'nokler'))
export const changeSecret = founderCommand(secretForm, replaceSecret, back('saved', 'nokler'))
