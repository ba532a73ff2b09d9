import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache, Suspense } from 'react'
import { MoveButtons } from '@/components/collections/move-buttons'
import { ReportFinder } from '@/components/curation/report-finder'
import { ButtonForm } from '@/components/forms/button-form'
import { PlainForm } from '@/components/forms/plain-form'
import { FlashNotice } from '@/components/layout/flash-notice'
import { packFields, packItemFields, sizeWords } from '@/components/starter-packs/pack-fields'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { findingQuery } from '@/lib/curation/finding/input'
import { chosenReport, findReports } from '@/lib/curation/finding/queries'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { packDesk } from '@/lib/starter-packs/queries'
import { change, discard, move, publish, put, remove } from '../actions'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const load = cache(async (id: string) => {
  const who = await requireAdvisor(`/kuratering/startpakker/${id}`)
  const pack = isUuid(id) ? await packDesk(who, id) : null
  if (!pack) notFound()
  return { who, pack }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).pack.title }
}

export default async function EditPackPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = findingQuery.parse(await searchParams)
  const [t, locale, { who, pack }] = [await getTranslator(), await getLocale(), await load(id)]
  const here = `/kuratering/startpakker/${id}`
  const chosen = await chosenReport(who, query.rapport)
  const found = query.q ? await findReports(who, query) : null
  const at = { packId: id, version: String(pack.version) }
  const isPublished = pack.status === 'published'
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ lagret: t('notice.saved') }} />
      </Suspense>
      <PageHeader
        title={pack.title}
        eyebrow={sizeWords(t, pack)}
        lead={<Tag colour={isPublished ? 'success' : 'neutral'}>{t(`guides.status.${pack.status}`)}</Tag>}
        crumbs={[{ href: '/kuratering/startpakker', text: t('packs.deskTitle') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        <ButtonForm
          action={publish}
          hidden={{ ...at, status: isPublished ? 'draft' : 'published' }}
          text={t(isPublished ? 'packs.withdraw' : 'packs.publish')}
          variant={isPublished ? 'secondary' : 'primary'}
        />
        {!isPublished && (
          <ButtonForm action={discard} hidden={at} text={t('packs.delete')} asks={t('asks.deletePack')} of={pack.title} />
        )}
        {isPublished && (
          <Link href={`/startpakker/${pack.slug}`} prefetch={false} className="ds-button" data-variant="tertiary">
            {t('packs.see')}
          </Link>
        )}
      </PageHeader>
      <Section id="saker" title={t('packs.contents')}>
        {pack.items.length === 0 && <p className="muted">{t('packs.noCases')}</p>}
        <ol className="grid max-w-4xl gap-3">
          {pack.items.map((item, index) => (
            <li key={item.id} id={`sak-${item.id}`} className="panel grid gap-2">
              <p className="flex flex-wrap items-baseline gap-3">
                <Link href={`/erfaringer/${item.report.slug}`} prefetch={false} className="font-semibold underline">
                  {item.report.title}
                </Link>
                <span className="muted">{item.report.municipality.displayName}</span>
                {item.report.parts.length === 0 && <Tag colour="warning">{t('packs.givesNothing')}</Tag>}
              </p>
              <details>
                <summary className="py-1">{t('packs.changeCase')}</summary>
                <PlainForm
                  action={put}
                  fields={packItemFields(t, item)}
                  hidden={{ packId: id, slug: item.report.slug }}
                  version={pack.version}
                  draft={`${who.personId}:startpakke:${item.id}`}
                  cancelHref={here}
                />
              </details>
              <div className="flex flex-wrap gap-2">
                <MoveButtons
                  action={move}
                  hidden={{ ...at, itemId: item.id }}
                  texts={{ up: t('guides.up'), down: t('guides.down') }}
                  of={item.report.title}
                  isFirst={index === 0}
                  isLast={index === pack.items.length - 1}
                />
                <ButtonForm
                  action={remove}
                  hidden={{ ...at, itemId: item.id }}
                  text={t('packs.removeCase')}
                  of={item.report.title}
                />
              </div>
            </li>
          ))}
        </ol>
      </Section>
      {pack.gone.length > 0 && (
        <Section id="borte" title={t('packs.gone')} intro={t('packs.goneText')}>
          <ul className="grid max-w-4xl gap-3">
            {pack.gone.map(({ id: itemId, note }, index) => (
              <li key={itemId} className="panel flex flex-wrap items-center justify-between gap-3">
                <span>{note || t('packs.goneCase', { number: index + 1 })}</span>
                <ButtonForm
                  action={remove}
                  hidden={{ ...at, itemId }}
                  text={t('packs.removeCase')}
                  of={note || t('packs.goneCase', { number: index + 1 })}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="legg-til" title={t('packs.addCase')} intro={t('packs.addCaseText')}>
        {chosen && (
          <section id="velg" aria-labelledby="velg-tittel" className="panel-tinted grid gap-4">
            <h3 id="velg-tittel" className="text-xl">
              {t('packs.addOf', { title: chosen.title })}
            </h3>
            {chosen.parts.length === 0 && <Tag colour="warning">{t('packs.givesNothing')}</Tag>}
            <PlainForm
              action={put}
              fields={packItemFields(t, { note: '', roles: ['project_owner', 'project_manager', 'benefit_owner'] })}
              hidden={{ packId: id, slug: chosen.slug }}
              version={pack.version}
              draft={`${who.personId}:startpakke:${id}:sak`}
              cancelHref={here}
            />
          </section>
        )}
        <ReportFinder t={t} locale={locale} path={here} q={query.q} found={found}>
          {({ slug, title }) => (
            <Link
              href={`${here}?${new URLSearchParams({ q: query.q, side: String(query.side), rapport: slug })}#velg`}
              prefetch={false}
              className="ds-button"
              data-variant="secondary"
              aria-label={t('packs.addOf', { title })}
            >
              {t('packs.choose')}
            </Link>
          )}
        </ReportFinder>
      </Section>
      <Section id="ord" title={t('packs.words')}>
        <PlainForm
          action={change}
          fields={packFields(t, pack)}
          hidden={{ packId: id }}
          version={pack.version}
          draft={`${who.personId}:startpakke:${id}`}
          cancelHref={here}
        />
      </Section>
    </div>
  )
}
