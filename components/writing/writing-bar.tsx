'use client'
import { useEffect, useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useRefusal } from '@/components/forms/form-context'
import { filledEvent, keptEvent } from '@/lib/platform/form'
import { useProgress } from './progress'

/** What the program answers when it has tried to keep what is typed. */
export type Kept =
  | { kind: 'saved'; version: number }
  | { kind: 'superseded'; by: string | null; at: string | null }
  | { kind: 'wrong'; fields: string[] }
  /** Whoever writes is no longer signed in. */
  | { kind: 'signed-out' }
  | { kind: 'away' }

interface Props {
  keep: (form: FormData) => Promise<Kept>
  labels: Record<string, string>
  isPublished: boolean
}

const pauseMs = 1500

/** Always in sight: how far the report has come, whether what is typed is kept, and the way on. */
export function WritingBar({ keep, labels, isPublished }: Props) {
  const t = useTranslations('reportForm')
  const { percent, missing } = useProgress()
  const here = useRef<HTMLDivElement>(null)
  const kept = useKeeping(here, keep)
  useNewest(here)
  return (
    <div ref={here} className="writing-bar">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <meter min={0} max={100} value={percent} aria-label={t('meter')} className="w-32" />
        <span className="text-sm font-semibold">{t('completeness', { percent: String(percent) })}</span>
        {missing.length > 0 && (
          <details className="writing-missing">
            <summary className="text-sm">{t('missing', { count: missing.length })}</summary>
            <ul>
              {missing.map(({ field, isRequired }) => (
                <li key={field}>
                  <a href={`#${anchors[field] ?? field}`} className="underline">
                    {labels[field] ?? field}
                  </a>
                  {isRequired && ' ★'}
                </li>
              ))}
            </ul>
          </details>
        )}
        <SavedWords kept={kept} labels={labels} />
      </div>
      <div className="flex flex-wrap gap-2">
        <button type="submit" name="intent" value="save" className="ds-button" data-variant="secondary" data-size="sm">
          {t('save')}
        </button>
        <button type="submit" name="intent" value="preview" className="ds-button" data-variant="secondary" data-size="sm">
          {t('preview')}
        </button>
        <button type="submit" name="intent" value="publish" className="ds-button" data-size="sm">
          {t(isPublished ? 'publishAgain' : 'publish')}
        </button>
      </div>
    </div>
  )
}

/** Rows are no field of their own: the way to them is the first of them. */
const anchors: Record<string, string> = { costs: 'costs.0.planned', effects: 'effects.0.title' }

type State = { kind: 'untouched' } | { kind: 'typing' } | (Kept & { atTime: Date })

function useKeeping(here: React.RefObject<HTMLDivElement | null>, keep: Props['keep']): State {
  const [state, setState] = useState<State>({ kind: 'untouched' })
  const refusal = useRefusal()
  useEffect(() => {
    const form = here.current?.closest('form')
    // What was refused is saved by pressing: the writer is choosing between two versions, or mending what is wrong.
    if (!form || refusal?.meanwhile) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isStopped = false
    let isKeeping = false
    let isAgain = false
    let hasNewer = false
    const save = async () => {
      if (isKeeping) {
        isAgain = true
        return
      }
      isKeeping = true
      hasNewer = false
      const answer = await keep(new FormData(form)).catch((): Kept => ({ kind: 'away' }))
      isKeeping = false
      // Also where the form was sent and refused meanwhile: what it is sent with next must be what was saved.
      const version = form.querySelector<HTMLInputElement>('input[name="version"]')
      if (answer.kind === 'saved' && version) {
        version.value = String(answer.version)
        version.defaultValue = version.value
      }
      if (isStopped) return
      if (answer.kind === 'saved' && !hasNewer) form.dispatchEvent(new Event(keptEvent))
      if (answer.kind !== 'saved' || !hasNewer) setState({ ...answer, atTime: new Date() })
      if (answer.kind === 'superseded') stop()
      else if (isAgain) plan()
      isAgain = false
    }
    const plan = () => {
      clearTimeout(timer)
      timer = setTimeout(save, pauseMs)
    }
    const typed = () => {
      hasNewer = true
      setState((before) => (before.kind === 'superseded' ? before : { kind: 'typing' }))
      plan()
    }
    const stop = () => {
      clearTimeout(timer)
      for (const event of events) form.removeEventListener(event, typed)
    }
    const submitted = () => clearTimeout(timer)
    const events = ['input', 'change', filledEvent]
    for (const event of events) form.addEventListener(event, typed)
    form.addEventListener('submit', submitted)
    return () => {
      isStopped = true
      stop()
      form.removeEventListener('submit', submitted)
    }
  }, [here, keep, refusal])
  return state
}

/** A step back in the browser shows the page as it was when it was opened, not as it was left: then it is opened anew, unless somebody types already. */
function useNewest(here: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const form = here.current?.closest('form')
    const opened = form?.querySelector<HTMLInputElement>('input[name="version"]')
    if (!form || !opened) return
    const [before, asking] = [Number(opened.value), new AbortController()]
    const stop = () => asking.abort()
    form.addEventListener('input', stop)
    fetch(`${window.location.pathname}/versjon`, { cache: 'no-store', signal: asking.signal })
      .then((answer) => (answer.ok ? (answer.json() as Promise<{ version: number }>) : null))
      .then((found) => {
        if (found && found.version > before && !asking.signal.aborted) window.location.reload()
      })
      // Away, or not asked any more: what is sent later says which version it is of.
      .catch(() => {})
    return () => {
      stop()
      form.removeEventListener('input', stop)
    }
  }, [here])
}

function SavedWords({ kept, labels }: { kept: State; labels: Record<string, string> }) {
  const t = useTranslations('reportForm')
  const clock = new Intl.DateTimeFormat(useLocale(), { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Oslo' })
  switch (kept.kind) {
    case 'untouched':
      return null
    case 'typing':
      return <span className="text-sm muted">{t('typing')}</span>
    case 'saved':
      return <span className="text-sm muted">{t('kept', { time: clock.format(kept.atTime) })}</span>
    case 'away':
      return (
        <span role="alert" className="text-sm">
          {t('away')}
        </span>
      )
    case 'signed-out':
      return (
        <span role="alert" className="text-sm">
          {t('signedOut')}{' '}
          <a href={`/logg-inn?neste=${encodeURIComponent(window.location.pathname)}`} target="_blank" rel="noopener">
            {t('signInAgain')}
          </a>
        </span>
      )
    case 'wrong': {
      const fields = kept.fields.map((field) => labels[field] ?? labels[field.replace(/\.\d+\./, '.')] ?? field)
      return (
        <span role="alert" className="text-sm">
          {t('notKept', { fields: [...new Set(fields)].join(', ') })}
        </span>
      )
    }
    case 'superseded':
      return (
        <span role="alert" className="text-sm font-semibold">
          {kept.by && kept.at ? t('supersededBy', { name: kept.by, time: clock.format(new Date(kept.at)) }) : t('superseded')}{' '}
          <button type="submit" name="intent" value="save" className="ds-button" data-variant="secondary" data-size="sm">
            {t('seeBoth')}
          </button>
        </span>
      )
  }
}
