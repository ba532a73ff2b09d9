import Link from 'next/link'
import { lifecycleColours } from '@/components/project/project-card'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { GuestProject } from '@/lib/guests/queries'
import type { Translator } from '@/lib/platform/i18n'

/** Projects of other municipalities that the reader takes part in. */
export function GuestProjectList({ t, projects }: { t: Translator; projects: GuestProject[] }) {
  if (projects.length === 0) return null
  return (
    <Section id="hos-andre" title={t('guests.elsewhere')}>
      <ul className="grid gap-3">
        {projects.map((project) => (
          <li key={project.id} className="panel flex flex-wrap items-center gap-3">
            <Link
              href={`/prosjekter/${project.id}`}
              prefetch={false}
              className="text-lg font-semibold underline underline-offset-4"
            >
              {project.title}
            </Link>
            <Tag colour={lifecycleColours[project.lifecycle]}>{t(`choices.lifecycle.${project.lifecycle}`)}</Tag>
            <span className="text-sm muted">
              {project.municipality} · {project.roles.map((role) => t(`choices.projectRole.${role}`)).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
