'use client'
import { useTranslations } from 'use-intl'
import type { SectionKind } from '@/generated/prisma/enums'
import { Left } from './report-part'

/** The sections of the report, each with what it lacks. */
export function WritingIndex({ kinds }: { kinds: (SectionKind | 'short')[] }) {
  const t = useTranslations('reportForm')
  return (
    <nav aria-label={t('index')} className="writing-index">
      <ol>
        {kinds.map((kind) => (
          <li key={kind}>
            <a href={`#del-${kind}`} className="part-link">
              {t(kind)}
              <span className="block">
                <Left kind={kind} />
              </span>
            </a>
          </li>
        ))}
        <li>
          <a href="#visibility" className="part-link">
            {t('audience')}
          </a>
        </li>
      </ol>
    </nav>
  )
}
