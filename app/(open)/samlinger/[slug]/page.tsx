import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { GuideExample } from '@/components/collections/guide-example'
import { Paragraphs } from '@/components/collections/paragraphs'
import { LinkedData } from '@/components/layout/linked-data'
import { RichTextView } from '@/components/text/rich-text'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { guideBySlug } from '@/lib/collections/guide/queries'
import { breadcrumbData, guideData } from '@/lib/open-pages/linked-data'
import { actor } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'

interface Props {
  params: Promise<{ slug: string }>
}

const load = cache(async (slug: string) => {
  const guide = await guideBySlug(await actor(), slug)
  if (!guide) notFound()
  return guide
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const guide = await load((await params).slug)
  const [title, description, canonical] = [guide.title, guide.lead.slice(0, 200), `/samlinger/${guide.slug}`]
  return { title, description, alternates: { canonical }, openGraph: { title, description, url: canonical, type: 'article' } }
}

export default async function GuidePage({ params }: Props) {
  const guide = await load((await params).slug)
  const [t, locale] = [await getTranslator(), await getLocale()]
  const phaseOf = (code: string | null) => (code ? t(`choices.phase.${code}` as 'choices.phase.idea') : t('guides.allPhases'))
  return (
    <div className="page pb-10">
      {guide.status === 'published' && <LinkedData data={guideData(config().origin, guide)} />}
      {guide.status === 'published' && (
        <LinkedData
          data={breadcrumbData(config().origin, [
            { href: '/samlinger', text: t('layout.guides') },
            { href: `/samlinger/${guide.slug}`, text: guide.title },
          ])}
        />
      )}
      <PageHeader
        title={guide.title}
        eyebrow={guide.themeCode ? t(`choices.theme.${guide.themeCode}` as 'choices.theme.byggesak') : undefined}
        lead={
          <>
            <Paragraphs text={guide.lead} />
            <p className="mt-3 flex flex-wrap items-center gap-3 text-base muted">
              {guide.status === 'draft' && <Tag colour="warning">{t('guides.draftNotice')}</Tag>}
              {t('guides.by', { date: formatDate(guide.changedOn, locale) })}
            </p>
          </>
        }
        crumbs={[{ href: '/samlinger', text: t('guides.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <nav aria-label={t('guides.contents')} className="self-start lg:sticky lg:top-6">
          <ol className="grid gap-2">
            {guide.sections.map((section) => (
              <li key={section.id}>
                <a href={`#del-${section.id}`} className="underline underline-offset-4">
                  {section.title}
                </a>
                <span className="block text-sm muted">{phaseOf(section.phaseCode)}</span>
              </li>
            ))}
          </ol>
        </nav>
        <div className="grid min-w-0 gap-10">
          {guide.behindSignIn > 0 && (
            <p className="ds-alert" data-color="info">
              {t('guides.behindSignIn', { count: guide.behindSignIn })}{' '}
              <Link href={`/logg-inn?neste=${encodeURIComponent(`/samlinger/${guide.slug}`)}`} prefetch={false}>
                {t('layout.signIn')}
              </Link>
            </p>
          )}
          {guide.sections.map((section) => (
            <section key={section.id} aria-labelledby={`del-${section.id}`} className="grid gap-4">
              <div>
                <p className="eyebrow">{phaseOf(section.phaseCode)}</p>
                <h2 id={`del-${section.id}`} className="text-2xl">
                  {section.title}
                </h2>
              </div>
              <RichTextView text={section.advice} label={section.title} />
              {section.items.length > 0 && (
                <>
                  <h3 className="text-lg">{t('guides.examples')}</h3>
                  <ul className="grid gap-3">
                    {section.items.map((item) => (
                      <li key={item.id}>
                        <GuideExample t={t} item={item} />
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </section>
          ))}
        </div>
      </div>
    </div>
  )
}
