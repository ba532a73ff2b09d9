'use client'
import Link from 'next/link'
import { useEffect, useRef } from 'react'

/** Opens a form where the text stands. The page does not jump; whoever comes back from the form is at the same place. */
export function EditLink({ id, href, text, of }: { id: string; href: string; text: string; of: string }) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (window.location.hash === `#${id}`) link.current?.focus({ preventScroll: true })
  }, [id])
  return (
    <Link
      ref={link}
      id={id}
      href={href}
      scroll={false}
      prefetch={false}
      className="ds-button mt-3 justify-self-start"
      data-variant="tertiary"
      data-size="sm"
    >
      {text}
      <span className="sr-only">: {of}</span>
    </Link>
  )
}

/** Around the form: begins in its first field, and Escape leads back. */
export function EditInPlace({ children }: { children: React.ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus()
  }, [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is a way out beside the visible one, for whoever is in a field
    <div
      ref={place}
      onKeyDown={(event) => {
        if (event.key === 'Escape') place.current?.querySelector<HTMLElement>('a[data-variant="tertiary"]')?.click()
      }}
    >
      {children}
    </div>
  )
}
