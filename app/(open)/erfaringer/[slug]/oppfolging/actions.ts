'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { followUpEffects } from '@/lib/upkeep/commands'
import { followUpInput } from '@/lib/upkeep/input'

export const save = command(followUpInput, followUpEffects, (_, { slug }) => redirect(`/erfaringer/${slug}?ok=fulgt`))
