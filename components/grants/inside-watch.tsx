'use client'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** Leave can be over between two clicks. What stands around a page is kept by the browser when only the page changes: it is asked for anew. */
export function InsideWatch() {
  const path = usePathname()
  const router = useRouter()
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    router.refresh()
  }, [path, router])
  return null
}
