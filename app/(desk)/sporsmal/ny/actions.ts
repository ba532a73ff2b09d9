'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { askEverybody } from '@/lib/questions/commands'
import { openQuestionInput } from '@/lib/questions/input'

export const ask = command(openQuestionInput, askEverybody, () => redirect('/sporsmal?ok=sendt'))
