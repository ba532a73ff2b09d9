'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { asked, type Left, secondsToAsk, type Watch, waved } from '@/lib/sessions/rules'

const address = '/api/okt'

/** What the server says of the session; undefined where it does not answer, null where the session is over. */
async function ask(method: 'GET' | 'POST'): Promise<Left | null | undefined> {
  const answer = await fetch(address, { method, cache: 'no-store' }).catch(() => null)
  if (answer?.ok) return (await answer.json()) as Left
  return answer?.status === 401 ? null : undefined
}

const retryMs = 30_000

/** Warns before the session runs out, and lets the reader go on with one press. Asks the server first: another tab may have gone on. */
export function SessionWatch({ left, door }: { left: Left; door: string }) {
  const [watch, setWatch] = useState<Watch>({ kind: 'quiet', left })
  const look = useCallback(async (method: 'GET' | 'POST' = 'GET') => {
    const told = await ask(method)
    if (told !== undefined) setWatch((before) => asked(before, told))
    return told !== undefined
  }, [])
  useEffect(() => {
    const seconds = secondsToAsk(watch)
    let timer: ReturnType<typeof setTimeout> | undefined
    const lookIn = (ms: number) => {
      timer = setTimeout(async () => (await look()) || lookIn(retryMs), ms)
    }
    if (seconds !== null) lookIn(seconds * 1000)
    // Timers sleep with the machine; whoever opens the lid is asked for at once.
    const seen = () => document.visibilityState === 'visible' && look()
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [watch, look])
  return <Warning watch={watch} door={door} goOn={() => look('POST')} wave={() => setWatch(waved)} />
}

interface Props {
  watch: Watch
  door: string
  goOn: () => void
  wave: () => void
}

function Warning({ watch, door, goOn, wave }: Props) {
  const t = useTranslations('session')
  const dialog = useRef<HTMLDialogElement>(null)
  const isOpen = watch.kind === 'warning' || watch.kind === 'over'
  useEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal()
    if (!isOpen) dialog.current?.close()
  }, [isOpen])
  const isOver = watch.kind === 'over'
  const isAtEnd = watch.kind === 'warning' && watch.isAtEnd
  return (
    // Escape waves it away as the button does, so that what is shown and what is known are one.
    <dialog ref={dialog} className="ds-dialog" aria-labelledby="okt-tittel" onClose={wave}>
      <div className="grid gap-4">
        <h2 id="okt-tittel" className="text-xl">
          {t(isOver ? 'overTitle' : isAtEnd ? 'endTitle' : 'warningTitle')}
        </h2>
        <p role="status">
          {isOver && t('overText')}
          {watch.kind === 'warning' &&
            t(isAtEnd ? 'endText' : 'warningText', { minutes: Math.max(1, Math.round(watch.left.idle / 60)) })}
        </p>
        <div className="flex flex-wrap gap-3">
          {watch.kind === 'warning' && (
            <button type="button" className="ds-button" onClick={isAtEnd ? wave : goOn}>
              {t(isAtEnd ? 'understood' : 'goOn')}
            </button>
          )}
          {isOver && (
            <>
              <a href={`/logg-inn/${door}?neste=${encodeURIComponent(here())}`} className="ds-button">
                {t('signInAgain')}
              </a>
              <button type="button" className="ds-button" data-variant="secondary" onClick={wave}>
                {t('stay')}
              </button>
            </>
          )}
        </div>
      </div>
    </dialog>
  )
}

const here = () => `${location.pathname}${location.search}`
