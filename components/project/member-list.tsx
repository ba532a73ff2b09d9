import type { ProjectRole } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'

interface Member {
  id: string
  name: string
  jobTitle: string | null
  /** Where a guest is from. */
  home: string | null
  role: ProjectRole
}

/** Who has which role. */
export function MemberList({ t, members }: { t: Translator; members: Member[] }) {
  return (
    <section aria-labelledby="folk" className="panel">
      <h2 id="folk" className="mb-3 text-lg">
        {t('project.members')}
      </h2>
      <ul className="grid gap-3">
        {members.map((member) => (
          <li key={`${member.id} ${member.role}`}>
            <span className="block text-sm muted">{t(`choices.projectRole.${member.role}`)}</span>
            <span className="font-medium">{member.name}</span>
            {member.home && <span className="block text-sm">{member.home}</span>}
            {member.jobTitle && <span className="block text-sm">{member.jobTitle}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
