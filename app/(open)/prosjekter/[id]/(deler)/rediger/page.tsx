import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ButtonForm } from '@/components/forms/button-form'
import { MemberForm } from '@/components/project/member-form'
import { projectFormFields } from '@/components/project/project-fields'
import { ProjectForm } from '@/components/project/project-form'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { ProjectRole } from '@/generated/prisma/enums'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { projectEditPage } from '@/lib/projects/editing/queries'
import { headOf } from '../head'
import { add, remove, save } from './actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('project.editTitle') }
}

export default async function EditProjectPage({ params }: Props) {
  const { id } = await params
  const who = await requireStaffIn(id, `/prosjekter/${id}/rediger`)
  const [head, page] = [await headOf(id), await projectEditPage(who, id)]
  if (!page) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  return (
    <>
      <PageHeader
        title={t('project.editTitle')}
        eyebrow={head.title}
        crumbs={[{ href: `/prosjekter/${id}`, text: t('projectNav.overview') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ProjectForm
        action={save}
        block="all"
        fields={projectFormFields(t, locale, 'all', page)}
        projectId={id}
        version={page.version}
        personId={who.personId}
      />
      <Section id="folk" title={t('project.members')}>
        <ul className="grid max-w-3xl gap-3">
          {page.members.map((member) => (
            <li key={`${member.id} ${member.role}`} className="panel flex flex-wrap items-center justify-between gap-3">
              <span>
                <strong>{member.name}</strong> <span className="muted">{t(`choices.projectRole.${member.role}`)}</span>
              </span>
              <ButtonForm
                action={remove}
                hidden={{ projectId: id, personId: member.id, role: member.role }}
                text={t('project.removeMember')}
                asks={t('asks.member', { name: member.name, role: t(`choices.projectRole.${member.role}`).toLowerCase() })}
                of={member.name}
              />
            </li>
          ))}
        </ul>
        <MemberForm
          action={add}
          projectId={id}
          people={page.people.map(({ id: value, name }) => ({ value, text: name }))}
          roles={Object.values(ProjectRole).map((value) => ({ value, text: t(`choices.projectRole.${value}`) }))}
          texts={{
            person: t('item.fields.personId'),
            role: t('item.fields.role'),
            add: t('project.addMember'),
            choose: t('item.notChosen'),
          }}
        />
      </Section>
      {page.may.delete && (
        <p className="mt-6 border-t border-neutral-border-subtle pt-6">
          <Link
            href={`/prosjekter/${id}/slett`}
            prefetch={false}
            className="ds-button"
            data-variant="tertiary"
            data-color="danger"
          >
            {t('removal.title')}
          </Link>
        </p>
      )}
    </>
  )
}
