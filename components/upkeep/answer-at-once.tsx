'use client'
import { useEffect, useRef, useState } from 'react'

/**
 * One click in the letter is enough: the form in it is sent as soon as the one it was written to looks at the page, signed in. To anybody
 * else the page shows the button alone: programs that check the links in letters run browsers too. Without JavaScript the button is there.
 */
export function AnswerAtOnce({ waiting, children }: { waiting: string; children: React.ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [isSent, setSent] = useState(false)
  useEffect(() => {
    const send = () => {
      if (document.visibilityState !== 'visible') return
      document.removeEventListener('visibilitychange', send)
      setSent(true)
      place.current?.querySelector('form')?.requestSubmit()
    }
    send()
    document.addEventListener('visibilitychange', send)
    return () => document.removeEventListener('visibilitychange', send)
  }, [])
  return (
    <div ref={place}>
      <p role="status" className="mb-3 muted">
        {isSent && waiting}
      </p>
      {children}
    </div>
  )
}
