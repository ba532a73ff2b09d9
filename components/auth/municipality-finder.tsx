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
}

const mostShown = 8

/** Finds one's municipality while typing. Without JavaScript the same field is a search form with the same list under it. */
export function MunicipalityFinder({ choices, typed: initial, next }: Props) {
  const t = useTranslations('signIn')
  const id = useId()
  const [typed, setTyped] = useState(initial)
  const found = matchingMunicipalities(choices, typed)
  return (
    <div className="grid max-w-xl gap-3">
      <form action="/logg-inn" className="ds-field">
        <label className="ds-label" htmlFor={`${id}-q`}>
          {t('find')}
        </label>
        <div id={`${id}-hint`} data-field="description" className="text-sm muted">
          {t('findHint')}
        </div>
        <input
          id={`${id}-q`}
          name="q"
          type="search"
          autoComplete="off"
          className="ds-input"
          defaultValue={initial}
          onChange={(event) => setTyped(event.currentTarget.value)}
          aria-describedby={`${id}-hint`}
          aria-controls={`${id}-list`}
        />
        {next && <input type="hidden" name="neste" value={next} />}
      </form>
      <p role="status" className="text-sm muted">
        {typed.trim() !== '' && t('results', { count: found.length })}
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

function doorHref(number: string, next: string): string {
  return next ? `/logg-inn/${number}?neste=${encodeURIComponent(next)}` : `/logg-inn/${number}`
}
