import { mayKeepOwn } from '@/lib/people/policy'
import { ownData } from '@/lib/people/privacy/queries'
import { asSelf } from '@/lib/platform/actor'
import { actor } from '@/lib/platform/auth/session'
import { storedFile } from '@/lib/platform/export/json'
import { tooOften } from '@/lib/platform/rate-limit'

/** What is stored of the reader, as a file. */
export async function GET(): Promise<Response> {
  const who = asSelf(await actor())
  if (!mayKeepOwn(who)) return new Response(null, { status: 401 })
  const refused = await tooOften('export', who)
  if (refused) return refused
  return storedFile('mine-opplysninger-i-delt', await ownData(who))
}
