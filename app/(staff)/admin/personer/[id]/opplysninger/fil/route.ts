import { mayAdminister } from '@/lib/people/administration/policy'
import { personView } from '@/lib/people/administration/queries'
import { exportPerson } from '@/lib/people/privacy/commands'
import { actor } from '@/lib/platform/auth/session'
import { storedFile } from '@/lib/platform/export/json'
import { tooOften } from '@/lib/platform/rate-limit'

/** What is stored of one of the municipality's people, as a file. To others there is no such address. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [who, { id }] = [await actor(), await params]
  if (!mayAdminister(who) || !(await personView(who, id))) return new Response(null, { status: 404 })
  const refused = await tooOften('export', who)
  if (refused) return refused
  return storedFile(`opplysninger-${id}`, (await exportPerson(who, id)).rows)
}
