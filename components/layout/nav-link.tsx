'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** A link of the menu that tells where the reader is. */
export function NavLink({ href, children }: { href: string; children: React.ReactNode }) {
  const path = usePathname()
  const isCurrent = path === href || path.startsWith(`${href}/`)
  return (
    <Link href={href} prefetch={false} aria-current={isCurrent ? 'page' : undefined} className="nav-link">
      {children}
    </Link>
  )
}
