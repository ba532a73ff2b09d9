import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { RemovalForm } from '@/components/project/removal-form'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { keptDays } from '@/lib/projects/items/rules'
import { removalPage } from '@/lib/projects/removal/queries'
import { remove } from './actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('removal.title') }
}

export default async function DeleteProjectPage({ params }: Props) {
  const { id } = await params
  const who = await requireStaffIn(id, `/prosjekter/${id}/slett`)
  const [t, page] = [await getTranslator(), await removalPage(who, id)]
  if (!page) notFound()
  const follows = Object.entries(page.follows).filter(([, count]) => count > 0)
  return (
    <>
      <PageHeader
        title={t('deletion.question', { title: page.title })}
        crumbs={[{ href: `/prosjekter/${id}`, text: t('projectNav.overview') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {page.hindrances.length > 0 ? (
        <div className="grid max-w-2xl gap-4">
          {page.hindrances.map((hindrance) => (
            <p key={hindrance}>{t(`removal.hindrance.${hindrance}`)}</p>
          ))}
          <p>{t('removal.stopInstead')}</p>
          <p>
            <Link href={`/prosjekter/${id}?endre=facts`} prefetch={false} className="ds-button" data-variant="secondary">
              {t('removal.stop')}
            </Link>
          </p>
        </div>
      ) : (
        <div className="grid max-w-2xl gap-6">
          {follows.length > 0 && (
            <div>
              <p className="font-semibold">{t('deletion.follows')}</p>
              <ul className="list-disc pl-6">
                {follows.map(([kind, count]) => (
                  <li key={kind}>{t(`item.${kind}.count` as 'item.task.count', { count })}</li>
                ))}
              </ul>
            </div>
          )}
          <p>{t('removal.kept', { days: keptDays })}</p>
          <RemovalForm
            action={remove}
            projectId={id}
            version={page.version}
            texts={{
              number: t('removal.number', { number: page.number }),
              confirm: t('removal.confirm'),
              cancel: t('common.cancel'),
            }}
          />
        </div>
      )}
    </>
  )
}
