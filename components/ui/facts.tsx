interface Props {
  /** `lang`: the language of a value that somebody wrote, where it may be another than that of the page. */
  facts: { term: string; value: React.ReactNode; lang?: string }[]
}

/** Short facts as terms and values; a fact without a value is left out. */
export function Facts({ facts }: Props) {
  const known = facts.filter(({ value }) => value !== null && value !== undefined && value !== '')
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
      {known.map(({ term, value, lang }) => (
        <div key={term} className="min-w-0">
          <dt className="text-sm muted">{term}</dt>
          <dd lang={lang} className="font-medium">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
