'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { changeMany, undoMany } from '@/lib/portfolio/bulk/commands'
import { bulkInput, undoInput } from '@/lib/portfolio/bulk/input'

export const apply = command(bulkInput, changeMany, () => redirect('/portefolje/endre?ok=endret'))
export const undo = command(undoInput, undoMany, () => redirect('/portefolje/endre?ok=angret'))
