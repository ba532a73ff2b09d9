import type { MetadataRoute } from 'next'
import { config } from '@/lib/platform/config'

// The address of the site is known when it runs, not when it is built.
export const dynamic = 'force-dynamic'

/** Search engines may read what is open, not try every search; a demo, which is fiction, they are asked to leave alone. */
export default function robots(): MetadataRoute.Robots {
  const { origin, isDemo } = config()
  if (isDemo) return { rules: { userAgent: '*', disallow: '/' } }
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/api/', '/logg-inn', '/avmeld', '/bekreft', '/erfaringer?', '/erfaringer/sammenlign'],
    },
    sitemap: `${origin}/sitemap.xml`,
  }
}
