interface Props {
  title: string
  text: string
  /** What the reader can do now. */
  children?: React.ReactNode
}

/** A page that could not be shown: what happened, and what to do. */
export function Fault({ title, text, children }: Props) {
  return (
    <div className="page grid items-center gap-10 py-12 md:grid-cols-[1fr_18rem] md:py-20">
      <div className="grid max-w-2xl gap-5">
        <h1 className="text-3xl md:text-4xl">{title}</h1>
        <p className="text-lg text-neutral-text-subtle">{text}</p>
        {children}
      </div>
      <Apart />
    </div>
  )
}

/** The mark of Delt with its two halves apart: they have not found each other. */
function Apart() {
  return (
    <svg viewBox="0 0 240 120" className="hidden w-full md:block" aria-hidden="true">
      <circle cx="54" cy="64" r="50" fill="var(--brand-petrol)" />
      <circle cx="186" cy="56" r="50" fill="var(--brand-sun)" />
      <circle cx="120" cy="60" r="8" fill="var(--brand-rust)" />
    </svg>
  )
}
