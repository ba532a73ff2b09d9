import Link from 'next/link'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  municipality: { number: string; name: string } | null
  /** The municipalities to choose among; needed only where none is chosen. */
  choices: { value: string; text: string }[]
  choose: (form: FormData) => Promise<void>
  /** The page to show again when something was chosen. */
  back: string
  /** What the choice is for, where it is more than usual. */
  hint?: string
}

/** Where the reader is from: a question until it is answered, then a line with the way to change it and what counts. */
export function StandpointLine({ t, municipality, choices, choose, back, hint }: Props) {
  if (municipality)
    return (
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span>
          {t('standpoint.seenFrom')}{' '}
          <Link href={`/kommuner/${municipality.number}`} prefetch={false} className="font-semibold underline underline-offset-4">
            {municipality.name}
          </Link>
        </span>
        <WhatCounts t={t} back={back} />
      </p>
    )
  return (
    <form action={choose} className="grid gap-1">
      <label htmlFor="som" className="ds-label">
        {t('standpoint.iAmFrom')}
      </label>
      <p id="som-hint" className="text-sm muted">
        {hint ?? t('standpoint.hint')}
      </p>
      <div className="flex flex-wrap gap-2">
        <select id="som" name="som" required defaultValue="" aria-describedby="som-hint" className="ds-input max-w-xs flex-1">
          <option value="">{t('likeness.choose')}</option>
          {choices.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
        <input type="hidden" name="tilbake" value={back} />
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('standpoint.choose')}
        </button>
      </div>
    </form>
  )
}

/** The way to change where one is from and what counts, from a page that uses it and back again. */
export function WhatCounts({ t, back }: { t: Translator; back: string }) {
  return (
    <Link
      href={`/kommuner?${new URLSearchParams({ tilbake: back })}#ligner-tittel`}
      prefetch={false}
      rel="nofollow"
      className="inline-block py-0.5 text-sm underline underline-offset-4"
    >
      {t('standpoint.whatCounts')}
    </Link>
  )
}
