/** The slug of a report in what somebody pasted or typed: a whole address, also of a page below the report, or the slug alone. */
export function slugIn(typed: string): string {
  const path = (typed.trim().split(/[?#]/)[0] ?? '').split('/').filter(Boolean)
  const place = path.lastIndexOf('erfaringer')
  return (place >= 0 ? path[place + 1] : path.at(-1)) ?? ''
}

/** Whether what is searched for is an address and not words. */
export function isAddress(typed: string): boolean {
  return /\/erfaringer\/./.test(typed)
}
