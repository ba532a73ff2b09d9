'use server'
import { redirect } from 'next/navigation'
import { sendAdvice, withdrawAdvice } from '@/lib/advice/commands'
import { adviceInput, withdrawInput } from '@/lib/advice/input'
import { command } from '@/lib/platform/command'

export const send = command(adviceInput, sendAdvice, () => redirect('/kuratering/rad?ok=sendt'))
export const withdraw = command(withdrawInput, withdrawAdvice, () => redirect('/kuratering/rad?ok=trukket'))
