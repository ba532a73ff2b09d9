interface Props {
  href: string
  items: { id: string; title: string }[]
  texts: { what: string; start: string; end: string; show: string }
}

/** New dates typed instead of dragged. A plain form: its address is the preview. */
export function MoveForm({ href, items, texts }: Props) {
  return (
    <form action={href} className="grid items-end gap-4 sm:grid-cols-[1fr_auto_auto_auto]">
      <div className="ds-field">
        <label className="ds-label" htmlFor="flytt-hva">
          {texts.what}
        </label>
        <select id="flytt-hva" name="flytt" className="ds-input" required>
          {items.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div className="ds-field">
        <label className="ds-label" htmlFor="flytt-start">
          {texts.start}
        </label>
        <input id="flytt-start" type="date" name="start" className="ds-input" />
      </div>
      <div className="ds-field">
        <label className="ds-label" htmlFor="flytt-slutt">
          {texts.end}
        </label>
        <input id="flytt-slutt" type="date" name="slutt" className="ds-input" required />
      </div>
      <button type="submit" className="ds-button" data-variant="secondary">
        {texts.show}
      </button>
    </form>
  )
}
