import { unsubscribe } from '@/lib/letters/commands'
import { config } from '@/lib/platform/config'
import { Refusal } from '@/lib/platform/refusal'

interface Context {
  params: Promise<{ token: string }>
}

/** The button of the mail program itself (RFC 8058): no cookies, no page, the sealed token is the whole proof. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  try {
    await unsubscribe((await params).token)
    return new Response(null, { status: 204 })
  } catch (error) {
    if (error instanceof Refusal) return new Response(null, { status: 404 })
    throw error
  }
}

/** A person who follows the same address is asked first. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return Response.redirect(`${config().origin}/avmeld/${(await params).token}`, 303)
}
