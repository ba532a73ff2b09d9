'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { changeTemplate, createTemplate, publishVersion, setActive } from '@/lib/templates/commands'
import { addTemplateDocument, removeTemplateDocument } from '@/lib/templates/documents/commands'
import {
  activeInput,
  newTemplateInput,
  newVersionInput,
  removedDocumentInput,
  templateDocumentInput,
  templateInput,
} from '@/lib/templates/input'

export const create = command(newTemplateInput, createTemplate, ({ templateId }) => redirect(`/maler/${templateId}?ok=laget`))
export const publish = command(newVersionInput, publishVersion, (_, { templateId }) =>
  redirect(`/maler/${templateId}?ok=publisert`),
)
export const activate = command(activeInput, setActive, (_, { templateId }) => redirect(`/maler/${templateId}?ok=lagret`))
export const change = command(templateInput, changeTemplate, (_, { templateId }) => redirect(`/maler/${templateId}?ok=lagret`))
export const addDocument = command(templateDocumentInput, addTemplateDocument, (_, { templateId }) =>
  redirect(`/maler/${templateId}?ok=publisert`),
)
export const removeDocument = command(removedDocumentInput, removeTemplateDocument, (_, { templateId }) =>
  redirect(`/maler/${templateId}?ok=publisert`),
)
