'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

interface Props {
  href: string
  /** Only the page itself, not those below it. */
  isExact?: boolean
  className?: string
  children: React.ReactNode
}

/** A link of the menu that tells where the reader is. */
export function NavLink({ href, isExact = false, className = 'nav-link', children }: Props) {
  const path = usePathname()
  const isCurrent = path === href || (!isExact && path.startsWith(`${href}/`))
  return (
    <Link href={href} prefetch={false} aria-current={isCurrent ? 'page' : undefined} className={className}>
      {children}
    </Link>
  )
}
