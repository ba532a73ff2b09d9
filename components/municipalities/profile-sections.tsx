import Link from 'next/link'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { LessonKind, PartKind, ReuseState } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

const lessonColours = { did_right: 'success', went_wrong: 'warning', would_do_differently: 'info' } as const

/** A way to the rest, where the page shows only the newest. */
export function AllInSearch({ t, count, shown, href }: { t: Translator; count: number; shown: number; href: string }) {
  if (count <= shown) return null
  return (
    <p>
      <Link href={href} prefetch={false} className="underline underline-offset-4">
        {t('municipalities.seeAll', { count })}
      </Link>
    </p>
  )
}

interface LessonsProps {
  t: Translator
  name: string
  lessons: { title: string; kind: LessonKind; recommendation: string; href: string }[]
  count: number
  search: string
}

export function Lessons({ t, name, lessons, count, search }: LessonsProps) {
  if (lessons.length === 0) return null
  return (
    <Section id="erfaringer" title={t('municipalities.lessons')} intro={t('municipalities.lessonsText', { name })}>
      <ul className="grid gap-3 md:grid-cols-2">
        {lessons.map(({ title, kind, recommendation, href }) => (
          <li key={href} className="panel grid content-start gap-1">
            <p>
              <Link href={href} prefetch={false} className="font-semibold underline underline-offset-4">
                {title}
              </Link>{' '}
              <Tag colour={lessonColours[kind]}>{t(`choices.lessonKind.${kind}`)}</Tag>
            </p>
            <p>{recommendation}</p>
          </li>
        ))}
      </ul>
      <AllInSearch t={t} count={count} shown={lessons.length} href={`${search}&type=erfaring`} />
    </Section>
  )
}

export function PartsToTake({ t, parts, search }: { t: Translator; parts: { kind: PartKind; count: number }[]; search: string }) {
  if (parts.length === 0) return null
  return (
    <Section id="deler" title={t('municipalities.parts')} intro={t('municipalities.partsText')}>
      <ul className="flex flex-wrap gap-2">
        {parts.map(({ kind, count }) => (
          <li key={kind}>
            <Tag>
              {t(`choices.partKind.${kind}`)} ({count})
            </Tag>
          </li>
        ))}
      </ul>
      <p>
        <Link href={`${search}&type=del`} prefetch={false} className="underline underline-offset-4">
          {t('municipalities.seeParts')}
        </Link>
      </p>
    </Section>
  )
}

interface UsesProps {
  t: Translator
  locale: Locale
  uses: {
    count: number
    rows: { state: ReuseState; sinceOn: string; report: { slug: string; title: string; municipality: string } }[]
  }
  technologies: string[]
  search: string
}

/** What it builds on of others', and what it has in use itself. */
export function Uses({ t, locale, uses, technologies, search }: UsesProps) {
  if (uses.rows.length + technologies.length === 0) return null
  return (
    <Section id="bruker" title={t('municipalities.uses')}>
      {uses.rows.length > 0 && (
        <ul className="grid gap-2">
          {uses.rows.map(({ report, state, sinceOn }) => (
            <li key={report.slug}>
              <Link href={`/erfaringer/${report.slug}`} prefetch={false} className="underline">
                {t('municipalities.usesFrom', { title: report.title, municipality: report.municipality })}
              </Link>{' '}
              <span className="text-sm muted">
                {t(`choices.reuseState.${state}`)} {t('experience.reuseSince', { date: formatDate(sinceOn, locale) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {uses.count > uses.rows.length && (
        <p className="muted">{t('municipalities.usesMore', { count: uses.count - uses.rows.length })}</p>
      )}
      {technologies.length > 0 && (
        <div>
          <h3 className="mb-2 text-lg">{t('municipalities.technologies')}</h3>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {technologies.map((name) => (
              <li key={name}>
                <Link
                  href={`${search}&${new URLSearchParams({ teknologi: name })}`}
                  prefetch={false}
                  className="inline-block py-1 underline"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
}

interface PeopleProps {
  t: Translator
  name: string
  people: { slug: string; title: string; role: string; contact: string; askAbout: string }[]
}

/** Whom to ask about what, with a way to ask. */
export function PeopleToAsk({ t, name, people }: PeopleProps) {
  if (people.length === 0) return null
  return (
    <Section id="spor" title={t('municipalities.ask')} intro={t('municipalities.askText', { name })}>
      <ul className="grid gap-3 md:grid-cols-2">
        {people.map(({ slug, title, role, contact, askAbout }) => (
          <li key={slug} className="panel grid content-start gap-1">
            <p className="font-semibold">{title}</p>
            <p>
              {role}
              {contact && <span className="block break-words">{contact}</span>}
            </p>
            {askAbout && <p className="text-sm muted">{askAbout}</p>}
            <p>
              <Link
                href={`/erfaringer/${slug}/sporsmal`}
                prefetch={false}
                className="inline-block py-1 underline underline-offset-4"
              >
                {t('municipalities.askAbout')}
                <span className="sr-only">: {title}</span>
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
