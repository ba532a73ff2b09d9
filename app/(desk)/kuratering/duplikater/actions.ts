'use server'
import { redirect } from 'next/navigation'
import { mergeReports, tellApart, unmergeReport } from '@/lib/duplicates/commands'
import { differentInput, mergeInput, unmergeInput } from '@/lib/duplicates/input'
import { command } from '@/lib/platform/command'

const desk = '/kuratering/duplikater'

export const merge = command(mergeInput, mergeReports, () => redirect(`${desk}?ok=sammen`))
export const unmerge = command(unmergeInput, unmergeReport, () => redirect(`${desk}?ok=delt`))
export const different = command(differentInput, tellApart, () => redirect(`${desk}?ok=ulike`))
