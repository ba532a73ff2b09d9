'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { changeView, deleteView, saveView } from '@/lib/portfolio/views/commands'
import { changeViewInput, saveViewInput, viewAddress } from '@/lib/portfolio/views/input'

export const save = command(saveViewInput, saveView, ({ href }) => redirect(href))
export const change = command(changeViewInput, changeView, ({ href }) => redirect(href))
export const remove = command(viewAddress, deleteView, ({ path }) => redirect(path))
