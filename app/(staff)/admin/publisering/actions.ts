'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { setPublishing } from '@/lib/publishing/commands'
import { publishingForm } from '@/lib/publishing/input'

export const decide = command(publishingForm, setPublishing, () => redirect('/admin/publisering?ok=saved'))
