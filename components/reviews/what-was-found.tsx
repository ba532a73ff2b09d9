import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { Finding } from '@/lib/experiences/check/rules'
import type { Translator } from '@/lib/platform/i18n'

/** What may name a person in a report, section by section, each with the way to where it stands. */
export function WhatWasFound({ t, found }: { t: Translator; found: Finding[] }) {
  const sections = [...new Set(found.map(({ section }) => section))]
  const name = (section: Finding['section']) => t(section === 'short' ? 'versions.short' : `choices.reportSection.${section}`)
  return (
    <Section id="funn" title={t('reviews.found')}>
      {found.length === 0 && <p>{t('reviews.nothingFound')}</p>}
      {sections.map((section) => (
        <div key={section} className="grid gap-1">
          <h3 className="text-base">
            <a href={`#${section}`} className="underline underline-offset-4">
              {name(section)}
            </a>
          </h3>
          <ul className="grid gap-2">
            {found
              .filter((finding) => finding.section === section)
              .map(({ key, kind, found: words, before, after }) => (
                <li key={key} className="break-words">
                  <Tag colour={kind === 'identity' ? 'danger' : 'warning'}>{t(`reportCheck.kind.${kind}`)}</Tag>{' '}
                  {before && `… ${before}`}
                  <mark>{words}</mark>
                  {after && `${after} …`}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}
