import Link from 'next/link'
import type { ActionForm } from '@/components/forms/action-form'
import { ButtonForm } from '@/components/forms/button-form'
import type { Translator } from '@/lib/platform/i18n'

type Action = React.ComponentProps<typeof ActionForm>['action']

export interface Actions {
  tell: Action
  stopTelling: Action
  ask: Action
  takeBack: Action
}

interface Props {
  t: Translator
  actions: Actions
  /** The search in words. */
  name: string
  /** The search as the part of an address after the question mark. */
  address: string
  /** The saved search that is this one. */
  savedId: string | null
}

/** Being told of new hits: one press, and one to take it back. */
export function TellMe({ t, actions, name, address, savedId }: Props) {
  return savedId ? (
    <span className="flex flex-wrap items-center gap-3">
      <span role="status">{t('search.told')}</span>
      <ButtonForm
        action={actions.stopTelling}
        hidden={{ searchId: savedId }}
        text={t('search.undo')}
        of={name}
        variant="secondary"
      />
    </span>
  ) : (
    <ButtonForm action={actions.tell} hidden={{ name, address }} text={t('search.tellMe')} of={name} variant="secondary" />
  )
}

interface AskProps extends Pick<Props, 't' | 'actions'> {
  question: string
  themeCode: string
  /** The question, where it has been asked and waits for an answer. */
  askedId: string | null
}

/** Asking all municipalities what the search did not find: one press, and one to take it back. */
export function AskAll({ t, actions, question, themeCode, askedId }: AskProps) {
  return askedId ? (
    <span className="flex flex-wrap items-center gap-3">
      <span role="status">
        <Link href={`/sporsmal#${askedId}`} prefetch={false} className="underline underline-offset-4">
          {t('search.asked', { question })}
        </Link>
      </span>
      <ButtonForm
        action={actions.takeBack}
        hidden={{ questionId: askedId }}
        text={t('search.undo')}
        of={question}
        variant="secondary"
      />
    </span>
  ) : (
    <span className="grid gap-1">
      <ButtonForm action={actions.ask} hidden={{ text: question, themeCode }} text={t('search.askOthers')} variant="secondary" />
      <span className="text-sm muted">{t('search.askWords', { question })}</span>
    </span>
  )
}
