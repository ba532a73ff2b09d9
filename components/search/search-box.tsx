'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'

interface Completion {
  text: string
  detail: string
  href: string
}

interface Props {
  label: string
  button: string
  value?: string
  /** Filters that stay when one searches anew. */
  keep?: { name: string; value: string }[]
  isLabelHidden?: boolean
}

/** Long enough for the next letter to come, short enough not to be waited for. */
const pauseMs = 150

/** The search box of the product: a plain form that suggests names while one types. Arrows choose, Enter goes there, Escape closes. */
export function SearchBox({ label, button, value = '', keep = [], isLabelHidden = false }: Props) {
  const t = useTranslations('search')
  const list = useId()
  const [typed, setTyped] = useState(value)
  const { found, close } = useCompletions(typed, value)
  const [chosen, setChosen] = useState(-1)
  const field = useRef<HTMLInputElement>(null)
  const isOpen = found.length > 0
  const shut = () => {
    close()
    setChosen(-1)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!isOpen) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setChosen((now) => ((now + step + found.length + 1 + 1) % (found.length + 1)) - 1)
    }
    if (event.key === 'Escape') {
      event.preventDefault()
      shut()
    }
    const target = found[chosen]
    if (event.key === 'Enter' && target) {
      event.preventDefault()
      window.location.assign(target.href)
    }
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not yet known to every screen reader in use
    <form action="/erfaringer" method="get" role="search" className="grid gap-2">
      <label htmlFor="q" className={isLabelHidden ? 'sr-only' : 'ds-label'}>
        {label}
      </label>
      <div className="flex gap-2">
        <div className="relative flex-1">
          <input
            ref={field}
            id="q"
            name="q"
            type="search"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setChosen(-1)
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setTimeout(shut, 150)}
            className="ds-input w-full"
            autoComplete="off"
            maxLength={200}
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={chosen >= 0 ? `${list}-${chosen}` : undefined}
          />
          <div id={list} role="listbox" aria-label={t('completions')} hidden={!isOpen} className="completions">
            {found.map(({ text, detail, href }, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, as in every combobox
              <div
                key={href}
                id={`${list}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                className="completion"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => window.location.assign(href)}
              >
                <span>{text}</span>
                <span className="text-sm muted">{detail}</span>
              </div>
            ))}
          </div>
        </div>
        {keep
          .filter((kept) => kept.value !== '')
          .map((kept) => (
            <input key={`${kept.name} ${kept.value}`} type="hidden" name={kept.name} value={kept.value} />
          ))}
        <button type="submit" className="ds-button">
          {button}
        </button>
      </div>
      <p aria-live="polite" className="sr-only">
        {isOpen && t('completionCount', { count: found.length })}
      </p>
    </form>
  )
}

/** Asks for completions a moment after the last letter; what is answered too late is let go. */
function useCompletions(typed: string, initial: string): { found: Completion[]; close: () => void } {
  const [found, setFound] = useState<Completion[]>([])
  useEffect(() => {
    if (typed.trim().length < 2 || typed === initial) {
      setFound([])
      return
    }
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      // Suggestions are a help: without them the box searches all the same.
      const response = await fetch(`/api/forslag?q=${encodeURIComponent(typed)}`, { signal: abort.signal }).catch(() => null)
      if (response?.ok) setFound((await response.json()).found)
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [typed, initial])
  return { found, close: () => setFound([]) }
}
