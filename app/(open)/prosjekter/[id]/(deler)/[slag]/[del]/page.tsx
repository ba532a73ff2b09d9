import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ItemFacts } from '@/components/project/items/item-facts'
import { ItemForm } from '@/components/project/items/item-form'
import { ItemHistory } from '@/components/project/items/item-history'
import { ItemTable } from '@/components/project/items/item-table'
import { formFields, type ItemTexts, itemTitle } from '@/components/project/items/item-texts'
import { ItemStory } from '@/components/sharing/item-story'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { mayUseDesk } from '@/lib/municipalities/policy'
import { actorIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { items, kindOfSlug } from '@/lib/projects/items/kinds'
import { type ItemPage, itemPage } from '@/lib/projects/items/queries'
import { itemStory } from '@/lib/sharing/story/queries'
import { headOf } from '../../head'
import { save } from '../actions'

interface Props {
  params: Promise<{ id: string; slag: string; del: string }>
}

const load = cache(async (projectId: string, slug: string, id: string) => {
  const kind = kindOfSlug(slug)
  const item = kind && isUuid(projectId) && isUuid(id) ? await itemPage(await actorIn(projectId), { projectId, kind, id }) : null
  if (!item) notFound()
  const texts: ItemTexts = { t: await getTranslator(), locale: await getLocale(), ...item.choices }
  return { item, texts, title: itemTitle(texts, item.kind, item.values) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, slag, del } = await params
  return { title: (await load(id, slag, del)).title }
}

export default async function ItemDetailsPage({ params }: Props) {
  const { id, slag, del } = await params
  const [{ item, texts, title }, head, who] = [await load(id, slag, del), await headOf(id), await actorIn(id)]
  const { t } = texts
  const story = await itemStory(who, { projectId: id, kind: item.kind, id: item.id })
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={t(`item.${item.kind}.one`)}
        crumbs={crumbsOf(texts, id, item)}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {item.may.change && item.kind === 'log' && (
          <Link href={`/prosjekter/${id}/erfaringer/ny?fra=${item.id}`} prefetch={false} className="ds-button">
            {t('item.log.makeLesson')}
          </Link>
        )}
        {item.may.change && (
          <Link
            href={`/prosjekter/${id}/${slag}/${del}/slett`}
            prefetch={false}
            className="ds-button"
            data-variant="tertiary"
            data-color="danger"
          >
            {t('item.delete')}
          </Link>
        )}
      </PageHeader>
      <ItemStory t={t} locale={texts.locale} story={story} />
      {item.under.map(({ kind, rows }) => (
        <Section key={kind} id={items[kind].slug} title={t(`item.${kind}.many`)}>
          <ItemTable texts={texts} kind={kind} rows={rows} projectId={id} />
          {item.may.change && (
            <p>
              <Link
                href={`/prosjekter/${id}/${items[kind].slug}/ny?under=${item.id}`}
                prefetch={false}
                className="ds-button"
                data-variant="secondary"
              >
                {t(`item.${kind}.add`)}
              </Link>
            </p>
          )}
        </Section>
      ))}
      <Section id="opplysninger" title={t('item.details')}>
        {item.may.change && mayUseDesk(who) ? (
          <ItemForm
            action={save}
            fields={formFields(texts, item.kind, item.values)}
            at={{ projectId: id, kind: item.kind, id: item.id, under: '' }}
            version={item.version}
            personId={who.personId}
            cancelHref={`/prosjekter/${id}/${items[item.kind].page}`}
          />
        ) : (
          <ItemFacts texts={texts} kind={item.kind} values={item.values} notice={head.isOwn ? t('item.readOnly') : undefined} />
        )}
      </Section>
      {head.isOwn && (
        <Section id="historikk" title={t('item.history')}>
          <ItemHistory texts={texts} kind={item.kind} history={item.history} />
        </Section>
      )}
    </>
  )
}

function crumbsOf(texts: ItemTexts, projectId: string, item: ItemPage) {
  const above = item.above.map(({ kind, id, values }) => ({
    href: `/prosjekter/${projectId}/${items[kind].slug}/${id}`,
    text: itemTitle(texts, kind, values),
  }))
  const outermost = item.above.at(-1)?.kind ?? item.kind
  return [
    { href: `/prosjekter/${projectId}/${items[item.kind].page}`, text: texts.t(`item.${outermost}.many`) },
    ...above.reverse(),
  ]
}
