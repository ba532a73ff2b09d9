'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { setSteward } from '@/lib/stewards/commands'
import { stewardInput } from '@/lib/stewards/input'

export const save = command(stewardInput, setSteward, (_, { slug }) => redirect(`/erfaringer/${slug}?ok=forvalter`))
