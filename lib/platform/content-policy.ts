import { config } from './config'

/**
 * What a page may run and load: scripts of its own with this nonce and what they load, nothing from elsewhere, in nobody's frame, and forms
 * to ourselves alone. Attributes of style stay allowed: widths of bars and places in charts are given so.
 */
export function contentPolicy(nonce: string): string {
  const isSecure = config().origin.startsWith('https:')
  // React explains faults by means of `eval` while one develops.
  const development = config().isDevelopment ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    'report-uri /api/csp',
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
