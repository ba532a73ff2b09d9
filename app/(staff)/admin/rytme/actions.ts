'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { rhythmInput } from '@/lib/status/input'
import { setRhythm } from '@/lib/status/rhythm/commands'

export const save = command(rhythmInput, setRhythm, () => redirect('/admin/rytme?ok=saved'))
