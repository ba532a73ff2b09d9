'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { takePack } from '@/lib/starter-packs/taking/commands'
import { takePackInput } from '@/lib/starter-packs/taking/input'

export const take = command(takePackInput, takePack, ({ programmeId }) => redirect(`/programmer/${programmeId}`))
