'use client'
import Link from 'next/link'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { matchingMunicipalities } from '@/lib/municipalities/rules'

interface Choice {
  number: string
  name: string
  also: string
  takesPart: boolean
}

interface Props {
  choices: Choice[]
  typed: string
  next: string
  searchText: string
}

const mostShown = 12

/**
 * Finds one's municipality while typing. The hits are links: the arrow keys go down into the list and back to the field.
 * Without JavaScript the same field is a search form with the same list under it.
 */
export function MunicipalityFinder({ choices, typed: initial, next, searchText }: Props) {
  const t = useTranslations('signIn')
  const id = useId()
  const [typed, setTyped] = useState(initial)
  const found = matchingMunicipalities(choices, typed)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move the focus between what one can reach with tab as well
    <div className="grid max-w-xl gap-3" onKeyDown={moveFocus}>
      <form action="/logg-inn" className="ds-field">
        <label className="ds-label" htmlFor={`${id}-q`}>
          {t('find')}
        </label>
        <div id={`${id}-hint`} data-field="description" className="text-sm muted">
          {t('findHint')}
        </div>
        <div className="flex gap-2">
          <input
            id={`${id}-q`}
            name="q"
            type="search"
            autoComplete="off"
            className="ds-input flex-1"
            defaultValue={initial}
            maxLength={60}
            onChange={(event) => setTyped(event.currentTarget.value)}
            aria-describedby={`${id}-hint`}
            aria-controls={`${id}-list`}
          />
          <button type="submit" className="ds-button" data-variant="secondary">
            {searchText}
          </button>
        </div>
        {next && <input type="hidden" name="neste" value={next} />}
      </form>
      <p role="status" className="text-sm muted">
        {typed.trim() !== '' && t('results', { count: found.length })}
        {found.length > mostShown && ` ${t('narrow', { shown: mostShown })}`}
      </p>
      <ul id={`${id}-list`} className="grid gap-2">
        {found.slice(0, mostShown).map((choice) => (
          <li key={choice.number}>
            <Link
              href={doorHref(choice.number, next)}
              prefetch={false}
              className="panel flex flex-wrap items-baseline justify-between gap-x-4 text-inherit no-underline hover:bg-primary-surface-tinted"
            >
              <span>
                <span className="font-semibold underline underline-offset-4">{choice.name}</span>{' '}
                <span className="text-sm muted">{choice.number}</span>
                <span className="block text-sm muted">{choice.also}</span>
              </span>
              <span className="text-sm">{choice.takesPart ? t('hasDoor') : t('noDoor')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Down and up between the field and the hits; escape goes back to the field. */
function moveFocus(event: React.KeyboardEvent<HTMLElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type=search], li a')]
  const now = stops.indexOf(document.activeElement as HTMLElement)
  const target = { ArrowDown: stops[now + 1], ArrowUp: stops[now - 1], Escape: now > 0 ? stops[0] : undefined }[event.key]
  if (now < 0 || !target) return
  event.preventDefault()
  target.focus()
}

function doorHref(number: string, next: string): string {
  return next ? `/logg-inn/${number}?neste=${encodeURIComponent(next)}` : `/logg-inn/${number}`
}
