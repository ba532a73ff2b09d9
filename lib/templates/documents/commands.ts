import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { read, type Tx, transaction } from '@/lib/platform/db'
import { documentKey } from '@/lib/platform/files/keys'
import { receivedFile } from '@/lib/platform/files/received'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { latestVersion, publish, templateToManage } from '../commands'
import type { TemplateContent } from '../content'
import { keepFile, orForget } from '../files/commands'
import type { RemovedDocumentInput, TemplateDocumentInput } from '../input'

type Documents = TemplateContent['parts']['documents']

/** Adds a document to a template, as its next version: one that is expected, with a file to begin with where one was sent. */
export async function addTemplateDocument(actor: Actor, input: TemplateDocumentInput): Promise<void> {
  const { templateId, file: sent, phase, ...document } = input
  // Who may is asked before anything is kept.
  const { staff } = await read(actor, (tx) => templateToManage(tx, actor, templateId))
  const municipalityId = staff.municipality.id
  const received = sent && (await receivedFile(sent))
  const file = received ? await keepFile(municipalityId, received) : null
  const versionId = newId()
  const keys = file ? [documentKey(municipalityId, file.storedId)] : []
  await orForget(actor, { versionId, keys }, () =>
    transaction(actor, (tx) =>
      publishWith(tx, actor, { templateId, versionId, comment: `+ ${document.title}` }, (documents) => {
        const isThere = documents.some(({ title }) => title.toLocaleLowerCase('nb') === document.title.toLocaleLowerCase('nb'))
        refuseUnless(!isThere, 'conflict', { title: 'errors.nameTaken' })
        return [...documents, { ...document, phase: phase || null, file }]
      }),
    ),
  )
}

/** Takes a document out of a template, as its next version. Refuses with `conflict` where there is a newer version than the one shown. */
export function removeTemplateDocument(actor: Actor, input: RemovedDocumentInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { staff } = await templateToManage(tx, actor, input.templateId)
    const latest = await latestVersion(tx, staff, input.templateId)
    refuseUnless(latest?.number === input.number, 'conflict')
    const removed = latest.content.parts.documents[input.place]
    refuseUnless(removed, 'not-found')
    const about = { templateId: input.templateId, versionId: newId(), comment: `− ${removed.title}` }
    await publishWith(tx, actor, about, (documents) => documents.filter((_, place) => place !== input.place))
  })
}

/** The next version is the latest one with other documents. */
async function publishWith(
  tx: Tx,
  actor: Actor,
  { templateId, versionId, comment }: { templateId: string; versionId: string; comment: string },
  change: (documents: Documents) => Documents,
): Promise<void> {
  const { staff, template } = await templateToManage(tx, actor, templateId)
  const latest = await latestVersion(tx, staff, templateId)
  refuseUnless(latest, 'not-found')
  const documents = change(latest.content.parts.documents)
  const content = { ...latest.content, parts: { ...latest.content.parts, documents } }
  const number = latest.number + 1
  await publish(tx, staff, { id: versionId, templateId, number, content, comment })
  await audit(tx, staff, {
    action: 'template.publish',
    subjectType: 'project_template',
    subjectId: templateId,
    detail: { title: template.name, version: number, documents: documents.map(({ title }) => title) },
  })
}
