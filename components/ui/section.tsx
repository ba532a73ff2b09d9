/** A part of a page with a heading that can be linked to. */
export function Section({
  id,
  title,
  intro,
  mark,
  children,
}: {
  id: string
  title: string
  intro?: React.ReactNode
  /** What is said of it beside the heading. */
  mark?: React.ReactNode
  children: React.ReactNode
}) {
  return (
    <section id={id} aria-labelledby={`${id}-tittel`} className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 py-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={`${id}-tittel`} className="text-2xl">
          {title}
        </h2>
        {mark}
      </div>
      {intro && <p className="-mt-2 max-w-3xl muted">{intro}</p>}
      {children}
    </section>
  )
}
