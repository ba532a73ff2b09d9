'use client'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import { type Answer, completeness } from '@/lib/experiences/form/rules'
import { type FormState, filledEvent } from '@/lib/platform/form'

interface Progress {
  percent: number
  missing: Answer[]
}

const ProgressContext = createContext<Progress>({ percent: 0, missing: [] })

/** How far the report has come, as it is typed. */
export const useProgress = () => useContext(ProgressContext)

/** Follows the form around it: counts what is answered after each pause in the typing. */
export function FollowProgress({ initial, children }: { initial: FormState['values']; children: React.ReactNode }) {
  const [progress, setProgress] = useState(() => completeness(initial))
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const form = here.current?.closest('form')
    if (!form) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setProgress(completeness(valuesOf(form))), 200)
    }
    count()
    // Somebody was led to a field: from the last step before publication, or by a link of their own.
    if (globalThis.location.hash) openAround(document.getElementById(decodeURIComponent(globalThis.location.hash.slice(1))))
    const opens = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a[href^="#"]')
      if (link) openAround(document.getElementById(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '')))
    }
    for (const event of ['input', 'change', filledEvent]) form.addEventListener(event, count)
    form.addEventListener('click', opens)
    return () => {
      clearTimeout(timer)
      for (const event of ['input', 'change', filledEvent]) form.removeEventListener(event, count)
      form.removeEventListener('click', opens)
    }
  }, [])
  return (
    <ProgressContext value={progress}>
      <div ref={here}>{children}</div>
    </ProgressContext>
  )
}

/** A link into a folded section unfolds it. */
function openAround(target: HTMLElement | null): void {
  for (let around = target?.closest('details'); around; around = around.parentElement?.closest('details')) around.open = true
  target?.focus()
}

function valuesOf(form: HTMLFormElement): FormState['values'] {
  const values: FormState['values'] = {}
  const data = new FormData(form)
  for (const name of new Set(data.keys())) {
    const typed = data.getAll(name).filter((value) => typeof value === 'string')
    values[name] = name.endsWith('[]') ? typed : (typed.at(-1) ?? '')
  }
  return values
}
