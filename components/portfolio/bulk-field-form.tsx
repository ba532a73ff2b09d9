interface Choice {
  value: string
  text: string
}

interface Props {
  /** Which projects: carried along unseen. */
  kept: (readonly [string, string])[]
  fields: Choice[]
  field: string
  isDate: boolean
  choices: Choice[]
  value: string
  texts: { field: string; value: string; next: string; show: string; none: string }
}

/** Which field to change, and to what. A plain form: its address is the preview. */
export function BulkFieldForm({ kept, fields, field, isDate, choices, value, texts }: Props) {
  return (
    <form action="/portefolje/endre" className="flex flex-wrap items-end gap-4 pb-4">
      {kept.map(([name, text]) => (
        <input key={`${name} ${text}`} type="hidden" name={name} value={text} />
      ))}
      <div className="ds-field">
        <label className="ds-label" htmlFor="felt">
          {texts.field}
        </label>
        <select key={field} id="felt" name="felt" defaultValue={field} className="ds-input">
          <option value="">{texts.none}</option>
          {fields.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.text}
            </option>
          ))}
        </select>
      </div>
      {field && (
        <div className="ds-field">
          <label className="ds-label" htmlFor="verdi">
            {texts.value}
          </label>
          {isDate ? (
            <input id="verdi" name="verdi" type="date" defaultValue={value} className="ds-input" />
          ) : (
            <select key={value} id="verdi" name="verdi" defaultValue={value} className="ds-input">
              <option value="">{texts.none}</option>
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.text}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
      <button type="submit" className="ds-button" data-variant="secondary">
        {field ? texts.show : texts.next}
      </button>
    </form>
  )
}
