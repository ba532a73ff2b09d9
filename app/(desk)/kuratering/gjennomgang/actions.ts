'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { reviewReport } from '@/lib/reviews/commands'
import { reviewInput } from '@/lib/reviews/input'

export const review = command(reviewInput, reviewReport, () => redirect('/kuratering/gjennomgang?ok=lagret'))
