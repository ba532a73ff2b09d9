import { MoveButtons } from '@/components/collections/move-buttons'
import { ButtonForm } from '@/components/forms/button-form'
import { PlainForm } from '@/components/forms/plain-form'
import { Tag } from '@/components/ui/tag'
import type { GuideExample } from '@/lib/collections/guide/queries'
import type { Translator } from '@/lib/platform/i18n'

type Action = React.ComponentProps<typeof ButtonForm>['action']

interface Props {
  t: Translator
  items: GuideExample[]
  /** Those that are no longer shared. */
  gone: { id: string; note: string }[]
  /** Which section of which guide, as it stands. */
  at: { collectionId: string; sectionId: string; version: string }
  /** Tells what is typed here, and by whom, from all other forms. */
  draft: string
  actions: { move: Action; remove: Action; change: Action }
}

/** The examples of a section for the one who writes it, in their order. */
export function ExampleList({ t, items, gone, at, draft, actions }: Props) {
  return (
    <ol className="grid max-w-4xl gap-3">
      {items.map((item, index) => (
        <li key={item.id} id={`eksempel-${item.id}`} className="panel grid gap-2">
          <p className="flex flex-wrap items-center gap-3">
            <a href={item.href} className="font-semibold underline">
              {item.title}
            </a>
            <span className="muted">{item.municipality}</span>
            {item.kind !== 'report' && <Tag colour="sky">{t(`guides.kind.${item.kind}`)}</Tag>}
            {item.partKind && (
              <Tag colour={item.canTake ? 'info' : 'warning'}>
                {t(`choices.partKind.${item.partKind}`)}
                {!item.canTake && ` – ${t('guides.noLongerShared')}`}
              </Tag>
            )}
          </p>
          {item.note && <p>{item.note}</p>}
          <details>
            <summary className="py-1">{t('guides.changeNote')}</summary>
            <PlainForm
              action={actions.change}
              fields={[
                { name: 'note', input: 'text', label: t('guides.fields.note'), hint: t('guides.hints.note'), initial: item.note },
              ]}
              hidden={{ collectionId: at.collectionId, sectionId: at.sectionId, itemId: item.id }}
              version={Number(at.version)}
              draft={`${draft}:${item.id}`}
              cancelHref={`/kuratering/samlinger/${at.collectionId}/${at.sectionId}`}
            />
          </details>
          <div className="flex flex-wrap gap-2">
            <MoveButtons
              action={actions.move}
              hidden={{ ...at, itemId: item.id }}
              texts={{ up: t('guides.up'), down: t('guides.down') }}
              of={item.title}
              isFirst={index === 0}
              isLast={index === items.length - 1}
            />
            <ButtonForm
              action={actions.remove}
              hidden={{ ...at, itemId: item.id }}
              text={t('guides.removeExample')}
              of={item.title}
            />
          </div>
        </li>
      ))}
      {gone.map(({ id, note }) => (
        <li key={id} className="panel grid gap-2">
          <p className="flex flex-wrap items-center gap-3">
            <Tag colour="warning">{t('guides.noLongerShared')}</Tag>
            {note}
          </p>
          <ButtonForm
            action={actions.remove}
            hidden={{ ...at, itemId: id }}
            text={t('guides.removeExample')}
            of={note || t('guides.noLongerShared')}
          />
        </li>
      ))}
    </ol>
  )
}
