/** Nothing here yet: says why, and what to do next. */
export function EmptyState({ title, text, children }: { title: string; text?: React.ReactNode; children?: React.ReactNode }) {
  return (
    <div className="panel-tinted grid justify-items-start gap-3 py-8">
      <p className="text-xl font-semibold">{title}</p>
      {text && <div className="max-w-2xl">{text}</div>}
      {children && <div className="flex flex-wrap gap-3">{children}</div>}
    </div>
  )
}
