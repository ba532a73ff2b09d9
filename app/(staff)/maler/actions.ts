'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { createTemplate, publishVersion, setActive } from '@/lib/templates/commands'
import { activeInput, newTemplateInput, newVersionInput } from '@/lib/templates/input'

export const create = command(newTemplateInput, createTemplate, ({ templateId }) => redirect(`/maler/${templateId}?ok=laget`))
export const publish = command(newVersionInput, publishVersion, (_, { templateId }) =>
  redirect(`/maler/${templateId}?ok=publisert`),
)
export const activate = command(activeInput, setActive, (_, { templateId }) => redirect(`/maler/${templateId}?ok=lagret`))
