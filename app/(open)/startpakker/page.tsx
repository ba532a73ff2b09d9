import type { Metadata } from 'next'
import Link from 'next/link'
import { sizeWords } from '@/components/starter-packs/pack-fields'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { mayCurate } from '@/lib/curation/policy'
import { actor } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { packList } from '@/lib/starter-packs/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('packs.title'), alternates: { canonical: '/startpakker' } }
}

export default async function StarterPacksPage() {
  const [t, who] = [await getTranslator(), await actor()]
  const packs = (await packList(who)).filter(({ status }) => status === 'published')
  return (
    <div className="page pb-10">
      <PageHeader title={t('packs.title')} lead={t('packs.lead')}>
        {mayCurate(who) && (
          <Link href="/kuratering/startpakker" prefetch={false} className="ds-button" data-variant="secondary">
            {t('packs.deskTitle')}
          </Link>
        )}
      </PageHeader>
      {packs.length === 0 && (
        <EmptyState title={t('packs.none')} text={t('packs.noneText')}>
          <Link href="/samlinger" prefetch={false} className="ds-button">
            {t('guides.title')}
          </Link>
        </EmptyState>
      )}
      <ul className="grid gap-4">
        {packs.map((pack) => (
          <li key={pack.slug} className="panel linked-card grid gap-2">
            <h2 className="text-xl">
              <Link href={`/startpakker/${pack.slug}`} prefetch={false} className="cover">
                {pack.title}
              </Link>
            </h2>
            <p className="line-clamp-3 max-w-3xl">{pack.lead}</p>
            <p className="flex flex-wrap items-center gap-3 text-sm">
              <span>{sizeWords(t, pack)}</span>
              <span className="muted">{t('packs.cases', { count: pack.itemCount })}</span>
              {pack.isForUs && <Tag colour="success">{t('packs.forUs')}</Tag>}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
