'use server'
import { redirect } from 'next/navigation'
import { turnOff, turnOn } from '@/lib/operation/kommit/commands'
import { kommitPersonForm } from '@/lib/operation/kommit/input'
import { freshCommand } from '@/lib/platform/command'

export const shutOut = freshCommand(kommitPersonForm, turnOff, () => redirect('/drift/kommit?ok=off'))
export const letIn = freshCommand(kommitPersonForm, turnOn, () => redirect('/drift/kommit?ok=on'))
