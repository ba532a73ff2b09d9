import Link from 'next/link'
import { Tag } from '@/components/ui/tag'
import type { ConnectionStatus } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  id: string
  name: string
  about: string
  status: ConnectionStatus
}

/** A door among others, with how far it has come. */
export function DoorRow({ t, id, name, about, status }: Props) {
  return (
    <li className="panel flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
      <span className="grid">
        <Link href={`/drift/tilkoblinger/${id}`} prefetch={false} className="font-semibold underline underline-offset-4">
          {name}
        </Link>
        <span className="break-all text-sm muted">{about}</span>
      </span>
      <Tag colour={status === 'submitted' ? 'warning' : status === 'approved' ? 'success' : 'neutral'}>
        {t(`connections.status.${status}`)}
      </Tag>
    </li>
  )
}
