import { NavLink } from '@/components/layout/nav-link'
import type { Translator } from '@/lib/platform/i18n'

/** The parts of a project in groups; those marked are for its own municipality only. */
const groups = [
  [{ path: '', name: 'overview' }],
  [
    { path: '/faser', name: 'phases' },
    { path: '/status', name: 'status', isInside: true },
    { path: '/plan', name: 'plan' },
    { path: '/oppgaver', name: 'tasks' },
  ],
  [
    { path: '/usikkerheter', name: 'uncertainties' },
    { path: '/gevinster', name: 'benefits' },
    { path: '/okonomi', name: 'economy', isInside: true },
    { path: '/ressurser', name: 'resources', isInside: true },
  ],
  [
    { path: '/interessenter', name: 'stakeholders' },
    { path: '/kommunikasjon', name: 'communication' },
  ],
  [
    { path: '/logg', name: 'log', isInside: true },
    { path: '/erfaringer', name: 'lessons' },
    { path: '/dokumenter', name: 'documents', isInside: true },
    { path: '/forbedringer', name: 'improvements', isInside: true },
    { path: '/historikk', name: 'history', isInside: true },
  ],
] as const

interface Props {
  t: Translator
  projectId: string
  title: string
  isOwn: boolean
}

/** Every part of the project one click away: a column beside the page, or folded together where there is little room. */
export function ProjectNav({ t, projectId, title, isOwn }: Props) {
  const label = t('projectNav.label', { title })
  const links = (
    <div className="grid gap-3">
      {groups.map((group) => (
        <ul key={group[0].name} className="part-nav-group">
          {group
            .filter((part) => isOwn || !('isInside' in part))
            .map(({ path, name }) => (
              <li key={name}>
                <NavLink href={`/prosjekter/${projectId}${path}`} isExact={path === ''} className="part-link">
                  {t(`projectNav.${name}`)}
                </NavLink>
              </li>
            ))}
        </ul>
      ))}
    </div>
  )
  return (
    <div className="no-print lg:pt-8">
      <details className="panel mt-4 lg:hidden">
        <summary className="font-semibold">{t('projectNav.open')}</summary>
        <nav aria-label={label} className="part-nav mt-3">
          {links}
        </nav>
      </details>
      <nav aria-label={label} className="part-nav sticky top-20 hidden lg:block">
        {links}
      </nav>
    </div>
  )
}
