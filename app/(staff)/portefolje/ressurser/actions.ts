'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { addAbsence, removeAbsence } from '@/lib/resources/commands'
import { absenceAddress, absenceInput } from '@/lib/resources/input'

const home = () => redirect('/portefolje/ressurser?ok=lagret#fravaer-tittel')

export const add = command(absenceInput, addAbsence, home)
export const remove = command(absenceAddress, removeAbsence, home)
