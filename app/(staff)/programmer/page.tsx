import type { Metadata } from 'next'
import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaff } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { programmePage } from '@/lib/programmes/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('programmes.title') }
}

export default async function ProgrammesPage() {
  const who = await requireStaff('/programmer')
  const [t, page] = [await getTranslator(), await programmePage(who)]
  const make = page.may.make && (
    <Link href="/programmer/ny" prefetch={false} className="ds-button">
      {t('programmes.make')}
    </Link>
  )
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('programmes.title')}
        eyebrow={who.municipality.name}
        lead={t('programmes.lead')}
        crumbs={[{ href: '/portefolje', text: t('layout.portfolio') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {page.programmes.length > 0 && make}
      </PageHeader>
      {page.programmes.length === 0 && (
        <EmptyState title={t('programmes.empty')} text={t('programmes.emptyText')}>
          {make}
        </EmptyState>
      )}
      <ul className="grid gap-4 md:grid-cols-2">
        {page.programmes.map((programme) => (
          <li key={programme.id} className="panel linked-card grid content-start gap-1">
            <h2 className="text-xl">
              <Link href={`/programmer/${programme.id}`} prefetch={false} className="cover">
                {programme.title}
              </Link>
            </h2>
            <p className="text-sm muted">
              {[t('programmes.count', { count: programme.projectCount }), programme.manager].filter(Boolean).join(' · ')}
            </p>
            {programme.goal && <p className="line-clamp-3">{programme.goal}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}
