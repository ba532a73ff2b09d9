'use server'
import { redirect } from 'next/navigation'
import { letNeedWait, markNeed, remindSteward, reopenNeed } from '@/lib/curation/cockpit/commands'
import { needInput, remindInput, takeInput, waitInput } from '@/lib/curation/cockpit/input'
import { command } from '@/lib/platform/command'

export const take = command(takeInput, markNeed, (_, { state }) => redirect(`/kuratering?ok=${state}#haster`))
export const wait = command(waitInput, letNeedWait, () => redirect('/kuratering?ok=waiting#haster'))
export const remind = command(remindInput, remindSteward, () => redirect('/kuratering?ok=reminded#haster'))
export const reopen = command(needInput, reopenNeed, () => redirect('/kuratering?ok=reopened#haster'))
