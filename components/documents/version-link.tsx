import type { Translator } from '@/lib/platform/i18n'

/** The name of a file, which downloads it. A plain link: the router has nothing to do with what is no page. */
export function VersionLink({ t, href, fileName }: { t: Translator; href: string; fileName: string }) {
  return (
    <a href={href} className="inline-block font-medium break-words underline underline-offset-4">
      <span className="sr-only">{t('documents.download')} </span>
      {fileName}
    </a>
  )
}
