import Link from 'next/link'
import { Tag } from '@/components/ui/tag'
import type { Lifecycle, Visibility } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, inLocale, type Locale } from '@/lib/platform/locale'

export const lifecycleColours = { active: 'success', waiting: 'warning', closed: 'neutral', stopped: 'danger' } as const

interface Props {
  t: Translator
  locale: Locale
  project: {
    id: string
    title: string
    goal: string
    themeCode: string
    lifecycle: Lifecycle
    startOn: string
    visibility: Visibility
    municipality: { displayName: string }
    phase: { names: Record<Locale, string> } | null
    isOwn: boolean
  }
}

export function ProjectCard({ t, locale, project }: Props) {
  return (
    <article className="panel linked-card flex flex-col gap-2">
      <p className="eyebrow">{t(`choices.theme.${project.themeCode}` as 'choices.theme.byggesak')}</p>
      <h2 className="text-xl">
        <Link href={`/prosjekter/${project.id}`} prefetch={false} className="cover text-inherit no-underline hover:underline">
          {project.title}
        </Link>
      </h2>
      <p className="line-clamp-3">{project.goal}</p>
      <p className="mt-auto flex flex-wrap items-center gap-2 pt-2 text-sm">
        <Tag colour={lifecycleColours[project.lifecycle]}>{t(`choices.lifecycle.${project.lifecycle}`)}</Tag>
        {project.phase && <span>{inLocale(project.phase.names, locale)}</span>}
        <span className="font-semibold">{project.isOwn ? t('projects.own') : project.municipality.displayName}</span>
        <span className="muted">{t('projects.started', { date: formatDate(project.startOn, locale) })}</span>
      </p>
    </article>
  )
}
