'use server'
import { redirect } from 'next/navigation'
import { unsubscribe } from '@/lib/letters/commands'
import { command } from '@/lib/platform/command'
import { linkInput } from '@/lib/upkeep/input'

export const stop = command(
  linkInput,
  (_actor, { token }) => unsubscribe(token),
  (_, { token }) => redirect(`/avmeld/${token}?ok=avmeldt`),
)
