import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ClientTexts } from '@/components/layout/client-texts'
import { sizeWords } from '@/components/starter-packs/pack-fields'
import { TakeForm } from '@/components/starter-packs/take-form'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { mayUseDesk } from '@/lib/municipalities/policy'
import { actor } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { packPage } from '@/lib/starter-packs/queries'
import { take } from './actions'

interface Props {
  params: Promise<{ slug: string }>
}

const load = cache(async (slug: string) => packPage(await actor(), slug))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const page = await load(slug)
  if (!page) return {}
  const { title, lead: description } = page.pack
  return { title, description, alternates: { canonical: `/startpakker/${slug}` } }
}

export default async function StarterPackPage({ params }: Props) {
  const [{ slug }, who] = [await params, await actor()]
  const page = await load(slug)
  if (!page) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const { pack, taken, may } = page
  const usable = pack.items.filter(({ isOwn, report }) => !isOwn && report.parts.length > 0)
  return (
    <div className="page pb-10">
      <PageHeader
        title={pack.title}
        eyebrow={sizeWords(t, pack)}
        lead={pack.lead}
        crumbs={[{ href: '/startpakker', text: t('packs.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {pack.isForUs && <Tag colour="success">{t('packs.forUs')}</Tag>}
        {who.kind === 'visitor' && (
          <Link href={`/logg-inn?neste=${encodeURIComponent(`/startpakker/${slug}`)}`} prefetch={false} className="ds-button">
            {t('packs.signIn')}
          </Link>
        )}
      </PageHeader>
      {taken && (
        <p className="ds-alert mb-4" data-color="info">
          {t('packs.taken', { date: formatDate(taken.on, locale) })}{' '}
          {taken.programme && (
            <Link href={`/programmer/${taken.programme.id}`} prefetch={false}>
              {taken.programme.title}
            </Link>
          )}
        </p>
      )}
      <Section id="saker" title={t('packs.contents')}>
        <ol className="grid max-w-4xl gap-3">
          {pack.items.map(({ id, note, roles, isOwn, report }) => (
            <li key={id} className="panel grid gap-2">
              <p className="flex flex-wrap items-baseline gap-3">
                <Link
                  href={`/erfaringer/${report.slug}`}
                  prefetch={false}
                  className="text-lg font-semibold underline underline-offset-4"
                >
                  {report.title}
                </Link>
                <span className="muted">{report.municipality.displayName}</span>
                {isOwn && <Tag colour="success">{t('packs.yourOwn')}</Tag>}
              </p>
              {note && <p>{note}</p>}
              <p className="text-sm">
                {report.parts.length > 0
                  ? t('packs.gives', {
                      parts: report.parts.map((kind) => t(`choices.partKind.${kind}`).toLowerCase()).join(', '),
                    })
                  : t('packs.givesNothing')}
              </p>
              {roles.length > 0 && (
                <p className="text-sm muted">
                  {t('packs.rolesFirst', {
                    roles: roles.map((role) => t(`choices.projectRole.${role}`).toLowerCase()).join(', '),
                  })}
                </p>
              )}
            </li>
          ))}
        </ol>
      </Section>
      {mayUseDesk(who) && !may.take && <p className="muted">{t('packs.whoTakes')}</p>}
      {may.take && mayUseDesk(who) && (
        <Section id="ta" title={t('packs.take')} intro={t('packs.takeText')}>
          <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'packs'])}>
            <TakeForm
              action={take}
              hidden={{ slug, takenBefore: taken?.programme?.id ?? '' }}
              title={pack.title}
              startOn={today()}
              cases={usable.map(({ id, report }) => ({ id, title: report.title }))}
              draft={`${who.personId}:startpakke:${slug}`}
            />
          </ClientTexts>
        </Section>
      )}
    </div>
  )
}
