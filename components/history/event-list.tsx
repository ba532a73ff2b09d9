import Link from 'next/link'
import { ChangeList } from '@/components/project/items/item-history'
import type { ItemTexts } from '@/components/project/items/item-texts'
import type { ProjectEvent } from '@/lib/history/queries'
import { type ItemKind, itemKinds, items } from '@/lib/projects/items/kinds'

interface Props {
  texts: ItemTexts
  projectId: string
  events: ProjectEvent[]
}

/** What happened in the project, the latest first: who did what, and what it was before. */
export function EventList({ texts, projectId, events }: Props) {
  const { t } = texts
  if (events.length === 0) return <p className="muted">{t('item.historyEmpty')}</p>
  return (
    <ol className="history">
      {events.map((event) => {
        const kind = itemKinds.find((known) => known === event.subjectType) ?? null
        return (
          <li key={event.id}>
            <p>
              <strong>{actionName(texts, event.action)}</strong>
              {kind && <> · {t(`item.${kind}.one`)}</>}
              {event.title && (
                <>
                  :{' '}
                  {kind && event.action !== 'item.delete' ? (
                    <ItemLink projectId={projectId} kind={kind} event={event} />
                  ) : (
                    event.title
                  )}
                </>
              )}
            </p>
            <p className="text-sm muted">{t('history.byAt', { name: event.by ?? t('item.somebody'), at: new Date(event.at) })}</p>
            {kind && <ChangeList texts={texts} kind={kind} changes={event.changes} />}
          </li>
        )
      })}
    </ol>
  )
}

function ItemLink({ projectId, kind, event }: { projectId: string; kind: ItemKind; event: ProjectEvent }) {
  return (
    <Link href={`/prosjekter/${projectId}/${items[kind].slug}/${event.subjectId}`} prefetch={false} className="underline">
      {event.title}
    </Link>
  )
}

function actionName({ t }: ItemTexts, action: string): string {
  const key = `history.action.${action}` as 'history.action.item.change'
  return t.has(key) ? t(key) : t('history.action.other')
}
