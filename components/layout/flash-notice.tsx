'use client'
import { useSearchParams } from 'next/navigation'

/** Says that it went well, after a form has led on: the address carries which (`?ok=lagret`). */
export function FlashNotice({ texts }: { texts: Record<string, string> }) {
  const text = texts[useSearchParams().get('ok') ?? '']
  return (
    <div role="status">
      {text && (
        <p className="ds-alert mt-6" data-color="success">
          {text}
        </p>
      )}
    </div>
  )
}
