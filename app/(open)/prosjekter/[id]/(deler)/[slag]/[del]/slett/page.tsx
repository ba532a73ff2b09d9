import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonForm } from '@/components/forms/button-form'
import { itemTitle } from '@/components/project/items/item-texts'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { kindOfSlug } from '@/lib/projects/items/kinds'
import { itemPage } from '@/lib/projects/items/queries'
import { keptDays } from '@/lib/projects/items/rules'
import { headOf } from '../../../head'
import { remove } from '../../actions'

interface Props {
  params: Promise<{ id: string; slag: string; del: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('deletion.title') }
}

export default async function DeletePage({ params }: Props) {
  const { id, slag, del } = await params
  const who = await requireStaffIn(id, `/prosjekter/${id}/${slag}/${del}/slett`)
  const head = await headOf(id)
  const kind = kindOfSlug(slag)
  const item = kind && isUuid(del) ? await itemPage(who, { projectId: id, kind, id: del }) : null
  if (!item?.may.change) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const title = itemTitle({ t, locale, ...item.choices }, item.kind, item.values)
  return (
    <>
      <PageHeader
        title={t('deletion.question', { title })}
        eyebrow={head.title}
        crumbs={[{ href: `/prosjekter/${id}/${slag}/${del}`, text: title }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <div className="grid max-w-2xl gap-6">
        {item.followers.length > 0 && (
          <div>
            <p className="font-semibold">{t('deletion.follows')}</p>
            <ul className="list-disc pl-6">
              {item.followers.map(({ kind: follower, count }) => (
                <li key={follower}>{t(`item.${follower}.count`, { count })}</li>
              ))}
            </ul>
          </div>
        )}
        <p>{t('deletion.kept', { days: keptDays })}</p>
        <div className="flex flex-wrap items-center gap-3">
          <ButtonForm
            action={remove}
            hidden={{ 'item.projectId': id, 'item.kind': item.kind, 'item.id': item.id, 'item.version': String(item.version) }}
            text={t('deletion.confirm')}
          />
          <a href={`/prosjekter/${id}/${slag}/${del}`} className="ds-button" data-variant="tertiary">
            {t('common.cancel')}
          </a>
        </div>
      </div>
    </>
  )
}
