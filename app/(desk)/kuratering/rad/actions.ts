'use server'
import { redirect } from 'next/navigation'
import { sendAdvice } from '@/lib/advice/commands'
import { adviceInput } from '@/lib/advice/input'
import { command } from '@/lib/platform/command'

export const send = command(adviceInput, sendAdvice, () => redirect('/kuratering/rad?ok=sendt'))
