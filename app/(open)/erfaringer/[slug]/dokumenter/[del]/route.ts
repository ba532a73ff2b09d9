import { reportDocumentFile } from '@/lib/experiences/documents/queries'
import { actor } from '@/lib/platform/auth/session'
import { fileResponse } from '@/lib/platform/files/response'
import { openFile } from '@/lib/platform/files/storage'
import { isUuid } from '@/lib/platform/ids'
import { logFault } from '@/lib/platform/log'
import { tooOften } from '@/lib/platform/rate-limit'

interface Context {
  params: Promise<{ slug: string; del: string }>
}

/** A document that follows a report as a download. What one may not read is not found; bytes that are gone are a fault of ours. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const [{ slug, del }, who] = [await params, await actor()]
  const refused = await tooOften('download', who)
  if (refused) return refused
  const file = isUuid(del) ? await reportDocumentFile(who, slug, del) : null
  if (!file) return new Response(null, { status: 404 })
  try {
    return fileResponse(await openFile(file.key), file)
  } catch (error) {
    const reference = logFault(error, { key: file.key })
    return new Response(`${reference}\n`, { status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  }
}
