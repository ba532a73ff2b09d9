import type { Translator } from '@/lib/platform/i18n'
import { formatNumber, type Locale } from '@/lib/platform/locale'

const kilobyte = 1024

/** The size of a file as people say it: `340 kB`, `1,2 MB`. */
export function fileSize(bytes: number, locale: Locale): string {
  const kilobytes = bytes / kilobyte
  if (kilobytes < kilobyte) return `${formatNumber(Math.max(1, Math.round(kilobytes)), locale, 0)}\u00a0kB`
  return `${formatNumber(kilobytes / kilobyte, locale, 1)}\u00a0MB`
}

/** Which files are taken in, in plain words. */
export function fileHint(t: Translator, maxBytes: number): string {
  return t('documents.fileHint', { megabytes: Math.floor(maxBytes / kilobyte / kilobyte) })
}

/** Where a version is handed out. */
export function versionHref(projectId: string, documentId: string, number: number): string {
  return `/prosjekter/${projectId}/dokumenter/${documentId}/versjon/${number}`
}
