import type { NextConfig } from 'next'

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
]

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    ...['pg', '@prisma/adapter-pg', '@prisma/client'],
    // Reads files beside its own.
    'pdfkit',
    ...['@flystorage/local-fs', '@flystorage/file-storage', '@flystorage/aws-s3'],
  ],
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
}

export default config
