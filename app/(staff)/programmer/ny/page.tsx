import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { emptyProgramme, programmeFields } from '@/components/programmes/programme-fields'
import { ProgrammeForm } from '@/components/programmes/programme-form'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaff } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { mayMakeProgramme } from '@/lib/programmes/policy'
import { programmePeople } from '@/lib/programmes/queries'
import { make } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('programmes.make') }
}

export default async function NewProgrammePage() {
  const who = await requireStaff('/programmer/ny')
  if (!mayMakeProgramme(who)) notFound()
  const t = await getTranslator()
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('programmes.make')}
        crumbs={[{ href: '/programmer', text: t('programmes.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ProgrammeForm
        action={make}
        fields={programmeFields(t, emptyProgramme, await programmePeople(who))}
        programmeId={null}
        version={0}
        personId={who.personId}
        cancelHref="/programmer"
      />
    </div>
  )
}
