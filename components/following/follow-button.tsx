import type { ActionForm } from '@/components/forms/action-form'
import { ButtonForm } from '@/components/forms/button-form'
import type { Translator } from '@/lib/platform/i18n'

type Action = React.ComponentProps<typeof ActionForm>['action']

export interface Followable {
  kind: 'project' | 'report' | 'theme' | 'technology' | 'municipality'
  subject: string
  /** What it is called on the screen. */
  name: string
  /** Null where it is not followed yet. */
  followId: string | null
}

interface Props {
  t: Translator
  it: Followable
  begin: Action
  end: Action
}

/** Begins or ends the following of one thing. */
export function FollowButton({ t, it, begin, end }: Props) {
  return it.followId ? (
    <ButtonForm action={end} hidden={{ followId: it.followId }} text={t('following.unfollow')} of={it.name} variant="secondary" />
  ) : (
    <ButtonForm
      action={begin}
      hidden={{ kind: it.kind, subject: it.subject }}
      text={t('following.follow')}
      of={it.name}
      variant="secondary"
    />
  )
}

/** All that can be followed of a case, behind one button. */
export function FollowPanel({ t, things, begin, end }: Omit<Props, 'it'> & { things: Followable[] }) {
  const count = things.filter(({ followId }) => followId).length
  return (
    <details className="panel">
      <summary className="py-1 font-semibold">
        {t('following.what')}
        {count > 0 && ` (${count})`}
      </summary>
      <p className="my-2 text-sm muted">{t('following.whatText')}</p>
      <ul className="grid gap-2">
        {things.map((it) => (
          <li key={`${it.kind} ${it.subject}`} className="flex flex-wrap items-center justify-between gap-2">
            <span className="min-w-0">{it.name}</span>
            <FollowButton t={t} it={it} begin={begin} end={end} />
          </li>
        ))}
      </ul>
    </details>
  )
}
