/** A part of a page with a heading that can be linked to. */
export function Section({
  id,
  title,
  intro,
  children,
}: {
  id: string
  title: string
  intro?: React.ReactNode
  children: React.ReactNode
}) {
  return (
    <section aria-labelledby={`${id}-tittel`} className="grid content-start gap-4 py-6">
      <h2 id={`${id}-tittel`} className="text-2xl">
        {title}
      </h2>
      {intro && <p className="-mt-2 max-w-3xl muted">{intro}</p>}
      {children}
    </section>
  )
}
