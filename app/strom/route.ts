import { atomResponse } from '@/lib/open-pages/feed'

/** The newest open reports, as any visitor sees them. */
export function GET(): Promise<Response> {
  return atomResponse({})
}
