import { Suspense } from 'react'
import { FlashNotice } from '@/components/layout/flash-notice'
import { ProjectNav } from '@/components/project/project-nav'
import { getTranslator } from '@/lib/platform/i18n'
import { headOf } from './head'

interface Props {
  params: Promise<{ id: string }>
  children: React.ReactNode
}

export default async function ProjectLayout({ params, children }: Props) {
  const [t, head] = [await getTranslator(), await headOf((await params).id)]
  return (
    <div className="page grid gap-x-10 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <ProjectNav t={t} projectId={head.id} title={head.title} isOwn={head.isOwn} />
      <div className="min-w-0 pb-10">
        <Suspense>
          <FlashNotice
            texts={{
              lagret: t('notice.saved'),
              slettet: t('notice.deleted'),
              gjenopprettet: t('notice.restored'),
              besluttet: t('notice.decided'),
              publisert: t('notice.published'),
              kladdslettet: t('notice.draftDeleted'),
              kopiert: t('copyPage.copied'),
              kopiertresten: t('copyPage.copiedRest'),
            }}
          />
        </Suspense>
        {head.guestFrom && (
          <p className="panel mt-6" role="note">
            {t('guests.youAre', { home: head.guestFrom, host: head.municipality.displayName })}
          </p>
        )}
        {children}
      </div>
    </div>
  )
}
