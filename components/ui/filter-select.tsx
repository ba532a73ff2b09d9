interface Props {
  name: string
  label: string
  value: string
  all: string
  choices: { value: string; text: string }[]
}

/** A list in a GET form that narrows what a page shows. */
export function FilterSelect({ name, label, value, all, choices }: Props) {
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={`filter-${name}`}>
        {label}
      </label>
      <select key={value} id={`filter-${name}`} name={name} defaultValue={value} className="ds-input">
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  )
}
