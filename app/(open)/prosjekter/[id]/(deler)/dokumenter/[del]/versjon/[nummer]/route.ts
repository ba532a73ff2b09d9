import { documentFile } from '@/lib/documents/queries'
import { actorIn } from '@/lib/platform/auth/session'
import { fileResponse } from '@/lib/platform/files/response'
import { openFile } from '@/lib/platform/files/storage'
import { isUuid } from '@/lib/platform/ids'
import { logFault } from '@/lib/platform/log'
import { tooOften } from '@/lib/platform/rate-limit'

interface Context {
  params: Promise<{ id: string; del: string; nummer: string }>
}

/** One version of a document as a download. What one may not see is not found; bytes that are gone are a fault of ours. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, del, nummer } = await params
  const who = await actorIn(id)
  const refused = await tooOften('download', who)
  if (refused) return refused
  const isAddress = isUuid(id) && isUuid(del) && /^[1-9]\d{0,6}$/.test(nummer)
  const file = isAddress ? await documentFile(who, { projectId: id, documentId: del, number: Number(nummer) }) : null
  if (!file) return new Response(null, { status: 404 })
  try {
    return fileResponse(await openFile(file.key), { fileName: file.fileName, type: file.type, size: file.size })
  } catch (error) {
    const reference = logFault(error, { key: file.key })
    return new Response(`${reference}\n`, { status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  }
}
