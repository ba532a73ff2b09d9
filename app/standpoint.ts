import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { standpointOf } from '@/lib/municipalities/likeness/queries'
import { actor } from '@/lib/platform/auth/session'

/** The cookie in which a browser remembers where its reader is from and what counts to them. */
export const standpointCookie = 'standpoint'

/** Where whoever is asking stands: read once a request. */
export const standpoint = cache(async () => standpointOf(await actor(), (await cookies()).get(standpointCookie)?.value ?? ''))
