import Link from 'next/link'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import type { LineageCase, LineageNode, Reach } from '@/lib/sharing/lineage/rules'

interface Props {
  t: Translator
  nodes: LineageNode[]
  /** The project of the report one came from. */
  currentId: string
  changes: ReadonlyMap<string, { added: number; changed: number; removed: number }>
}

/** What was built on what, each with what it changed and who uses it. */
export function LineageTree({ t, nodes, currentId, changes }: Props) {
  return (
    <ul className="grid gap-3">
      {nodes.map((node) => {
        const change = changes.get(node.id)
        return (
          <li key={node.id} className="grid gap-3">
            <div className="panel grid gap-1" aria-current={node.id === currentId ? 'true' : undefined}>
              <p className="flex flex-wrap items-center gap-2">
                <Link href={hrefOf(node)} prefetch={false} className="font-semibold underline underline-offset-4">
                  {node.title}
                </Link>
                <span>{node.municipality.displayName}</span>
                {!node.slug && <Tag>{t('lineage.untold')}</Tag>}
                {node.isMerged && <Tag>{t('lineage.merged')}</Tag>}
                {node.id === currentId && <Tag colour="sun">{t('lineage.here')}</Tag>}
              </p>
              {change && !node.isMerged && (
                <p className="text-sm muted">
                  {change.added + change.changed + change.removed === 0 ? t('lineage.same') : t('lineage.changes', change)}
                </p>
              )}
              {node.id !== currentId && !node.isMerged && (
                <p className="text-sm">
                  <Link href={`/prosjekter/${currentId}/sammenlign?med=${node.id}`} prefetch={false} className="underline">
                    {t('difference.fromLineage')}
                    <span className="sr-only">: {node.title}</span>
                  </Link>
                </p>
              )}
              {node.alsoOn.map((other) => (
                <p key={other.id} className="text-sm">
                  {t('lineage.alsoOn')}{' '}
                  <Link href={hrefOf(other)} prefetch={false} className="underline">
                    {other.title}
                  </Link>{' '}
                  ({other.municipality.displayName})
                </p>
              ))}
              {node.reuses.length > 0 && (
                <p className="text-sm">
                  {t('lineage.usedBy', {
                    names: node.reuses
                      .map((one) => `${one.municipality.displayName} (${t(`choices.reuseState.${one.state}`).toLowerCase()})`)
                      .join(', '),
                  })}
                </p>
              )}
            </div>
            {node.children.length > 0 && (
              <div className="border-l-2 border-neutral-border-subtle pl-4 sm:ml-4">
                <LineageTree t={t} nodes={node.children} currentId={currentId} changes={changes} />
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The report, or the shared project where there is none. */
const hrefOf = ({ id, slug }: LineageCase) => (slug ? `/erfaringer/${slug}` : `/prosjekter/${id}`)

/** «12 kommuner bygger på dette, 3 via Larvik». */
export function reachWords(t: Translator, reach: Reach): string {
  const ways = reach.via.map(({ municipality, count }) => t('lineage.via', { count, municipality }))
  return [t('lineage.count', { count: reach.count }), ...ways].join(', ')
}
