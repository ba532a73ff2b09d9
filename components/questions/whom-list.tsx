import Link from 'next/link'
import { reasonsText } from '@/components/municipalities/like-list'
import { WhatCounts } from '@/components/municipalities/standpoint-line'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import type { Locale } from '@/lib/platform/locale'
import { type Askable, chosenToAsk, isAlike, usersIn, type WhomToAsk } from '@/lib/questions/asking/rules'

interface Props {
  t: Translator
  locale: Locale
  whom: WhomToAsk
  /** The page to come back to from the choice of what counts as alike. */
  back: string
}

/** Whom a question goes to, by name, with why each is like the one who asks; and that some are left out, where there are too many. */
export function WhomList({ t, locale, whom, back }: Props) {
  const asked = chosenToAsk(whom, 'all')
  const leftOut = usersIn(whom, 'all').length - asked.filter((one) => one !== whom.source).length
  return (
    <details className="mb-6 max-w-3xl">
      <summary className="py-1 font-semibold">{t('questions.whom', { count: asked.length })}</summary>
      <ul className="mt-2 grid gap-2">
        {asked.map((one) => (
          <li key={one.id} className="grid gap-0.5">
            <span className="flex flex-wrap items-baseline gap-x-3">
              <Link
                href={`/kommuner/${one.number}`}
                prefetch={false}
                className="py-0.5 font-semibold underline underline-offset-4"
              >
                {one.name}
              </Link>
              {one === whom.source && <Tag colour="neutral">{t('questions.source')}</Tag>}
              {one !== whom.source && isAlike(one) && <Tag colour="info">{t('questions.isAlike')}</Tag>}
            </span>
            {one !== whom.source && <Why t={t} locale={locale} one={one} />}
          </li>
        ))}
      </ul>
      {leftOut > 0 && <p className="mt-2">{t('questions.leftOut', { count: leftOut })}</p>}
      <p className="mt-2">
        <WhatCounts t={t} back={back} />
      </p>
    </details>
  )
}

function Why({ t, locale, one }: { t: Translator; locale: Locale; one: Askable }) {
  return one.score === null ? null : <span className="text-sm muted">{reasonsText(t, locale, one.reasons)}</span>
}
