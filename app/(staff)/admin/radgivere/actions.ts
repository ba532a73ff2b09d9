'use server'
import { redirect } from 'next/navigation'
import { endGrant, giveGrant } from '@/lib/grants/commands'
import { giveForm, grantForm } from '@/lib/grants/input'
import { command, freshCommand } from '@/lib/platform/command'

export const give = freshCommand(giveForm, giveGrant, () => redirect('/admin/radgivere?ok=given'))
export const end = command(grantForm, endGrant, () => redirect('/admin/radgivere?ok=ended'))
