'use server'
import { redirect } from 'next/navigation'
import { publishDraft } from '@/lib/experiences/commands'
import { confirmForm } from '@/lib/experiences/input'
import { command } from '@/lib/platform/command'

export const confirm = command(confirmForm, publishDraft, ({ slug }) => redirect(`/erfaringer/${slug}`))
