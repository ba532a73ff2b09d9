import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  contacts: { place: number; isStandIn: boolean; name: string | null; jobTitle: string; email: string | null }[]
}

/** Whom one can turn to now: the steward and the stand-in, with how to reach them; to visitors by title alone. */
export function Contacts({ t, contacts }: Props) {
  if (contacts.length === 0) return null
  return (
    <section aria-labelledby="forvaltere" className="panel">
      <h2 id="forvaltere" className="mb-2 text-lg">
        {t('stewards.contacts')}
      </h2>
      <ul className="grid gap-3">
        {contacts.map(({ place, isStandIn, name, jobTitle, email }) => (
          <li key={place} className="grid">
            <span className="text-sm muted">{t(isStandIn ? 'stewards.standIn' : 'stewards.steward')}</span>
            <span className="font-medium">{[name, jobTitle].filter(Boolean).join(', ') || t('stewards.unnamed')}</span>
            {email && (
              <a href={`mailto:${email}`} className="break-all py-0.5 underline underline-offset-4">
                {email}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
