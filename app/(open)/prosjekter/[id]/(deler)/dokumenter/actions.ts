'use server'
import { redirect } from 'next/navigation'
import { uploadDocument, uploadVersion } from '@/lib/documents/commands'
import { documentInput, versionInput } from '@/lib/documents/input'
import { projectCommand } from '@/lib/platform/command'

const home = (projectId: string, documentId: string) => `/prosjekter/${projectId}/dokumenter/${documentId}?ok=lagret`

export const upload = projectCommand(documentInput, uploadDocument, ({ documentId }, { projectId }) =>
  redirect(home(projectId, documentId)),
)
export const addVersion = projectCommand(versionInput, uploadVersion, (_, { projectId, documentId }) =>
  redirect(home(projectId, documentId)),
)
