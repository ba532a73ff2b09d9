import type { SectionKind } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  kinds: SectionKind[]
  /** Folded together where it stands before the text. */
  isFolded?: boolean
  className: string
}

/** The way to each section. One short report needs none. */
export function Contents({ t, kinds, isFolded = false, className }: Props) {
  if (kinds.length < 3) return null
  const title = t('experience.contents')
  const list = (
    <ul className="mt-2 grid gap-1">
      {kinds.map((kind) => (
        <li key={kind}>
          <a href={`#${kind}-tittel`}>{t(`choices.reportSection.${kind}`)}</a>
        </li>
      ))}
    </ul>
  )
  return (
    <nav aria-label={title} className={`panel no-print ${className}`}>
      {isFolded ? (
        <details>
          <summary className="font-semibold">{title}</summary>
          {list}
        </details>
      ) : (
        <>
          <h2 className="text-lg">{title}</h2>
          {list}
        </>
      )}
    </nav>
  )
}
