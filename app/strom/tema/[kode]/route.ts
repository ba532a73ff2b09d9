import { atomResponse } from '@/lib/open-pages/feed'

/** The newest open reports of a theme, as any visitor sees them. */
export async function GET(_: Request, { params }: { params: Promise<{ kode: string }> }): Promise<Response> {
  return atomResponse({ themeCode: (await params).kode })
}
