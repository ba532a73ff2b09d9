'use client'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'

const folds = 'details.writing-part, details.writing-rest'
const rememberedAs = 'delt:skriv:alle-felt'

/** Shows all the fields, or only what must be there. What the writer chose last is remembered in the browser. */
export function FoldButton() {
  const t = useTranslations('reportForm')
  const here = useRef<HTMLDivElement>(null)
  /** Which of them are unfolded to begin with; unknown until the page has come to life. */
  const firstOpen = useRef<Set<HTMLDetailsElement> | null>(null)
  const [showsAll, setShowsAll] = useState<boolean | null>(null)
  const show = (all: boolean) => {
    const parts = [...(here.current?.closest('form')?.querySelectorAll<HTMLDetailsElement>(folds) ?? [])]
    firstOpen.current ??= new Set(parts.filter(({ open }) => open))
    for (const part of parts) part.open = all || firstOpen.current.has(part)
    setShowsAll(all)
  }
  const begin = useRef(show)
  useEffect(() => begin.current(globalThis.localStorage?.getItem(rememberedAs) === 'on'), [])
  const choose = (all: boolean) => {
    globalThis.localStorage?.setItem(rememberedAs, all ? 'on' : '')
    show(all)
  }
  return (
    <div ref={here}>
      {showsAll !== null && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          data-size="sm"
          aria-pressed={showsAll}
          onClick={() => choose(!showsAll)}
        >
          {t('showAll')}
        </button>
      )}
    </div>
  )
}
