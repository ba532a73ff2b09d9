/** Two shapes that share a part: the mark of Delt, with its name beside it. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2">
      <svg viewBox="0 0 40 28" width="40" height="28" aria-hidden="true">
        <circle cx="14" cy="14" r="13" fill="var(--brand-petrol)" />
        <circle cx="26" cy="14" r="13" fill="var(--brand-sun)" />
        <path d="M20 2.47a13 13 0 0 1 0 23.06 13 13 0 0 1 0-23.06Z" fill="var(--brand-rust)" />
      </svg>
      <span className="text-2xl font-bold tracking-tight">delt</span>
    </span>
  )
}
