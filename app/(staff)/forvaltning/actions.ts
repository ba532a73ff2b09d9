'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { handOver } from '@/lib/stewards/commands'
import { handOverInput } from '@/lib/stewards/input'

export const give = command(handOverInput, handOver, () => redirect('/forvaltning?ok=gitt'))
