/** Short facts as terms and values; a fact without a value is left out. */
export function Facts({ facts }: { facts: { term: string; value: React.ReactNode }[] }) {
  const known = facts.filter(({ value }) => value !== null && value !== undefined && value !== '')
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
      {known.map(({ term, value }) => (
        <div key={term}>
          <dt className="text-sm muted">{term}</dt>
          <dd className="font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
