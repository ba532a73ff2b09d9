'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { rhythmInput } from '@/lib/status/input'
import { setRhythm } from '@/lib/status/rhythm/commands'

export const saveRhythm = command(rhythmInput, setRhythm, () => redirect('/portefolje/oversikt?ok=lagret'))
