import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_SERVER } from 'next/constants'
import { config as settings } from './lib/platform/config'

const year = 31_536_000

/** On every answer. What a page may run is said by `proxy.ts`, with a nonce of its own. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Strict-Transport-Security', value: `max-age=${2 * year}; includeSubDomains` },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
]

const megabyte = 1024 * 1024

/**
 * How large a form may be: the largest file and room for the rest, so that a file a little too large reaches the command, which says so
 * beside the field. No higher: what is sent is held in memory until it is known who sends it. Decided when the app starts, for a build
 * knows nothing of where it will run.
 */
function largestForm(phase: string): NextConfig['experimental'] {
  if (phase !== PHASE_PRODUCTION_SERVER && phase !== PHASE_DEVELOPMENT_SERVER) return {}
  const bytes = settings().files.maxBytes + 10 * megabyte
  return { serverActions: { bodySizeLimit: bytes }, proxyClientMaxBodySize: bytes }
}

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    ...['pg', '@prisma/adapter-pg', '@prisma/client'],
    // Reads files beside its own.
    'pdfkit',
    ...['@flystorage/local-fs', '@flystorage/file-storage', '@flystorage/aws-s3'],
  ],
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // Front-channel logout is shown in a frame of the provider.
    { source: '/((?!api/auth/frontchannel/).*)', headers: [{ key: 'X-Frame-Options', value: 'DENY' }] },
  ],
}

export default (phase: string): NextConfig => ({ ...config, experimental: largestForm(phase) })
