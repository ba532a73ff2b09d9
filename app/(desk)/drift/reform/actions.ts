'use server'
import { redirect } from 'next/navigation'
import { carryOutReform } from '@/lib/operation/reform/commands'
import { reformForm } from '@/lib/operation/reform/input'
import { freshCommand } from '@/lib/platform/command'

export const carryOut = freshCommand(reformForm, carryOutReform, () => redirect('/drift/reform?ok=done'))
