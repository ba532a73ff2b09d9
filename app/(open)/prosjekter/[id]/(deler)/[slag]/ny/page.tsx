import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ItemForm } from '@/components/project/items/item-form'
import { formFields, itemTitle } from '@/components/project/items/item-texts'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import type { ItemValues } from '@/lib/projects/items/fields'
import { items, kindOfSlug } from '@/lib/projects/items/kinds'
import { newItemPage } from '@/lib/projects/items/queries'
import { initialValues, lessonFrom } from '@/lib/projects/items/rules'
import { headOf } from '../../head'
import { save } from '../actions'

interface Props {
  params: Promise<{ id: string; slag: string }>
  searchParams: Promise<{ under?: string; fase?: string; fra?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = kindOfSlug((await params).slag)
  return kind ? { title: (await getTranslator())(`item.${kind}.add`) } : {}
}

export default async function NewItemPage({ params, searchParams }: Props) {
  const [{ id, slag }, { under = '', fase = '', fra = '' }] = [await params, await searchParams]
  const kind = kindOfSlug(slag)
  const who = await requireStaffIn(id, `/prosjekter/${id}/${slag}/ny`)
  const head = await headOf(id)
  const page = kind
    ? await newItemPage(who, { projectId: id, kind, under: isUuid(under) ? under : null, from: isUuid(fra) ? fra : null })
    : null
  if (!kind || !page) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const texts = { t, locale, ...page.choices }
  const [above] = page.above
  const chosenPhase: ItemValues = page.choices.phases.some((phase) => phase.id === fase) ? { projectPhaseId: fase } : {}
  const back = above
    ? { href: `/prosjekter/${id}/${items[above.kind].slug}/${above.id}`, text: itemTitle(texts, above.kind, above.values) }
    : { href: `/prosjekter/${id}/${items[kind].page}`, text: t(`item.${kind}.many`) }
  return (
    <>
      <PageHeader title={t(`item.${kind}.add`)} eyebrow={head.title} crumbs={[back]} crumbsLabel={t('common.breadcrumbs')} />
      <ItemForm
        action={save}
        fields={formFields(texts, kind, {
          ...initialValues(items[kind], today()),
          ...chosenPhase,
          ...(page.from ? lessonFrom(page.from.values) : {}),
        })}
        at={{ projectId: id, kind, id: '', under: above?.id ?? '', from: page.from?.id ?? '' }}
        version={0}
        personId={who.personId}
        cancelHref={back.href}
      />
    </>
  )
}
