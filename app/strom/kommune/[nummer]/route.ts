import { atomResponse } from '@/lib/open-pages/feed'

/** The newest open reports of a municipality, as any visitor sees them. */
export async function GET(_: Request, { params }: { params: Promise<{ nummer: string }> }): Promise<Response> {
  return atomResponse({ number: (await params).nummer })
}
