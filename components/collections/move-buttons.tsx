import { ButtonForm } from '@/components/forms/button-form'

interface Props {
  action: React.ComponentProps<typeof ButtonForm>['action']
  hidden: Record<string, string>
  texts: { up: string; down: string }
  /** What is moved, for those who hear the page. */
  of: string
  isFirst: boolean
  isLast: boolean
}

/** Moves a thing a step in its order; at the edges there is only one way. */
export function MoveButtons({ action, hidden, texts, of, isFirst, isLast }: Props) {
  return (
    <span className="flex flex-wrap gap-2">
      {!isFirst && (
        <ButtonForm action={action} hidden={{ ...hidden, direction: 'up' }} text={texts.up} of={of} variant="secondary" />
      )}
      {!isLast && (
        <ButtonForm action={action} hidden={{ ...hidden, direction: 'down' }} text={texts.down} of={of} variant="secondary" />
      )}
    </span>
  )
}
